internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// The status that a verb's particles, form and governing verb give it.
  func status(_ unit: Int, verb: CutReading) -> EventStatus {
    if verb.clitics.contains(.sa) { return governed(unit) ?? .future }
    var at = unit - 1
    while at >= 0, unit - at <= 3 {
      switch units[at].function {
      case .negationPast, .negationFuture: return .negated
      case .negation: return .negated
      case .future: return governed(unit) ?? .future
      case .maybe: return .hypothetical
      case .expected: return .future
      case .purpose, .preventive: return .hypothetical
      case .done: return verb.features.contains(.imperfect) ? .hypothetical : .actual
      case .adverb, .pronoun: break
      case .condition: return .hypothetical
      case .complement: return governed(unit, complement: at, verb: verb) ?? .actual
      default:
        if units[at].mention == nil { return conditional(unit) }
      }
      at -= 1
    }
    if verb.clitics.contains(.li) { return .hypothetical }
    return conditional(unit)
  }

  /// Behind إذا or لو up to the clause's end an event is supposed.
  private func conditional(_ unit: Int) -> EventStatus {
    for at in stride(from: unit - 1, through: max(0, unit - 8), by: -1) {
      if units[at].function == .condition { return .hypothetical }
      if units[at].isMark("،,.؛:") { break }
    }
    return governed(unit) ?? .actual
  }

  /// What the verb of a complement clause makes of the clause: nil where it tells it as it is.
  private func governed(_ unit: Int, complement: Int? = nil, verb: CutReading? = nil)
    -> EventStatus?
  {
    guard let opener = complement ?? (0..<unit).last(where: { units[$0].function == .complement })
    else { return nil }
    guard let content = governingContent(opener) else {
      // أن with an imperfect tells what may be: «يمكن أن», «يجب أن».
      if complement != nil, verb?.features.contains(.imperfect) == true, isSubjunctive(opener) {
        return .hypothetical
      }
      return nil
    }
    switch content {
    case .negated: return .negated
    case .future: return .future
    case .hypothetical: return .hypothetical
    case .said: return nil
    }
  }

  /// أن without a pronoun; إن and أنه tell facts.
  private func isSubjunctive(_ unit: Int) -> Bool {
    let token = units[unit].tokens.lowerBound
    return analysis.text.tokens[token].spelling.contains(.hamzaAbove)
      && analysis.words[token].clitics.isDisjoint(with: .anyPronoun)
  }

  /// The kind of content of the predicate that a complement belongs to.
  private func governingContent(_ opener: Int) -> Predicate.Content? {
    for at in stride(from: opener - 1, through: max(0, opener - 10), by: -1) {
      let token = units[at].tokens.lowerBound
      if units[at].isMark(".؛") { return nil }
      let isPredicate = units[at].isVerb
      if isPredicate, let reading = analysis.reading(token, .verb) {
        return lexicon.predicates[reading.entry].content
      }
      if let reading = analysis.reading(token, .masdar) ?? analysis.reading(
        token, .activeParticiple)
        ?? analysis.reading(token, .passiveParticiple),
        let content = lexicon.predicates[reading.entry].content, content != .said
      {
        return content
      }
    }
    return nil
  }

  /// The status of an event that a noun names: of what governs it and of its adjectives.
  func nominalStatus(_ unit: Int) -> EventStatus {
    for token in units[unit].tokens.dropFirst()
    where Self.coming.contains(analysis.foldedStem(token)) {
      return .future
    }
    var at = unit - 1
    while at >= 0, unit - at <= 3 {
      if units[at].isVerb {
        let token = units[at].tokens.lowerBound
        guard let verb = analysis.reading(token, .verb) else { return .actual }
        switch lexicon.predicates[verb.entry].content {
        case .future: return .future
        case .hypothetical: return .hypothetical
        case .negated: return .negated
        default: return status(at, verb: verb)
        }
      }
      at -= 1
    }
    return .actual
  }

  private static let coming: Set<[UInt8]> = Set(
    [
      "مقبل", "مقبلة", "قادم", "قادمة", "مرتقب", "مرتقبة", "مزمع", "مقرر", "مقررة", "محتمل",
      "محتملة",
    ].map {
      Letter.fold($0)
    })
}
