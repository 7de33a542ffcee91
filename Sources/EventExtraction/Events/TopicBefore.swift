internal import ArabicText

/// The noun phrase at the head of a clause, with those joined to it.
struct TopicPhrase {
  var mentions: List<Int>
  /// Whether it is the verb's subject although a noun phrase behind the verb agrees too.
  var isSure: Bool
}

extension SentenceReader {
  /// The noun phrase at the head of the clause before a verb.
  func topicBefore(_ unit: Int) -> TopicPhrase? {
    if units[unit].hasConjunction { return nil }
    var skippedAside = false
    guard var at = headBefore(unit, &skippedAside) else { return nil }
    // A noun of an event and who takes part in it, or an office and its bearer, are one subject.
    while at > 0, units[at].mention != nil, units[at - 1].mention != nil,
      !units[at].hasConjunction, units[at].attachedPreposition == nil, !opensClause(at)
    {
      at -= 1
    }
    guard let mention = units[at].mention, !isPrepositional(at) else { return nil }
    var head = at
    while units[head].hasConjunction, head > 0, units[head - 1].mention != nil,
      !isPrepositional(head - 1)
    {
      head -= 1
    }
    let mentions = arena.list(units[head...at].lazy.compactMap(\.mention))
    guard opensClause(head) else { return nil }
    let token = units[unit].tokens.lowerBound
    let subject = analysis.mentions[mention]
    guard
      mentions.count > 1
        || hasObjectPronoun(token) || analysis.agrees(token, with: subject, before: true)
    else { return nil }
    let isFirst = head == 0 || units[head - 1].function == .complement
    return TopicPhrase(mentions: mentions, isSure: !units[unit - 1].isMark(.comma) || isFirst)
  }

  /// Goes back from a verb over what may stand between it and the head of its clause: particles,
  /// times, asides between commas or brackets, prepositional phrases.
  private func headBefore(_ unit: Int, _ skippedAside: inout Bool) -> Int? {
    var at = unit - 1
    while at >= 0 {
      if isBetweenSubjectAndVerb(at) {
        at -= 1
      } else if case .time = units[at].kind {
        at -= 1
      } else if units[at].isMark(.comma), !skippedAside, let open = opening(of: at) {
        at = open - 1
        skippedAside = true
      } else if units[at].isMark(.comma), at == unit - 1, at > 0, isApposed(at - 1) {
        at -= 1
        skippedAside = true
      } else if units[at].isMark(.closeBracket), let open = openingBracket(at) {
        at = open - 1
      } else if let start = prepositionalStart(at) {
        at = start - 1
      } else {
        return units[at].mention == nil ? nil : at
      }
    }
    return nil
  }

  /// The first unit of the prepositional phrase that ends at a unit: «في تونس», «للحزب», «معه»,
  /// «في تونس والجزائر».
  private func prepositionalStart(_ end: Int) -> Int? {
    var at = end
    while at > 0, units[at].mention != nil, units[at].hasConjunction,
      units[at].attachedPreposition == nil, units[at - 1].mention != nil
    {
      at -= 1
    }
    if isPrepositional(at) {
      return units[at].attachedPreposition == nil ? at - 1 : at
    }
    // «اجتماع وزراء …»: the genitive of an event's noun that stands behind a preposition.
    if at > 0, analysis.isGenitive(at, units), isPrepositional(at - 1) {
      return units[at - 1].attachedPreposition == nil ? at - 2 : at - 1
    }
    if case .preposition = units[end].kind, !units[end].clitics.isDisjoint(with: .anyPronoun) {
      return end
    }
    return nil
  }

  /// Whether a noun phrase there is the first of its clause.
  private func opensClause(_ at: Int) -> Bool {
    guard at > 0 else { return true }
    let before = units[at - 1]
    if units[at].hasConjunction { return true }
    switch before.kind {
    case .function(let name):
      return name.opensClause
        || name.standsBeforeSubject
    case .mark: return true
    case .time: return at < 2 || opensClause(at - 1)
    case .verb:
      // «وكانت السلطات أعلنت»: an auxiliary stands before the subject.
      return analysis.traits(before.tokens.lowerBound).contains(.auxiliary)
    default: return false
    }
  }

  func isPrepositional(_ at: Int) -> Bool {
    guard units[at].mention != nil else { return false }
    if units[at].attachedPreposition != nil { return true }
    guard at > 0 else { return false }
    switch units[at - 1].kind {
    case .preposition: return true
    case .function(let name):
      return name == .timePreposition || name == .according || name == .agent
    default: return false
    }
  }

  /// «مدير المكتب، ستيفن ميلر، تحدث»: a noun phrase with a comma in it is closed by one.
  private func isApposed(_ at: Int) -> Bool {
    units[at].mention.map { mention in
      analysis.mentions[mention].tokens.contains { analysis.text.tokens[$0].isMark("،") }
    } ?? false
  }

  private func openingBracket(_ close: Int) -> Int? {
    (max(0, close - 12)..<close).last { units[$0].isMark(.openBracket) }
  }

  /// The comma that opens the aside which a comma closes.
  private func opening(of close: Int) -> Int? {
    guard let open = (max(0, close - 14)..<close).last(where: { units[$0].isMark(.comma) }),
      open > 0
    else { return nil }
    switch units[open + 1].kind {
    case .mention, .preposition, .time: return open
    case .function(let name):
      return name.opensAside ? open : nil
    default: return nil
    }
  }
}

extension FunctionClass {
  /// Whether the subject may stand right behind it at the head of a clause.
  fileprivate var standsBeforeSubject: Bool {
    switch self {
    case .complement, .coordination, .adverb, .exception, .speakerTurn, .emphatic: true
    default: false
    }
  }

  fileprivate var opensAside: Bool {
    switch self {
    case .relative, .pronoun, .like, .timePreposition, .coordination: true
    default: false
    }
  }
}
