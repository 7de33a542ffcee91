internal import ArabicText
internal import Contracts

extension NameFinder {
  /// What a word is within a personal name.
  enum Part {
    case given, known, particle, ordinal, unknown, article, place
  }

  /// A person's name: words that follow each other as parts of one, with a reason to take them.
  func person(at start: Int) -> FoundName? {
    guard let first = part(start, isFirst: true, after: nil) else { return nil }
    // «العثماني محمد الفاتح»: an adjective before the name.
    if first == .article || first == .given && startsWithArticle(start), start + 1 < end,
      facts(start + 1).contains(.given), isBare(start + 1), !startsWithArticle(start + 1)
    {
      return nil
    }
    var parts = [first]
    var at = start + 1
    while at < end, parts.count < 9,
      let next = part(at, isFirst: false, after: parts[parts.count - 1]),
      !opensNewName(at)
    {
      parts.append(next)
      at += 1
    }
    while parts.count > 1, parts[parts.count - 1] == .particle {
      parts.removeLast()
      at -= 1
    }
    guard isPerson(parts, start..<at) else { return nil }
    let givenClitics = analysis.reading(start, .givenName)?.clitics
    return FoundName(
      tokens: start..<at, kind: .person,
      clitics: givenClitics ?? (first == .known ? knownClitics(start) : word(start).clitics))
  }

  private func isPerson(_ parts: [Part], _ tokens: Range<Int>) -> Bool {
    let start = tokens.lowerBound
    let fact = facts(start)
    switch parts[0] {
    case .known: return fact.isDisjoint(with: [.verb, .function]) || parts.count > 1
    case .particle: return parts.count > 1
    case .given:
      if parts.count > 1 {
        return word(start).tag != .verb || parts.contains { $0 == .known || $0 == .particle }
          || parts.dropFirst().contains(.given) || isTitled(start) || isSpeaker(start)
          || start > bounds.lowerBound && word(start - 1).tag == .verb
      }
      if fact.isDisjoint(with: TokenFacts.otherSense) {
        return isBare(start) || word(start).clitics.rawValue.nonzeroBitCount == 1
      }
      return word(start).tag != .verb && word(start).tag != .function
        && (isTitled(start) || isSpeaker(start))
    case .unknown:
      if isTitled(start) {
        return parts.count > 1 || looksForeign(start) || analysis.text.letters(start).count < 5
      }
      if followsPerson(start) { return true }
      guard looksForeign(start) else { return false }
      if isSpeaker(start) { return parts.count > 1 || !isShortAccusative(start) }
      if isSubject(tokens) { return true }
      guard parts.count > 1, !looksLikeParticiple(start) else { return false }
      return tokens.dropFirst().contains { index in
        let part = parts[index - start]
        return part == .known
          || part == .given && facts(index).isDisjoint(with: TokenFacts.otherSense)
          || part == .particle
          || part == .unknown && looksForeign(index) && !looksLikeParticiple(index)
      }
    case .article: return isUnknown(start) && followsHonorific(start)
    case .ordinal, .place: return false
    }
  }

