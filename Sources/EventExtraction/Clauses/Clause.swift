internal import ArabicText
internal import Contracts

/// What follows a predicate up to the end of its clause.
struct Clause: Sendable {
  /// A noun phrase with those joined to it by و.
  struct Argument: Sendable {
    var preposition: Preposition?
    var unit: Int
    var mentions: [Int]
  }

  /// In the order in which they stand.
  var arguments: [Argument] = []
  /// Who does it, behind «من قبل», «على يد» and the like.
  var agents: [Int] = []
  /// The unit of أن or إن, or of a colon or quotation mark, that opens reported content.
  var complement: Int?
  var times: [Int] = []
  /// Behind the last unit of the clause.
  var end = 0

  var bare: [Argument] { arguments.filter { $0.preposition == nil } }

  func argument(_ preposition: Preposition) -> Argument? {
    arguments.first { $0.preposition == preposition }
  }
}

extension Analysis {
  /// Reads the clause behind the unit of a predicate.
  func clause(after start: Int, in units: [Unit]) -> Clause {
    var clause = Clause()
    var at = start + 1
    var pending: Preposition?
    var lastAgent: Int?
    while at < units.count {
      let unit = units[at]
      switch unit.kind {
      case .mention(let mention):
        let preposition = unit.attachedPreposition ?? pending
        if preposition == nil, lastAgent == at - 1,
          units[at - 1].function == .agent || unit.hasConjunction
        {
          clause.agents.append(mention)
          lastAgent = at
        } else if preposition == nil, isGenitive(at, units) || completes(at, units) {
          pending = nil
        } else if unit.hasConjunction,
          preposition == nil || preposition == clause.arguments.last?.preposition,
          let last = clause.arguments.last, !last.mentions.isEmpty, !startsClause(at, units),
          last.preposition == nil || !units[at - 1].isMark("،,")
        {
          clause.arguments[clause.arguments.count - 1].mentions.append(mention)
        } else if unit.hasConjunction, preposition == nil, startsClause(at, units) {
          clause.end = at
          return clause
        } else {
          clause.arguments.append(
            .init(preposition: preposition, unit: at, mentions: [mention]))
        }
        pending = nil
      case .preposition(let preposition):
        if unit.clitics.isDisjoint(with: .anyPronoun) {
          pending = preposition
        } else {
          clause.arguments.append(.init(preposition: preposition, unit: at, mentions: []))
        }
      case .time(let time):
        clause.times.append(time)
        pending = nil
      case .verb:
        clause.end = at
        return clause
      case .function(let name):
        switch name {
        case .complement:
          clause.complement = at
          clause.end = at
          return clause
        case .relative:
          guard let next = endOfAside(at, units) else {
            clause.end = at
            return clause
          }
          at = next
        case .pronoun where unit.hasConjunction:
          guard let next = endOfAside(at, units) else {
            clause.end = at
            return clause
          }
          at = next
        case .timePreposition, .like: pending = .other
        case .agent: lastAgent = at
        case _ where name.opensClause:
          clause.end = at
          return clause
        default: break
        }
      case .mark:
        if unit.isMark(":\"«“”") {
          if clause.complement == nil { clause.complement = at }
          clause.end = at
          return clause
        }
        if unit.isMark(".؛;!؟?…") {
          clause.end = at
          return clause
        }
        if unit.isMark("("), let close = closingBracket(at, units) {
          for inside in at..<close {
            if case .time(let time) = units[inside].kind { clause.times.append(time) }
          }
          at = close
        }
      case .other: break
      }
      at += 1
    }
    clause.end = units.count
    return clause
  }

  /// Whether a word that the lexicon does not know completes the indefinite noun right before it:
  /// «إمام جمعة».
  private func completes(_ at: Int, _ units: [Unit]) -> Bool {
    guard let before = units[at - 1].mention, let mention = units[at].mention,
      !units[at].hasConjunction, mentions[mention].kind == .other,
      mentions[mention].tokens.count == 1, !mentions[before].isDefinite,
      mentions[before].name == nil
    else { return false }
    let token = mentions[mention].head
    return words[token].readings.isEmpty && words[token].clitics.isEmpty
  }

  /// Whether a noun phrase is the genitive of an event's name right before it.
  func isGenitive(_ at: Int, _ units: [Unit]) -> Bool {
    guard at > 0, units[at - 1].mention != nil, units[at].mention != nil,
      !units[at].hasConjunction, units[at].attachedPreposition == nil
    else { return false }
    let last = units[at - 1].tokens.upperBound - 1
    return isEventNoun(last) && !words[last].clitics.contains(.article)
  }

