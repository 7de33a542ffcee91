internal import ArabicText
internal import Contracts

/// A status and what gave it.
struct StatusReading {
  var status: EventStatus
  var rule: StatusRule
  /// The unit that gave it.
  var unit: Int?

  static let actual = StatusReading(.actual, .told)

  init(_ status: EventStatus, _ rule: StatusRule, _ unit: Int? = nil) {
    self.status = status
    self.rule = rule
    self.unit = unit
  }
}

extension SentenceReader {
  func set(_ event: inout EventDraft, _ reading: StatusReading) {
    event.status = reading.status
    event.reasons.status = reading.rule
    event.reasons.statusWord = reading.unit.map { units[$0].tokens.lowerBound }
  }

  /// The status that a verb's particles, form and governing verb give it.
  func status(_ unit: Int, verb: CutReading) -> StatusReading {
    if verb.clitics.contains(.sa) { return governed(unit) ?? .init(.future, .futureMark, unit) }
    var at = unit - 1
    while at >= 0, unit - at <= 3 {
      switch units[at].function {
      case .negation where units[at + 1..<unit].contains(where: { $0.mention != nil }):
        // «منظمات غير حكومية تمكنت»: what is negated stands between.
        return conditional(unit)
      case .negation, .negationPast, .negationFuture: return .init(.negated, .negation, at)
      case .future: return governed(unit) ?? .init(.future, .futureMark, at)
      case .maybe: return .init(.hypothetical, .maybe, at)
      case .expected: return .init(.future, .expected, at)
      case .purpose, .preventive: return .init(.hypothetical, .purpose, at)
      case .done:
        return verb.features.contains(.imperfect)
          ? .init(.hypothetical, .fulfilment, at) : conditional(unit)
      case .relative where negates(at, verb: unit, verb):
        return .init(.negated, .negation, at)
      case .adverb, .pronoun: break
      case .condition: return .init(.hypothetical, .condition, at)
      case .complement: return governed(unit, complement: at, verb: verb) ?? .actual
      default:
        // «لم "تلتقي"»
        if units[at].mention == nil, !units[at].isMark(.usualOpenQuote) { return conditional(unit) }
      }
      at -= 1
    }
    if verb.clitics.contains(.li) { return .init(.hypothetical, .attachedLi, unit) }
    return conditional(unit)
  }

  /// «ما زار الرئيس دمشق»: at the head of a sentence or of what is said, before a past verb with its
  /// subject behind it, ما negates; «ما حدث», «ما قاله الرئيس» and «، ما أدى إلى» tell of what was
  /// done.
  private func negates(_ ma: Int, verb unit: Int, _ verb: CutReading) -> Bool {
    let token = units[ma].tokens.lowerBound
    guard ma == unit - 1, analysis.text.letters(token).elementsEqual(Self.ma),
      verb.features.contains(.past), verb.clitics.isDisjoint(with: .anyPronoun),
      ma == 0 || units[ma - 1].isMark([.colon, .openQuote])
        || units[ma - 1].function == .complement,
      unit + 1 < units.count, let subject = units[unit + 1].mention
    else { return false }
    return analysis.agrees(
      units[unit].tokens.lowerBound, with: analysis.mentions[subject], before: false)
  }

  private static let ma = Letter.fold("ما")

  /// Behind إذا or لو up to the clause's end an event is supposed.
  private func conditional(_ unit: Int) -> StatusReading {
    for at in stride(from: unit - 1, through: max(0, unit - 8), by: -1) {
      if units[at].function == .condition { return .init(.hypothetical, .condition, at) }
      if units[at].isMark([.comma, .clauseEnd]) { break }
    }
    return governed(unit) ?? .actual
  }

  /// What the verb of a complement clause makes of the clause: nil where it tells it as it is.
  private func governed(_ unit: Int, complement: Int? = nil, verb: CutReading? = nil)
    -> StatusReading?
  {
    guard let opener = complement ?? (0..<unit).last(where: { units[$0].function == .complement })
    else { return nil }
    guard let (content, governing) = governingContent(opener) else {
      // أن with an imperfect tells what may be: «يمكن أن», «يجب أن».
      if complement != nil, verb?.features.contains(.imperfect) == true, isSubjunctive(opener) {
        return .init(.hypothetical, .subjunctive, opener)
      }
      return nil
    }
    return content.status.map { .init($0, .content, governing) }
  }

  /// أن without a pronoun right before its verb; إن, أنه and أن before a noun tell facts.
  private func isSubjunctive(_ unit: Int) -> Bool {
    let token = units[unit].tokens.lowerBound
    guard unit + 1 < units.count,
      units[unit + 1].isVerb || units[unit + 1].function == .negation
    else { return false }
    return analysis.text.tokens[token].spelling.contains(.hamzaAbove)
      && analysis.words[token].clitics.isDisjoint(with: .anyPronoun)
  }

  /// The kind of content of the predicate that a complement belongs to.
  private func governingContent(_ opener: Int) -> (Predicate.Content, unit: Int)? {
    for at in stride(from: opener - 1, through: max(0, opener - 10), by: -1) {
      let token = units[at].tokens.lowerBound
      if units[at].isMark([.stop, .semicolon]) { return nil }
      let isPredicate = units[at].isVerb
      if isPredicate, let reading = analysis.reading(token, .verb) {
        return lexicon.predicates[reading.entry].content.map { ($0, at) }
      }
      if let reading = analysis.reading(token, .masdar) ?? analysis.reading(
        token, .activeParticiple)
        ?? analysis.reading(token, .passiveParticiple),
        let content = lexicon.predicates[reading.entry].content, content != .said
      {
        return (content, at)
      }
    }
    return nil
  }

  /// The status of an event that a noun names: of what governs it and of its adjectives.
  func nominalStatus(_ unit: Int, _ noun: Int) -> StatusReading {
    for token in units[unit].tokens.dropFirst()
    where Self.coming.contains(analysis.stems[token]) {
      return .init(.future, .adjective, unit)
    }
    switch governor(of: unit, noun) {
    case .accusation, .supposed, .attempt: return .init(.hypothetical, .governor, unit)
    case .purpose:
      return isDone(noun) ? .actual : .init(.future, .governor, unit)
    case .intended: return .init(.future, .governor, unit)
    case .negated: return .init(.negated, .governor, unit)
    case .time, .cause: return .actual
    case .none, .topic: break
    }
    var at = unit - 1
    while at >= 0, unit - at <= 3 {
      if units[at].isVerb {
        let token = units[at].tokens.lowerBound
        guard let verb = analysis.reading(token, .verb) else { return .actual }
        return lexicon.predicates[verb.entry].content?.status.map { .init($0, .content, at) }
          ?? .actual
      }
      at -= 1
    }
    return .actual
  }

  /// «خرجوا للاحتجاج», «للمطالبة»: what is said or shown to that end is done with it.
  private func isDone(_ noun: Int) -> Bool {
    guard let reading = analysis.reading(noun, .eventNoun) ?? analysis.reading(noun, .masdar) else {
      return false
    }
    switch lexicon.predicates[reading.entry].type {
    case .protest, .request, .accuse, .reject: return true
    default: return false
    }
  }

  private static let coming = WordSet(
    of: "مقبل مقبلة قادم قادمة مرتقب مرتقبة مزمع مقرر مقررة محتمل محتملة")
}

extension Predicate.Content {
  /// The status that it gives its content; nil where it tells it as it is.
  fileprivate var status: EventStatus? {
    switch self {
    case .negated: .negated
    case .future: .future
    case .hypothetical: .hypothetical
    case .said: nil
    }
  }
}
