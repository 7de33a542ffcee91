internal import ArabicText
internal import Contracts

extension NameFinder {
  /// What a word is within a personal name.
  enum Part: UInt8 {
    case given, known, particle, ordinal, unknown, article, place
  }

  /// The parts of a name, four bits each, so that trying a name asks for no memory.
  struct Parts: RandomAccessCollection {
    static let most = 9

    private var bits: UInt64 = 0
    private(set) var count = 0

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    subscript(index: Int) -> Part {
      precondition(index >= 0 && index < count)
      return Part(rawValue: UInt8(truncatingIfNeeded: bits >> UInt64(4 * index) & 15)) ?? .unknown
    }

    mutating func append(_ part: Part) {
      precondition(count < Self.most)
      bits |= UInt64(part.rawValue) << UInt64(4 * count)
      count += 1
    }

    mutating func removeLast() {
      count -= 1
      bits &= 1 << UInt64(4 * count) - 1
    }
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
    var parts = Parts()
    parts.append(first)
    var last = first
    var at = start + 1
    while at < end, parts.count < Parts.most,
      let next = part(at, isFirst: false, after: last),
      last == .particle || !opensNewName(at)
    {
      parts.append(next)
      last = next
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
      clitics: givenClitics ?? clitics(start, first),
      isSure: isSure(parts, start..<at))
  }

  private static let ten = Letter.fold("عشر")

  private func clitics(_ start: Int, _ part: Part) -> Clitics {
    switch part {
    case .known: knownClitics(start)
    case .unknown: unknownClitics(start)
    default: word(start).clitics
    }
  }

  /// Whether a name's words name the same person elsewhere in the article: it has two parts and a
  /// given name that is nothing else, a title before it, or letters that leave no doubt.
  private func isSure(_ parts: Parts, _ tokens: Range<Int>) -> Bool {
    let start = tokens.lowerBound
    if parts.count > 1,
      zip(parts, tokens).contains(where: { part, token in
        part == .given && facts(token).isDisjoint(with: TokenFacts.otherSense)
      })
    {
      return true
    }
    // «عبد الرزاق الرحال».
    if parts.count > 2, parts[0] == .particle, parts[1] != .particle { return true }
    switch parts[0] {
    case .unknown: return isTitled(start) && likeness(start) > 0 || evidence(parts, tokens) > 7
    case .given: return isTitled(start) || isSpeaker(start)
    case .particle, .article: return isTitled(start)
    case .known, .ordinal, .place: return false
    }
  }

  private func isPerson(_ parts: Parts, _ tokens: Range<Int>) -> Bool {
    let start = tokens.lowerBound
    let fact = facts(start)
    switch parts[0] {
    case .known: return fact.isDisjoint(with: [.verb, .function]) || parts.count > 1
    case .particle: return parts.count > 1
    case .given:
      if fact.contains(.ali) { return true }
      if parts.count > 1 {
        return word(start).tag != .verb || parts.contains { $0 == .known || $0 == .particle }
          || parts.dropFirst().contains(.given) || isTitled(start) || isSpeaker(start)
          || start > bounds.lowerBound && word(start - 1).tag == .verb
      }
      if startsWithArticle(start), !standsAlone(start) { return false }
      if fact.isDisjoint(with: TokenFacts.otherSense) {
        return isBare(start) || word(start).clitics.rawValue.nonzeroBitCount == 1
      }
      return word(start).tag != .verb && word(start).tag != .function
        && (isTitled(start) || isSpeaker(start))
    case .unknown:
      if isTitled(start) {
        return parts.count > 1 || looksForeign(start) || analysis.text.letters(start).count < 5
      }
      return evidence(parts, tokens) > 6
    case .article: return isUnknown(start) && followsHonorific(start)
    case .ordinal, .place: return false
    }
  }

  /// What part of a name a word may be; nil ends the name.
  private func part(_ at: Int, isFirst: Bool, after last: Part?) -> Part? {
    guard isWord(at) else { return nil }
    let fact = facts(at)
    if !fact.isDisjoint(with: [.time, .prepositionWithPronoun]) { return nil }
    let clitics = word(at).clitics
    let length = analysis.text.letters(at).count
    if fact.contains(.particle), isFirst ? word(at).tag != .function : true { return .particle }
    if fact.contains(.linker), isFirst ? linksForeign(at) : linksNames(at) { return .particle }
    if fact.contains(.suffix) { return isFirst || last == .article ? nil : .article }
    if fact.contains(.ali) { return isAli(at, isFirst: isFirst) ? .given : nil }
    if !isFirst, isPlaceBehindClitic(at) { return nil }
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
    if isKnown(at, isFirst: isFirst) { return .known }
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
    if !isFirst, let last, isFamilyName(at, after: last) { return .given }
    if isUnknown(at), length >= 2 {
      let spelling = analysis.text.tokens[at].spelling
      if spelling.contains(.tanwin) || endsInTanwin(at) { return nil }
      if !isFirst, endsInPronoun(at) || likeness(at) < -3 { return nil }
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
        && (!clitics.isDisjoint(with: [.fa, .ka]) || looksUncut(at)) ? .unknown : nil
    }
    guard !isFirst, let last else { return nil }
    // «سعد بن أبي وقاص», «علي بن أبي طالب»: not even a verb's homograph ends a name here.
    if last == .particle, word(at).tag != .function, !isJoined(at) || startsWithWaw(at) {
      return .article
    }
    if last == .given, hasArticle(at), isOrdinal(at),
      !analysis.text.tokens[at].spelling.contains(.alefMaqsura)
    {
      return .ordinal
    }
    if last == .ordinal, analysis.text.letters(at).elementsEqual(Self.ten) { return .ordinal }
    if last == .given, isTitleInside(at) { return .unknown }
    return last == .given && isBearersNoun(at) ? .article : nil
  }
}