  /// What part of a name a word may be; nil ends the name.
  private func part(_ at: Int, isFirst: Bool, after last: Part?) -> Part? {
    guard isWord(at) else { return nil }
    let fact = facts(at)
    if fact.contains(.time) { return nil }
    let clitics = word(at).clitics
    let length = analysis.text.letters(at).count
    if fact.contains(.particle), isFirst ? word(at).tag != .function : true { return .particle }
    if fact.contains(.linker), !isFirst, word(at).tag != .function || fact.contains(.given) {
      return .particle
    }
    if fact.contains(.suffix) { return isFirst || last == .article ? nil : .article }
    if fact.contains(.ali) { return isAli(at, isFirst: isFirst) ? .given : nil }
    if isBeforeSuffix(at),
      !isFirst || at > bounds.lowerBound && word(at - 1).tag == .verb || isTitled(at)
    {
      return isFirst ? .given : .unknown
    }
    if !isFirst, last == .article || last == .given && startsWithArticle(at - 1),
      clitics.isEmpty, !startsWithArticle(at)
    {
      // A surname with the article ends the name, but for «آل» and «بن».
      return nil
    }
    if known.contains(analysis.key(at)) { return .known }
    if isFirst, known.contains(analysis.bareKey(at)), isUnknown(at) || fact.contains(.given) {
      return .known
    }
    if fact.contains(.given), let reading = analysis.reading(at, .givenName) {
      if isFirst || reading.clitics.isEmpty {
        if !isFirst, last == .unknown || last == .article,
          !fact.isDisjoint(with: [.verb, .function])
        {
          return nil
        }
        if !isFirst, opensPhrase(at) { return nil }
        return .given
      }
      return nil
    }
    if isUnknown(at), length >= 2 {
      let spelling = analysis.text.tokens[at].spelling
      if spelling.contains(.tanwin) || endsInTanwin(at) { return nil }
      if !isFirst, endsInPronoun(at) { return nil }
      if clitics.isEmpty {
        if spelling.contains(.taMarbuta) {
          return last == .given || last == .particle || isFirst && isSpeaker(at) ? .unknown : nil
        }
        if isListedPlace(at) { return isFirst || last != .given ? nil : .place }
        return .unknown
      }
      if clitics == .article {
        if spelling.contains(.taMarbuta) { return nil }
        return isFirst || last == .given || last == .particle || last == .known || last == .unknown
          || last == .article
          ? .article : nil
      }
      // «فرانك فالتر», «خوان كالديرون»: letters of the name that look like clitics.
      return !isFirst && last == .given && clitics.contains(.article)
        && !clitics.isDisjoint(with: [.fa, .ka]) ? .unknown : nil
    }
    guard !isFirst, let last else { return nil }
    if last == .particle, !isJoined(at), word(at).tag != .verb, word(at).tag != .function {
      return .article
    }
    if last == .given, hasArticle(at), isOrdinal(at),
      !analysis.text.tokens[at].spelling.contains(.alefMaqsura)
    {
      return .ordinal
    }
    if last == .given, isTitleInside(at) { return .unknown }
    return last == .given && isBearersNoun(at) ? .article : nil
  }

  /// «محمد دنيا», «إيمان البحر»: an ordinary word that follows a given name and governs nothing.
  private func isBearersNoun(_ at: Int) -> Bool {
    guard word(at).tag == .noun, !isJoined(at), at - 1 >= bounds.lowerBound,
      facts(at).isDisjoint(with: [
        .title, .personNoun, .organizationNoun, .placeNoun, .nationality, .time, .titleStart,
        .verb, .event, .function,
      ]),
      facts(at - 1).contains(.given),
      facts(at - 1).isDisjoint(with: TokenFacts.otherSense)
        || word(at).clitics.contains(.pronounOfSpeech),
      covering(at - 1) == nil
    else { return false }
    let spelling = analysis.text.tokens[at].spelling
    if spelling.contains(.tanwin) || endsInTanwin(at) { return false }
    if spelling.contains(.taMarbuta), at + 1 < end, isWord(at + 1), word(at + 1).tag != .verb,
      word(at + 1).tag != .function
    {
      return false
    }
    return at + 1 >= end || !isWord(at + 1) || !startsWithArticle(at + 1) || isUnknown(at + 1)
      || facts(at + 1).contains(.given)
  }

  /// «حافظ قائد السبسي», «عادل إمام»: a title's word within a name governs nothing.
  private func isTitleInside(_ at: Int) -> Bool {
    guard facts(at).contains(.title), word(at).tag == .noun, isBare(at) else { return false }
    guard at + 1 < end, isWord(at + 1) else { return true }
    if startsWithArticle(at + 1) { return facts(at + 1).contains(.given) }
    return word(at + 1).tag == .verb || word(at + 1).tag == .function
  }

  /// «علي» with its own ya, before or behind a name.
  private func isAli(_ at: Int, isFirst: Bool) -> Bool {
    guard !analysis.text.tokens[at].spelling.contains(.alefMaqsura) else { return false }
    if isFirst { return isTitled(at) }
    guard at + 1 < end, isWord(at + 1) else { return true }
    let next = facts(at + 1)
    return next.contains(.given) || !next.isDisjoint(with: [.particle, .titleStart])
      || word(at + 1).tag == .verb || word(at + 1).tag == .function
  }

