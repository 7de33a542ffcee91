internal import ArabicText
internal import Contracts

/// What follows a predicate up to the end of its clause.
struct Clause {
  /// A noun phrase with those joined to it by و.
  struct Argument {
    var preposition: Preposition?
    var unit: Int
    var mentions: List<Int>
  }

  /// In the order in which they stand.
  var arguments = List<Argument>()
  /// Those of them without a preposition.
  var bare = List<Argument>()
  /// The prepositions of the others.
  var prepositions: Slots = []
  /// Who does it, behind «من قبل», «على يد» and the like.
  var agents = List<Int>()
  /// The unit of أن or إن, or of a colon or quotation mark, that opens reported content.
  var complement: Int?
  var times = List<Int>()
  /// Behind the last unit of the clause.
  var end = 0

  func argument(_ preposition: Preposition) -> Argument? {
    arguments.first { $0.preposition == preposition }
  }
}

extension Analysis {
  /// Reads the clause behind the unit of a predicate.
  func clause(after start: Int, in units: List<Unit>) -> Clause {
    var clause = Clause()
    read(&clause, after: start, in: units)
    clause.bare = arena.filter(clause.arguments) { $0.preposition == nil }
    for argument in clause.arguments {
      if let preposition = argument.preposition { clause.prepositions.insert(Slots(preposition)) }
    }
    return clause
  }

  private func read(_ clause: inout Clause, after start: Int, in units: List<Unit>) {
    var at = start + 1
    var pending: Preposition?
    var lastAgent: Int?
    var quoted = false
    while at < units.count {
      let unit = units[at]
      switch unit.kind {
      case .mention(let mention):
        let preposition = unit.attachedPreposition ?? pending
        if preposition == nil, lastAgent == at - 1,
          units[at - 1].function == .agent || unit.hasConjunction
        {
          arena.append(mention, to: &clause.agents)
          lastAgent = at
        } else if preposition == nil,
          isGenitive(at, units) || completes(at, units) || describesTime(at, units)
        {
          pending = nil
        } else if unit.hasConjunction,
          preposition == nil || preposition == clause.arguments.last?.preposition,
          let last = clause.arguments.last, !last.mentions.isEmpty, !startsClause(at, units),
          last.preposition == nil || !units[at - 1].isMark(.comma)
        {
          clause.arguments.update(clause.arguments.count - 1) {
            arena.append(mention, to: &$0.mentions)
          }
        } else if unit.hasConjunction, preposition == nil, startsClause(at, units) {
          clause.end = at
          return
        } else {
          arena.append(
            .init(preposition: preposition, unit: at, mentions: arena.list(of: mention)),
            to: &clause.arguments)
        }
        pending = nil
      case .preposition(let preposition):
        if unit.clitics.isDisjoint(with: .anyPronoun) {
          pending = preposition
        } else {
          arena.append(
            .init(preposition: preposition, unit: at, mentions: List()), to: &clause.arguments)
        }
      case .time(let time):
        arena.append(time, to: &clause.times)
        pending = nil
      case .verb:
        clause.end = at
        return
      case .function(let name):
        switch name {
        case .complement:
          clause.complement = at
          clause.end = at
          return
        case .relative:
          guard let next = endOfAside(at, units) else {
            clause.end = at
            return
          }
          at = next
        case .pronoun where unit.hasConjunction:
          guard let next = endOfAside(at, units) else {
            clause.end = at
            return
          }
          at = next
        case .timePreposition, .like: pending = .other
        case .agent: lastAgent = at
        case _ where name.opensClause:
          clause.end = at
          return
        default: break
        }
      case .mark:
        // «إلى "مقتل 5 أشخاص"»: what stands behind a preposition is no speech for its quotation marks.
        if pending != nil, unit.isMark(.openQuote) {
          quoted = true
          break
        }
        if quoted, unit.isMark([.closeQuote, .openCurly]) {
          quoted = false
          break
        }
        if unit.isMark([.colon, .openQuote]) {
          if clause.complement == nil, !closes(at, units) { clause.complement = at }
          clause.end = at
          return
        }
        if unit.isMark(.sentenceEnd) {
          clause.end = at
          return
        }
        if unit.isMark(.openBracket), let close = closingBracket(at, units) {
          for inside in at..<close {
            if case .time(let time) = units[inside].kind { arena.append(time, to: &clause.times) }
          }
          at = close
        }
      case .other: break
      }
      at += 1
    }
    clause.end = units.count
  }

  /// Whether a quotation mark closes what was quoted before it.
  private func closes(_ at: Int, _ units: List<Unit>) -> Bool {
    if units[at].isMark(.closeGuillemet) { return true }
    guard units[at].isMark([.straightQuote, .closeCurly]) else { return false }
    if at + 1 == units.count { return true }
    if case .mark = units[at + 1].kind { return true }
    return false
  }

  /// «في الأسابيع | الأخيرة»: a word with the article right behind a time is its adjective.
  private func describesTime(_ at: Int, _ units: List<Unit>) -> Bool {
    guard at > 0, case .time = units[at - 1].kind, let mention = units[at].mention else {
      return false
    }
    return units[at].clitics == .article && mentions[mention].kind == .other
      && mentions[mention].tokens.count == 1
      && text.tokens[mentions[mention].head].spelling.contains(.taMarbuta)
  }

  /// Whether a word that the lexicon does not know completes the indefinite noun right before it:
  /// «إمام جمعة».
  private func completes(_ at: Int, _ units: List<Unit>) -> Bool {
    guard let before = units[at - 1].mention, let mention = units[at].mention,
      !units[at].hasConjunction, mentions[mention].kind == .other,
      mentions[mention].tokens.count == 1, !mentions[before].isDefinite,
      mentions[before].name == nil
    else { return false }
    let token = mentions[mention].head
    return words[token].readings.isEmpty && words[token].clitics.isEmpty
  }

  /// Whether a noun phrase is the genitive of an event's name right before it.
  func isGenitive(_ at: Int, _ units: List<Unit>) -> Bool {
    guard at > 0, units[at - 1].mention != nil, units[at].mention != nil,
      !units[at].hasConjunction, units[at].attachedPreposition == nil
    else { return false }
    let last = units[at - 1].tokens.upperBound - 1
    return isEventNoun(last) && !words[last].clitics.contains(.article)
  }

  /// Whether a coordinated noun phrase is the subject of a clause of its own: a verb agrees behind it.
  private func startsClause(_ at: Int, _ units: List<Unit>) -> Bool {
    guard at + 1 < units.count, units[at + 1].isVerb, let mention = units[at].mention else {
      return false
    }
    return agrees(units[at + 1].tokens.lowerBound, with: mentions[mention], before: true)
  }

  /// The unit that ends an aside which began behind a comma: its closing comma.
  private func endOfAside(_ at: Int, _ units: List<Unit>) -> Int? {
    guard at > 0, units[at - 1].isMark(.comma) else { return nil }
    return (at + 1..<units.count).first { units[$0].isMark(.comma) }
  }

  func closingBracket(_ at: Int, _ units: List<Unit>) -> Int? {
    (at + 1..<min(units.count, at + 12)).first { units[$0].isMark(.closeBracket) }
  }
}
