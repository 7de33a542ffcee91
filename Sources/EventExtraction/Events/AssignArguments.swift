internal import ArabicText
internal import Contracts

/// Where a verb's entry looks for those it is done to.
struct GovernedSlots {
  var slots: Slots
  /// Whether a frame named them, whose conditions the clause fulfils.
  var isFramed: Bool
}

extension SentenceReader {
  /// Fills actors, recipients, object, time and place from the clause.
  func assign(
    _ event: inout EventDraft, _ verb: CutReading, _ governed: GovernedSlots, _ clause: Clause,
    _ found: Subject
  ) {
    let slots = governed.slots
    var bare = clause.bare
    if let position = found.argument { bare = arena.filter(bare) { $0.unit != position } }
    let objects = arena.filter(bare) { !isAdverbial($0) }
    let isPassive = isPassive(event, verb, slots, found, clause, objects)
    if isPassive || lexicon.predicates[verb.entry].affectsSubject {
      event.reasons.voice =
        verb.features.contains(.passive)
        ? .passiveForm : isPassive ? .passiveSense : .affected
      // What is founded is a thing: no person told of before.
      event.recipients =
        found.isHidden && event.type == .inaugurate
        ? List() : arena.filter(found.participants) { canSuffer($0, event.type) }
      event.actors = agents(clause)
    } else if lexicon.predicates[verb.entry].subjectIsHost, event.type == .consult,
      let visitor = objects.first,
      isRecipient(visitor, .consult)
    {
      event.reasons.voice = .host
      event.actors = participants(visitor.mentions, .visitor)
      event.recipients = found.participants
    } else {
      event.actors = found.participants
      if slots.contains(.object) {
        event.recipients = objectRecipients(event, verb, objects, found)
      }
    }
    fillRecipients(&event, governed, clause, found)
    joinParticipants(&event, clause)
    event.object = object(of: event, slots, clause, found)
    setTimeAndPlace(&event, clause)
  }

  private func objectRecipients(
    _ event: EventDraft, _ verb: CutReading, _ objects: List<Clause.Argument>, _ found: Subject
  ) -> List<EventDraft.Participant> {
    let hasPronoun = !verb.clitics.isDisjoint(with: .anyPronoun)
    if !hasPronoun, let object = objects.first, isRecipient(object, event.type) {
      return participants(object.mentions, .object)
    }
    if found.isAntecedentObject {
      guard let antecedent = found.antecedent else { return List() }
      return arena.filter(participants(antecedent, .relativeObject)) { isHuman($0) }
    }
    return pronounAntecedent(
      event.trigger, verb.clitics, besides: event.actors, ofPerson: event.type.befallsPersons)
  }

  /// Those behind the prepositions that the verb governs, and whom a speaker speaks to.
  private func fillRecipients(
    _ event: inout EventDraft, _ governed: GovernedSlots, _ clause: Clause, _ found: Subject
  ) {
    let meets = event.type.isMutual
    for argument in clause.arguments where event.recipients.isEmpty {
      guard let preposition = argument.preposition, governed.slots.contains(preposition),
        !meets || preposition != .maa && preposition != .bayna,
        isRecipient(argument, event.type),
        governed.isFramed || !belongsToNoun(argument, found)
      else { continue }
      event.recipients = participants(argument.mentions, .preposition)
    }
    if event.type == .state, event.recipients.isEmpty {
      event.recipients = audience(event.unit, clause, found)
    }
  }

  /// What is done, asked or promised: the first noun phrase that is neither the subject nor a
  /// recipient and stands bare or behind a preposition that the verb governs. A promise tells all
  /// that its clause goes on to list.
  private func object(
    of event: EventDraft, _ slots: Slots, _ clause: Clause, _ found: Subject
  ) -> Range<Int>? {
    let argument = clause.arguments.first { argument in
      guard argument.unit != found.argument, let first = argument.mentions.first,
        !event.recipients.contains(where: {
          $0.tokens?.lowerBound == analysis.mentions[first].tokens.lowerBound
        })
      else { return false }
      guard let preposition = argument.preposition else { return true }
      return slots.contains(preposition)
        || event.type == .agree && (preposition == .ala || preposition == .bi)
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
    guard at + 1 < units.count, units[at].isMark([.comma, .colon]),
      units[at + 1].function == .pronoun
    else {
      return nil
    }
    at += 2
    while at < units.count, !units[at].isMark([.stop, .semicolon]), units[at].function != .according
    { at += 1 }
    while at > object.unit, units[at - 1].isMark(.comma) { at -= 1 }
    return units[at - 1].tokens.upperBound
  }
}
