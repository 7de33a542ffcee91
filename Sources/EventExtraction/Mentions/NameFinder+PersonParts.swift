internal import ArabicText
internal import Contracts

extension NameFinder {
  /// «محمد دنيا», «إيمان البحر»: an ordinary word that follows a given name and governs nothing.
  func isBearersNoun(_ at: Int) -> Bool {
    guard word(at).tag == .noun, word(at).clitics.subtracting(.pronounOfSpeech).isEmpty,
      !isAccusative(at),
      at - 1 >= bounds.lowerBound,
      facts(at).isDisjoint(with: [
        .title, .personNoun, .organizationNoun, .placeNoun, .nationality, .time, .titleStart,
        .event, .function,
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

  /// «سمير القنطار», «حنان ترك»: a family name that is also another word, behind a name and where
  /// it governs nothing.
  func isFamilyName(_ at: Int, after last: Part) -> Bool {
    guard facts(at).contains(.family) else { return false }
    switch last {
    case .given, .known, .particle, .unknown: break
    case .ordinal, .article, .place: return false
    }
    guard !facts(at).isDisjoint(with: [.title, .personNoun, .verb, .function]) else {
      return !opensPhrase(at)
    }
    // «قال أحمد الوزير بالحكومة», «أيد نبيل ترك المنصب».
    guard at + 1 < end, isWord(at + 1) else { return true }
    if facts(at + 1).contains(.given) || facts(at + 1).contains(.family) { return true }
    if word(at + 1).tag == .verb { return true }
    guard word(at + 1).tag == .function, isBare(at + 1) else { return false }
    return facts(at).isDisjoint(with: [.title, .personNoun])
      || analysis.chosenFunction(at + 1)?.preposition == nil
  }

  /// «مبكرا», «قضائيا»: an adverb.
  func isAccusative(_ at: Int) -> Bool {
    analysis.text.letters(at).last == Letter.alef
      && word(at).readings.contains { analysis.readings[$0].features.contains(.accusative) }
  }

  /// «حافظ قائد السبسي», «عادل إمام»: a title's word within a name governs nothing.
  func isTitleInside(_ at: Int) -> Bool {
    guard facts(at).contains(.title), word(at).tag == .noun, isBare(at) else { return false }
    guard at + 1 < end, isWord(at + 1) else { return true }
    if startsWithArticle(at + 1) { return facts(at + 1).contains(.given) }
    return word(at + 1).tag == .verb || word(at + 1).tag == .function
  }

  /// «علي» with its own ya, before or behind a name or, where the text writes «على» otherwise,
  /// anywhere.
  func isAli(_ at: Int, isFirst: Bool) -> Bool {
    guard !analysis.text.tokens[at].spelling.contains(.alefMaqsura) else { return false }
    // «علي الساحة», «علي طريقة» even there, but for «علي الخطيب».
    if writesAlaApart {
      return !isFirst || isTitled(at) || at + 1 >= end || !isWord(at + 1)
        || word(at + 1).tag != .noun || facts(at + 1).contains(.family) || hasNamesPart(at + 1)
    }
    if isFirst { return isTitled(at) || at + 1 < end && facts(at + 1).contains(.particle) }
    guard at + 1 < end, isWord(at + 1) else { return true }
    let next = facts(at + 1)
    return next.contains(.given) || !next.isDisjoint(with: [.particle, .titleStart])
      || word(at + 1).tag == .verb || word(at + 1).tag == .function
  }

  private func hasNamesPart(_ at: Int) -> Bool {
    !facts(at).isDisjoint(with: [.given, .particle, .linker])
      || known.names.contains(analysis.key(at))
      || known.homographs.contains(analysis.key(at))
  }

  /// «دي ستيفانو», «فان باستن»: before an unknown word that looks like a name.
  func linksForeign(_ at: Int) -> Bool {
    guard Self.foreignLinkers.contains(analysis.key(at)), at + 1 < end else { return false }
    return known.names.contains(analysis.key(at + 1))
      || facts(at + 1).contains(.given) && facts(at + 1).isDisjoint(with: TokenFacts.otherSense)
      || isUnknown(at + 1) && looksForeign(at + 1)
  }

  /// The same inside a name, and «ولد», «أم».
  func linksNames(_ at: Int) -> Bool {
    word(at).tag != .function || facts(at).contains(.given) || linksForeign(at)
  }

  private static let foreignLinkers = WordSet(
    ["دي", "دا", "فان", "فون", "دو", "دوس", "ديل", "ماك", "سان", "لو", "لا", "لي", "آل"])

  /// «الخطابي بأجدير», «شافيز لدمشق»: a place with a preposition on it ends the name.
  func isPlaceBehindClitic(_ at: Int) -> Bool {
    guard analysis.beginsPhrase(at, .name), !facts(at).contains(.given) || isJoined(at) else {
      return false
    }
    return analysis.phrases(at: at).contains {
      $0.value.category == .name && !$0.clitics.isDisjoint(with: .preposition)
        && [.place, .country].contains(analysis.lexicon.names[Int($0.value.entry)].kind)
        && (analysis.lexicon.names[Int($0.value.entry)].population > 30_000
          || analysis.lexicon.names[Int($0.value.entry)].kind == .country)
    }
  }

  /// «مهر الدين», «نصر الله».
  func isBeforeSuffix(_ at: Int) -> Bool {
    at + 1 < end && facts(at + 1).contains(.suffix) && !isJoined(at) && !hasArticle(at)
      && word(at).tag != .verb && word(at).tag != .function
  }

  /// «أمير البلاد»: a given name's homograph that governs the word behind it.
  func opensPhrase(_ at: Int) -> Bool {
    !facts(at).isDisjoint(with: [.title, .personNoun, .noun]) && at + 1 < end && isWord(at + 1)
      && startsWithArticle(at + 1) && !facts(at + 1).contains(.given)
      && !facts(at + 1).contains(.nationality) && !isUnknown(at + 1)
  }

  func isOrdinal(_ at: Int) -> Bool {
    Self.ordinals.contains(analysis.key(at)) || word(at).tag == .number
      || facts(at).contains(.count) && analysis.number(at: at)?.kind == .ordinal
  }

  private static let ordinals = WordSet(
    [
      "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع",
      "العاشر", "الحادي", "الأولى", "الثانية",
    ])

  func isListedPlace(_ at: Int) -> Bool {
    analysis.beginsPhrase(at, .name)
      && analysis.phrases(at: at).contains {
        $0.value.category == .name && $0.clitics.isEmpty && $0.tokens.count == 1
          && analysis.lexicon.names[Int($0.value.entry)].kind != .organization
      }
  }

  /// «بوش وبلير»: و before a word that is a name without it begins another.
  func opensNewName(_ at: Int) -> Bool {
    let letters = analysis.text.letters(at)
    guard letters.first == Letter.waw, letters.count > 3, !facts(at).contains(.given),
      facts(at).isDisjoint(with: .family), !known.names.contains(analysis.key(at))
    else { return false }
    return !isUnknown(at)
      || analysis.lexicon.letters.score(letters.dropFirst()) - likeness(at) > -3
  }

  func startsWithWaw(_ at: Int) -> Bool {
    analysis.text.letters(at).first == Letter.waw && !hasArticle(at)
  }

  /// What is surely written onto an unknown word that begins a name, by the letters behind it:
  /// «وشيراك», but not «ويلسون».
  func unknownClitics(_ at: Int) -> Clitics {
    let letters = analysis.text.letters(at)
    guard word(at).clitics.isEmpty, letters.count > 4, let first = letters.first else {
      return word(at).clitics
    }
    let gain = analysis.lexicon.letters.score(letters.dropFirst()) - likeness(at)
    switch first {
    case Letter.waw where gain > -1 || followsPerson(at): return .wa
    case Letter.lam where gain > 2: return .li
    case Letter.ba where gain > 2: return .bi
    default: return []
    }
  }

  /// Whether the article calls a person by this word: one that is nothing else anywhere, a homograph
  /// only within a name, behind a title or as who speaks.
  func isKnown(_ at: Int, isFirst: Bool) -> Bool {
    guard facts(at).contains(.called) else { return false }
    let key = analysis.key(at)
    if known.names.contains(key) { return true }
    if known.homographs.contains(key),
      !isFirst || isTitled(at) || isSpeaker(at) || standsAsName(at)
    {
      return true
    }
    return isFirst && known.names.contains(analysis.bareKey(at))
      && (isUnknown(at) || facts(at).contains(.given))
  }

  /// «مع بري», «أن نجاد»: an indefinite homograph of a name that governs and describes nothing.
  private func standsAsName(_ at: Int) -> Bool {
    guard at > bounds.lowerBound, isBare(at), !startsWithArticle(at), word(at - 1).tag == .function,
      !analysis.text.tokens[at].spelling.contains(.tanwin), facts(at).contains(.family)
    else { return false }
    return at + 1 >= end || !isWord(at + 1) || word(at + 1).tag == .verb
      || word(at + 1).tag == .function
  }

  func knownClitics(_ at: Int) -> Clitics {
    guard !known.names.contains(analysis.key(at)), let first = analysis.text.letters(at).first
    else {
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
}
