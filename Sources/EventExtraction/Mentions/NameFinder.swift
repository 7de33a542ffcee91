internal import ArabicText
internal import Contracts

/// Finds the proper names of one sentence, left to right.
struct NameFinder {
  let analysis: Analysis
  /// The sentence's tokens.
  let bounds: Range<Int>
  /// Whether the sentence tells of sports: two of its words do.
  let isSports: Bool
  /// Whether «علي» in the sentence is the name, as «على» and its like have their own letter.
  let writesAlaApart: Bool
  /// Where the sentence's names begin among those of the article.
  private let firstName: Int

  init(analysis: Analysis, bounds: Range<Int>) {
    self.analysis = analysis
    self.bounds = bounds
    firstName = analysis.names.count
    isSports = bounds.count { analysis.facts[$0].contains(.sports) } > 1
    writesAlaApart = analysis.writesAlaApart(in: bounds) ?? analysis.writesAlaApart
  }

  var end: Int { bounds.upperBound }

  var known: KnownWords { analysis.known }

  /// The lexicon's.
  private var names: FixedArray<Name> { analysis.lexicon.names }

  /// The sentence's names so far.
  var found: UnsafeBufferPointer<FoundName> {
    analysis.names.values(firstName..<analysis.names.count)
  }

  /// Adds the names of the sentence to the article's.
  func run() {
    var at = bounds.lowerBound
    while at < end {
      if !facts(at).isDisjoint(with: [.mayBeginName, .called]), let name = name(at: at) {
        analysis.names.append(name)
        at = name.tokens.upperBound
      } else {
        at += 1
      }
    }
  }

  private func name(at start: Int) -> FoundName? {
    let kind = analysis.text.tokens[start].kind
    guard kind == .word || kind == .foreign, !facts(start).contains(.time) else { return nil }
    if let agency = bracketedAgency(at: start) ?? calledAfterNoun(at: start) { return agency }
    let listed = listed(at: start)
    let person = person(at: start)
    if let person, listed.map({ isBetter(person, $0) }) ?? true { return person }
    let body = organization(at: start).map(withDiscipline)
    if let listed {
      if let body, body.tokens.count > listed.tokens.count, extends(body, listed) { return body }
      if listed.kind == .organization { return withDiscipline(withAdjective(listed)) }
      return asTeam(withDirection(listed))
    }
    return body ?? place(at: start)
  }

  /// Between a person and a name of the lexicon that begin at one word.
  private func isBetter(_ person: FoundName, _ listed: FoundName) -> Bool {
    if listed.kind == .organization || listed.kind == .country {
      return person.tokens.count > listed.tokens.count
        && facts(person.tokens.lowerBound).contains(.given)
    }
    if person.tokens.count == 1 {
      // «السفير بدمشق»: what is written onto the word speaks for the place.
      return listed.tokens.count == 1 && listed.clitics.isEmpty
        && isTitled(person.tokens.lowerBound)
    }
    // «سفير كراكاس بدمشق نادر الأنداري».
    if !listed.clitics.isEmpty, isUnknown(person.tokens.lowerBound) { return false }
    // «نصر الله» is also a place.
    if person.tokens.count == 2, facts(person.tokens.lowerBound + 1).contains(.suffix) {
      return true
    }
    // «آسيا الوسطى» is listed whole.
    return listed.tokens.count > 1
      ? person.tokens.count > listed.tokens.count : true
  }

  // MARK: What a token is

  @inline(__always)
  func facts(_ index: Int) -> TokenFacts { analysis.facts[index] }
  @inline(__always)
  func word(_ index: Int) -> Word { analysis.words[index] }

  @inline(__always)
  func isWord(_ index: Int) -> Bool {
    index < end && analysis.text.tokens[index].kind == .word
  }

  @inline(__always)
  func isBare(_ index: Int) -> Bool { word(index).clitics.isEmpty }

  @inline(__always)
  func hasArticle(_ index: Int) -> Bool { word(index).clitics.contains(.article) }

  @inline(__always)
  func isJoined(_ index: Int) -> Bool {
    !word(index).clitics.isDisjoint(with: Clitics.conjunction.union(.preposition))
  }

  /// A word that no table knows.
  @inline(__always)
  func isUnknown(_ index: Int) -> Bool {
    word(index).readings.isEmpty && word(index).tag == .unknown
  }