  /// «مهر الدين», «نصر الله».
  private func isBeforeSuffix(_ at: Int) -> Bool {
    at + 1 < end && facts(at + 1).contains(.suffix) && !isJoined(at) && !hasArticle(at)
      && word(at).tag != .verb && word(at).tag != .function
  }

  private func endsInPronoun(_ at: Int) -> Bool {
    let letters = analysis.text.letters(at)
    guard letters.count > 3, !analysis.text.tokens[at].spelling.contains(.taMarbuta) else {
      return false
    }
    return letters.last == Letter.ha
      || letters.suffix(2).elementsEqual([Letter.ha, Letter.alef])
      || letters.suffix(2).elementsEqual([Letter.ha, Letter.mim])
  }

  private func isShortAccusative(_ at: Int) -> Bool {
    let letters = analysis.text.letters(at)
    return letters.last == Letter.alef && letters.count < 6
  }

  /// «مرقط», «مخصب»: four or five letters behind mim.
  private func looksLikeParticiple(_ at: Int) -> Bool {
    let letters = analysis.text.letters(at)
    return letters.first == Letter.mim && letters.count < 6
  }

  /// «أمير البلاد»: a given name's homograph that governs the word behind it.
  private func opensPhrase(_ at: Int) -> Bool {
    !facts(at).isDisjoint(with: [.title, .personNoun, .noun]) && at + 1 < end && isWord(at + 1)
      && startsWithArticle(at + 1) && !facts(at + 1).contains(.given)
      && !facts(at + 1).contains(.nationality) && !isUnknown(at + 1)
  }

  private func startsWithArticle(_ at: Int) -> Bool {
    let letters = analysis.text.letters(at)
    return letters.count > 3 && letters.starts(with: [Letter.alef, Letter.lam])
  }

  private func endsInTanwin(_ at: Int) -> Bool {
    analysis.text.letters(at).suffix(2).elementsEqual([Letter.yaHamza, Letter.alef])
  }

  private func isOrdinal(_ at: Int) -> Bool {
    word(at).tag == .number
      || facts(at).contains(.count) && analysis.number(at: at)?.kind == .ordinal
  }

  private func isListedPlace(_ at: Int) -> Bool {
    analysis.phrases(at: at).contains {
      $0.value.category == .name && $0.clitics.isEmpty && $0.tokens.count == 1
        && analysis.lexicon.names[Int($0.value.entry)].kind != .organization
    }
  }

  /// «بوش وبلير»: و before a word that is a name without it begins another.
  private func opensNewName(_ at: Int) -> Bool {
    analysis.text.letters(at).first == Letter.waw && !facts(at).contains(.given)
      && !known.contains(analysis.key(at)) && analysis.text.letters(at).count > 3
  }

  private func knownClitics(_ at: Int) -> Clitics {
    guard !known.contains(analysis.key(at)), let first = analysis.text.letters(at).first else {
      return []
    }
    switch first {
    case Letter.waw: return .wa
    case Letter.fa: return .fa
    case Letter.ba: return .bi
    case Letter.lam: return .li
    case Letter.kaf: return .ka
    default: return []
    }
  }

  // MARK: Reasons

  /// «وقال بولتون»: the word before is a verb of speech.
  func isSpeaker(_ start: Int) -> Bool {
    guard start > bounds.lowerBound else { return false }
    return word(start - 1).tag == .verb && facts(start - 1).contains(.speech)
  }

  /// «إن بلير كان», «قصف شارون», «هدد تروتنيف»: the subject of a verb before or behind it.
  private func isSubject(_ tokens: Range<Int>) -> Bool {
    let start = tokens.lowerBound
    guard start > bounds.lowerBound, analysis.text.letters(start).count >= 4 else { return false }
    let before = start - 1
    if word(before).tag == .verb, analysis.text.letters(start).last != Letter.alef,
      facts(before).isDisjoint(with: [.noun, .function])
    {
      return true
    }
    guard tokens.upperBound < end, word(tokens.upperBound).tag == .verb,
      isJoined(tokens.upperBound) == false
    else { return false }
    switch analysis.chosenFunction(before)?.functionClass {
    case .complement, .emphatic, .contrast: return true
    default: return false
    }
  }

