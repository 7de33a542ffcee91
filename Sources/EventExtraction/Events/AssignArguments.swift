internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// Fills actors, recipients, object, time and place from the clause.
  mutating func assign(
    _ event: inout EventDraft, _ verb: CutReading, _ slots: Slots, _ clause: Clause,
    _ found: Subject
  ) {
    let token = event.trigger
    let hasObjectPronoun = !verb.clitics.isDisjoint(with: .anyPronoun)
    var bare = clause.bare
    if let position = found.argument { bare.removeAll { $0.unit == position } }
    let isPassive = isPassive(event, verb, slots, found, bare)
    let predicate = lexicon.predicates[verb.entry]
    if isPassive || predicate.affectsSubject {
      event.reasons.voice =
        verb.features.contains(.passive)
        ? .passiveForm : isPassive ? .passiveSense : .affected
      event.recipients = found.participants
      event.actors = agents(clause)
    } else if predicate.subjectIsHost, let visitor = bare.first {
      event.reasons.voice = .host
      event.actors = participants(visitor.mentions, .visitor)
      event.recipients = found.participants
      bare.removeFirst()
    } else {
      event.actors = found.participants
      if slots.contains(.object), let object = bare.first, isRecipient(object, event.type) {
        event.recipients = participants(object.mentions, .object)
        bare.removeFirst()
      } else if slots.contains(.object), hasObjectPronoun, !found.isAntecedentObject {
        event.recipients = pronounAntecedent(token, verb.clitics, besides: event.actors)
      } else if slots.contains(.object), found.isAntecedentObject {
        event.recipients = participants(found.antecedent.map { [$0] } ?? [], .relativeObject)
          .filter { isHuman($0) }
      }
    }
    for argument in clause.arguments {
      guard let preposition = argument.preposition, slots.contains(preposition),
        event.recipients.isEmpty, isRecipient(argument, event.type)
      else { continue }
      event.recipients = participants(argument.mentions, .preposition)
    }
    joinParticipants(&event, clause)
    event.object = object(of: event, slots, clause, found)
    setTimeAndPlace(&event, clause)
  }

  /// What is done, asked or promised: the first noun phrase that is neither the subject nor a
  /// recipient and stands bare or behind a preposition that the verb governs. A promise tells all
  /// that its clause goes on to list.
  private func object(
    of event: EventDraft, _ slots: Slots, _ clause: Clause, _ found: Subject
  ) -> Range<Int>? {
    let recipients = Set(event.recipients.compactMap(\.tokens?.lowerBound))
    let argument = clause.arguments.first { argument in
      guard argument.unit != found.argument, let first = argument.mentions.first,
        !recipients.contains(analysis.mentions[first].tokens.lowerBound)
      else { return false }
      guard let preposition = argument.preposition else { return true }
      return slots.contains(preposition)
        || event.type == .agree && [.ala, .bi].contains(preposition)
    }
    guard let argument else { return nil }
    let start = units[argument.unit].tokens.lowerBound
    var last = event.type == .agree ? clause.end : argument.unit
    while last > argument.unit + 1, case .mark = units[last - 1].kind { last -= 1 }
    let end =
      event.type == .agree
      ? units[last - 1].tokens.upperBound
      : listEnd(behind: argument)
        ?? argument.mentions.last.map { analysis.mentions[$0].tokens.upperBound }
    return end.map { start..<max($0, start + 1) }
  }

  /// The end of the list that an object announces: «أربع وثائق ختامية، هي إعلان …، وخارطة …».
  private func listEnd(behind object: Clause.Argument) -> Int? {
    var at = object.unit + 1
    guard at + 1 < units.count, units[at].isMark("،,:"), units[at + 1].function == .pronoun else {
      return nil
    }
    at += 2
    while at < units.count, !units[at].isMark(".؛"), units[at].function != .according { at += 1 }
    while at > object.unit, units[at - 1].isMark("،,") { at -= 1 }
    return units[at - 1].tokens.upperBound
  }

  /// A form that may be passive is so where one noun phrase alone follows and is such that suffers
  /// what the verb tells.
  func isPassive(
    _ event: EventDraft, _ verb: CutReading, _ slots: Slots, _ found: Subject,
    _ rest: [Clause.Argument]
  ) -> Bool {
    if verb.features.contains(.passive) { return true }
    guard
      slots.contains(.object) || event.type == .state || event.type == .support
        || event.type == .inaugurate,
      verb.clitics.isDisjoint(with: .anyPronoun)
    else { return false }
    if !rest.isEmpty { return false }
    switch event.type {
    case .state:
      return found.mentions.first.map { !isHuman(analysis.mentions[$0]) } ?? false
        && event.contentStart == nil
    case .assault, .coerce, .incident, .sanction, .retreat, .aid, .appoint, .inaugurate, .support:
      guard let subject = found.mentions.first else { return false }
      let mention = analysis.mentions[subject]
      if !isHuman(mention) { return true }
      return mention.hasNumber || !isAuthority(mention) || found.isRelative && mention.hasNumber
    default: return false
    }
  }

  /// Police, forces, governments: those who arrest and attack rather than suffer it.
  private func isAuthority(_ mention: Mention) -> Bool {
    mention.kind == .organization || mention.kind == .country
      || ["COP", "MIL", "GOV", "SPY", "JUD", "UAF", "REB"].contains(mention.sector ?? "")
  }

  func isRecipient(_ argument: Clause.Argument, _ type: EventType) -> Bool {
    guard let first = argument.mentions.first else { return false }
    let mention = analysis.mentions[first]
    return isHuman(mention) || mention.hasNumber || type == .assault && mention.kind == .other
  }
}