  @inline(__always)
  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    bounds.contains(index) && analysis.text.tokens[index].isMark(mark)
  }

  func covering(_ index: Int) -> FoundName? {
    for name in found.reversed() {
      if name.tokens.upperBound <= index { return nil }
      if name.tokens.contains(index) { return name }
    }
    return nil
  }

  // MARK: Names of the lexicon

  /// The longest name of the lexicon that begins here and makes sense here.
  func listed(at start: Int) -> FoundName? {
    guard
      let match = analysis.bestName(at: start, before: end, where: { isExpected($0, at: start) })
    else { return nil }
    let entry = Int(match.value.entry)
    let kind = names[entry].kind
    if kind == .group, match.tokens.count == 1, !isUnknown(start) { return nil }
    if match.tokens.count == 1, !makesSense(match, at: start) { return nil }
    return FoundName(
      tokens: match.tokens, kind: kind, lexiconName: entry, clitics: match.clitics)
  }

  /// Whether a name of one word that may be another word is the name here.
  private func makesSense(_ match: PhraseMatch, at start: Int) -> Bool {
    // A name itself has texts, which to hold would count references.
    let entry = Int(match.value.entry)
    let (kind, population) = (names[entry].kind, names[entry].population)
    let fact = facts(start)
    if kind == .place, population < 150_000, !isArab(entry), !names[entry].isSettled {
      return isUnknown(start) && isPlaceContext(start, match.clitics)
    }
    if isUnknown(start) { return true }
    let cuts = analysis.fewestCuts(start)
    if match.clitics.rawValue.nonzeroBitCount > cuts { return false }
    if fact.isDisjoint(with: TokenFacts.otherSense.union(.given)) { return true }
    if kind == .organization {
      switch names[entry].nameClass {
      case .media: return isMediaContext(match)
      case .team: return isTeamContext(start, match.clitics)
      default: return true
      }
    }
    if isPlaceContext(start, match.clitics) { return true }
    if kind == .country || names[entry].nameClass == .capital || population > 400_000
      || names[entry].isSettled
    {
      // «روسيا» is also an accusative, «سورية» and «مالي» are adjectives too.
      if fact.isDisjoint(with: [.nationality, .noun]) { return true }
      if analysis.text.letters(start).last == Letter.alef { return true }
      if hasListedArticle(start, match.clitics) { return true }
      return start == bounds.lowerBound || !isNoun(start - 1)
    }
    return false
  }

  private func hasListedArticle(_ start: Int, _ clitics: Clitics) -> Bool {
    let offset = clitics.rawValue.nonzeroBitCount
    return analysis.text.letters(start).dropFirst(offset).starts(with: [Letter.alef, Letter.lam])
      || clitics.contains(.li)
  }

  /// A noun that an adjective could follow.
  func isNoun(_ at: Int) -> Bool {
    isWord(at)
      && (word(at).tag == .noun || word(at).tag == .unknown || word(at).tag == .nationality)
  }

  /// Whether a place is likely after the word before: «في», «مدينة», «شمال».
  func isPlaceContext(_ start: Int, _ clitics: Clitics) -> Bool {
    if !clitics.isDisjoint(with: .bi) { return true }
    guard start > bounds.lowerBound else { return false }
    let before = start - 1
    // «دمشق وبعلبك».
    if !clitics.isDisjoint(with: .conjunction), let last = found.last,
      last.tokens.upperBound == start, last.kind == .place || last.kind == .country
    {
      return true
    }
    if !facts(before).isDisjoint(with: [.placeNoun, .direction]) { return true }
    switch analysis.chosenFunction(before)?.preposition {
    case .fi, .ila, .min: return true
    default: return false
    }
  }

  /// «مجلس الأمن الدولي», «المحكمة العليا الأميركية»: an adjective of place belongs to the body.
  private func withAdjective(_ name: FoundName) -> FoundName {
    var name = name
    let at = name.tokens.upperBound
    guard at < end, name.tokens.count > 1, hasArticle(name.tokens.lowerBound),
      word(at).tag == .nationality, hasArticle(at),
      !isJoined(at), hasArticle(at - 1)
    else { return name }
    name.tokens = name.tokens.lowerBound..<at + 1
    return name
  }

  /// Whether a body that begins with a listed name of two words or more is more than that name:
  /// «مجلس الأمن القومي», but not «مجلس الأمن والصين» or «الاتحاد الأوروبي للحصول».
  private func extends(_ body: FoundName, _ listed: FoundName) -> Bool {
    guard listed.kind == .organization, listed.tokens.count > 1 else { return true }
    let next = listed.tokens.upperBound
    return !isJoined(next) || word(next).clitics.contains(.li) && !facts(next).contains(.masdar)
  }

  /// «الاتحاد الدولي لكرة القدم»: the game that a body serves.
  private func withDiscipline(_ name: FoundName) -> FoundName {
    let at = name.tokens.upperBound
    guard at + 1 < end, Self.games.contains(analysis.key(at)), hasArticle(at + 1),
      analysis.reading(name.tokens.lowerBound, .organizationNoun)
        .map({ analysis.lexicon.nouns[$0.entry].kind == .body }) ?? false
    else { return name }
    var name = name
    name.tokens = name.tokens.lowerBound..<at + 2
    return name
  }

  private static let games = WordSet(["لكرة", "لألعاب"])

  /// «القدس الغربية», «جاوا الغربية»: an adjective that parts places of one name.
  private func withDirection(_ name: FoundName) -> FoundName {
    let at = name.tokens.upperBound
    guard name.kind == .place, at < end, isWord(at), !isJoined(at),
      Self.partingAdjectives.contains(analysis.key(at))
    else { return name }
    var name = name
    name.tokens = name.tokens.lowerBound..<at + 1
    return name
  }

  private static let partingAdjectives = WordSet(
    [
      "الشرقية", "الغربية", "الشرقي", "الغربي", "الكبرى", "الصغرى",
    ])

  private func isArab(_ entry: Int) -> Bool {
    names[entry].country.map(Self.arabCountries.contains) ?? true
  }

  private static let arabCountries = Code.set(
    "ARE BHR COM DJI DZA EGY ESH IRQ JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SOM SYR TUN YEM"
      + " ISR IRN")

  /// «مدرب ليفربول», «ضيفه باريس»: a place's name that stands for its team.
  private func asTeam(_ name: FoundName) -> FoundName {
    let before = name.tokens.lowerBound - 1
    guard bounds.contains(before), name.kind == .place || name.kind == .country,
      name.clitics.isEmpty, facts(before).contains(.team)
    else { return name }
    var name = name
    name.kind = .organization
    name.lexiconName = nil
    return name
  }
}

extension Name {
  /// Without a population: listed by hand, so known to the press.
  fileprivate var isSettled: Bool { population == 0 }
}