  /// Whether a coordinated noun phrase is the subject of a clause of its own: a verb agrees behind it.
  private func startsClause(_ at: Int, _ units: [Unit]) -> Bool {
    guard at + 1 < units.count, units[at + 1].isVerb, let mention = units[at].mention else {
      return false
    }
    return agrees(units[at + 1].tokens.lowerBound, with: mentions[mention], before: true)
  }

  /// The unit that ends an aside which began behind a comma: its closing comma.
  private func endOfAside(_ at: Int, _ units: [Unit]) -> Int? {
    guard at > 0, units[at - 1].isMark("،,") else { return nil }
    return (at + 1..<units.count).first { units[$0].isMark("،,") }
  }

  func closingBracket(_ at: Int, _ units: [Unit]) -> Int? {
    (at + 1..<min(units.count, at + 12)).first { units[$0].isMark(")") }
  }

  /// Whether a noun phrase's ending lets it be a subject: no indefinite accusative («شهودا»), no
  /// dual or sound plural in ين.
  func canBeSubject(_ mention: Mention) -> Bool {
    if mention.hasNumber || mention.name?.lowerBound == mention.head { return true }
    if text.tokens[mention.head].spelling.contains(.tanwin) { return false }
    let nominal = words[mention.head].readings.filter { readings[$0].category.isNominal }
    let isDefinite = mention.isDefinite
    return nominal.isEmpty
      || nominal.contains { index in
        let features = readings[index].features
        // «رئيسا» is "two presidents of …" only before a genitive.
        if features.isSuperset(of: [.dual, .construct]), !isDefinite { return false }
        return features.isDisjoint(with: [.accusative, .oblique])
      }
  }

  /// Whether a verb's form agrees with a noun phrase as its subject.
  ///
  /// - Parameter before: whether the noun phrase stands before the verb, which then agrees in
  ///   number too.
  func agrees(_ verb: Int, with mention: Mention, before: Bool) -> Bool {
    let readings = words[verb].readings.map { self.readings[$0] }.filter { $0.category == .verb }
    return readings.isEmpty
      || readings.contains { agrees($0.features, with: mention, before: before) }
  }

  private func agrees(_ features: Features, with mention: Mention, before: Bool) -> Bool {
    if features.contains(.firstPerson) { return false }
    let isPluralVerb = !features.isDisjoint(with: [.plural, .dual])
    if isPluralVerb && !before { return false }
    let isPlural = !mention.features.isDisjoint(with: [.plural, .dual]) || mention.hasNumber
    if isPluralVerb {
      return isPlural || [.group, .organization, .other].contains(mention.kind)
    }
    if before, isHumanPlural(mention), !mention.hasNumber {
      // «الأطراف ستلتزم», «القوات انسحبت»: broken plurals of bodies take the feminine.
      return features.contains(.feminine)
        && mention.features.isDisjoint(with: [.nominative, .oblique])
    }
    guard let isFeminine = gender(mention) else { return true }
    return features.contains(.feminine) == isFeminine
  }

  private func isHumanPlural(_ mention: Mention) -> Bool {
    mention.isHuman && mention.features.contains(.plural)
  }

  /// «السلطات», «القوات»: a plural in ات, whichever of its readings was taken.
  private func isFemininePlural(_ token: Int) -> Bool {
    text.letters(token).suffix(2).elementsEqual([Letter.alef, Letter.ta]) && isPlural(token)
  }

  /// «20 ألف شخص» is no subject of «طهرت»: men counted by a bare number take the masculine.
  private func genderOfCounted(_ mention: Mention) -> Bool? {
    let first = mention.tokens.lowerBound
    guard words[first].tag == .number || numberAt[first] >= 0, mention.isHuman,
      mention.features.isDisjoint(with: [.plural, .feminine]),
      !text.tokens[mention.head].spelling.contains(.taMarbuta)
    else { return nil }
    return false
  }

  /// Whether a noun phrase is feminine for its verb; nil where that is open.
  func gender(_ mention: Mention) -> Bool? {
    if mention.hasNumber { return genderOfCounted(mention) }
    if mention.features.contains(.plural) { return mention.isHuman ? nil : true }
    if mention.name?.lowerBound == mention.head,
      mention.kind == .country || mention.kind == .place || mention.lexiconName != nil
    {
      return nil
    }
    if isFemininePlural(mention.head) { return true }
    if mention.kind == .person, mention.title == nil { return nil }
    if mention.features.contains(.feminine) { return true }
    let token = text.tokens[mention.head]
    if token.spelling.contains(.taMarbuta) { return true }
    // A known masculine noun is masculine; an unknown one may be anything.
    return words[mention.head].readings.isEmpty ? nil : false
  }
}