  /// «السيد العثماني».
  private func followsHonorific(_ start: Int) -> Bool {
    start > bounds.lowerBound && isHonorific(start - 1) && hasArticle(start - 1)
  }

  /// «بلير وشيراك»: joined to a person.
  private func followsPerson(_ start: Int) -> Bool {
    guard let last = found.last, last.kind == .person, last.tokens.upperBound == start else {
      return false
    }
    return analysis.text.letters(start).first == Letter.waw
  }

  /// Whether a title stands before a word, perhaps with what it governs in between:
  /// «الرئيس», «رئيس الوزراء البريطاني», «الأمين العام للأمم المتحدة».
  func isTitled(_ start: Int) -> Bool {
    var at = start - 1
    if isMark(at, "،") || isMark(at, ",") {
      at -= 1
      guard at > bounds.lowerBound, covering(at) == nil, isWord(at), !isUnknown(at) else {
        return false
      }
    }
    var steps = 0
    var isDefinite = false
    // «الإسباني فابريغاس»: a man of a nation.
    let onlyNationality =
      bounds.contains(at) && word(at).tag == .nationality && hasArticle(at)
      && !analysis.text.tokens[at].spelling.contains(.taMarbuta)
      && covering(at) == nil
    while bounds.contains(at), steps < 8 {
      guard isWord(at) else { return onlyNationality && steps == 1 }
      let fact = facts(at)
      if let name = covering(at) {
        if name.kind == .person { return false }
        isDefinite = true
        if !name.clitics.isDisjoint(with: .conjunction) { return false }
        at = name.tokens.lowerBound - 1
        steps += 1
        continue
      }
      if word(at).tag == .verb { return onlyNationality && steps == 1 }
      if !fact.isDisjoint(with: [.title, .personNoun]),
        isDefinite || isDefiniteWord(at) || fact.contains(.title) && steps == 0 && isHonorific(at)
      {
        return true
      }
      if word(at).tag == .function {
        if onlyNationality, steps == 1 { return true }
        guard analysis.chosenFunction(at)?.preposition == .fi, isDefinite else { return false }
      } else if steps == 0, !isDefiniteWord(at) {
        // An indefinite noun before the name governs it: «حكومة بلير».
        return false
      } else if isUnknown(at), !hasArticle(at) {
        return false
      }
      if isDefiniteWord(at) { isDefinite = true }
      at -= 1
      steps += 1
    }
    return false
  }

  private func isDefiniteWord(_ at: Int) -> Bool {
    hasArticle(at) || !word(at).clitics.isDisjoint(with: .anyPronoun)
      || analysis.text.letters(at).starts(with: [Letter.alef, Letter.lam])
  }

  private func isHonorific(_ at: Int) -> Bool {
    guard let reading = analysis.reading(at, .title) else { return false }
    let kind = analysis.lexicon.nouns[reading.entry].kind
    return kind == "honorific" || kind == "rank"
  }

  /// Whether an unknown word may be a foreign name: none of the endings and beginnings that
  /// Arabic plurals, verbs and pronouns give a word.
  private func looksForeign(_ at: Int) -> Bool {
    let letters = analysis.text.letters(at)
    guard letters.count >= 3, let first = letters.first, !endsInPronoun(at) else { return false }
    for ending in Self.commonEndings where letters.count > ending.count + 2 {
      if letters.suffix(ending.count).elementsEqual(ending) { return false }
    }
    for beginning in Self.commonBeginnings where letters.count > beginning.count + 2 {
      if letters.starts(with: beginning) { return false }
    }
    return letters.count >= 3 && first != Letter.ta || letters.count < 4
  }

  private static let commonEndings = ["ات", "ها", "هم", "هما", "وا", "تين", "تان", "ته"]
    .map { Letter.fold($0) }
  private static let commonBeginnings = [
    "است", "مست", "مت", "يست", "تست", "ان", "سي", "لل", "وي", "وت",
  ]
  .map { Letter.fold($0) }
}
