internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// Reads the events that a noun phrase names by itself.
  mutating func readNominals(_ unit: Int) {
    for token in units[unit].tokens { readParticiple(unit, token) }
    if readLightMasdar(unit) { return }
    let tokens = units[unit].tokens
    guard let mention = units[unit].mention,
      let (token, reading) = eventWord(in: analysis.mentions[mention]), !consumed.contains(token)
    else { return }
    guard carriesEvent(unit, token, reading) || isFramed(token, in: tokens) && isMaterial(reading),
      var event = nominal(token, reading, unit, .noun)
    else { return turnDown(token, reading.entry, .mentioned) }
    fill(&event, reading)
    consumed.insert(token)
    events.append(event)
  }

  /// Whether a noun that could name an event does so here: in a headline, behind a preposition of
  /// time, or as what is announced.
  private func carriesEvent(_ unit: Int, _ token: Int, _ reading: CutReading) -> Bool {
    let predicate = lexicon.predicates[reading.entry]
    guard let type = predicate.type, type != .state, !predicate.needsLightVerb else { return false }
    if isTitle { return isHeadlineNoun(unit, token) }
    if unit > 0, units[unit - 1].function == .timePreposition {
      // «عقب الاجتماع» speaks of an event that is told already.
      return !reading.clitics.contains(.article)
    }
    if announces(unit) {
      return [.assault, .incident, .coerce, .retreat, .inaugurate, .appoint].contains(type)
    }
    return false
  }

  private func isHeadlineNoun(_ unit: Int, _ token: Int) -> Bool {
    let hasVerb = units[..<unit].contains { $0.isVerb }
    if hasVerb { return false }
    return unit == 0 || !isPrepositional(unit) || units[unit - 1].function == .timePreposition
  }

  /// Whether the unit is the direct object of a verb of saying, or stands behind its عن.
  private func announces(_ unit: Int) -> Bool {
    var at = unit - 1
    if at >= 0, case .preposition(let preposition) = units[at].kind {
      guard preposition == .an else { return false }
      at -= 1
    }
    while at >= 0, !units[at].isVerb {
      if units[at].isMark(".:؛") || units[at].function == .complement { return false }
      if unit - at > 6 { return false }
      at -= 1
    }
    guard at >= 0, let verb = analysis.reading(units[at].tokens.lowerBound, .verb) else {
      return false
    }
    return lexicon.predicates[verb.entry].type == .state
  }

  /// An event draft on a noun, its participants still open.
  func nominal(_ token: Int, _ reading: CutReading, _ unit: Int, _ form: EventDraft.Form)
    -> EventDraft?
  {
    let predicate = lexicon.predicates[reading.entry]
    let clause = analysis.clause(after: unit, in: units)
    let frame = self.frame(of: predicate, clause, Subject(), [])
    guard let type = frame == nil ? predicate.type : frame?.type else { return nil }
    var event = EventDraft(
      trigger: token, sentence: sentence, unit: unit, predicate: reading.entry, form: form,
      type: type, mode: frame?.mode ?? predicate.mode, content: predicate.content,
      status: .actual, contexts: predicate.contexts)
    set(&event, nominalStatus(unit))
    event.reasons.frame = frame?.origin
    return event
  }

  /// Participants of a noun: its genitive or pronoun, and the prepositions of its verb.
  mutating func fill(_ event: inout EventDraft, _ reading: CutReading) {
    let predicate = lexicon.predicates[event.predicate]
    let clause = analysis.clause(after: event.unit, in: units)
    let genitive = genitive(of: event.unit)
    let owner =
      genitive.isEmpty
      ? pronounAntecedent(event.trigger, reading.clitics, besides: [], .possessor) : genitive
    let suffers =
      predicate.recipients.contains(.object) || event.type == .incident
    if suffers && event.type != .consult {
      event.recipients = owner.filter { isHuman($0) || event.type == .assault }
    } else if event.actors.isEmpty {
      event.actors = owner.filter { isHuman($0) }
    }
    for argument in clause.arguments {
      guard let preposition = argument.preposition, predicate.recipients.contains(preposition),
        event.recipients.isEmpty, let first = argument.mentions.first,
        isHuman(analysis.mentions[first]) || event.type == .assault
      else { continue }
      event.recipients = participants(argument.mentions, .preposition)
    }
    if event.actors.isEmpty { event.actors = agents(clause) }
    joinParticipants(&event, clause)
    let rest = event.trigger + 1..<units[event.unit].tokens.upperBound
    if !rest.isEmpty { event.object = rest }
    if event.time == nil { setTimeAndPlace(&event, clause) }
  }

  /// The noun phrase in the genitive behind the phrase that names an event, with those joined to it.
  func genitive(of unit: Int) -> [EventDraft.Participant] {
    guard unit + 1 < units.count, analysis.isGenitive(unit + 1, units) else { return [] }
    var mentions = units[unit + 1].mention.map { [$0] } ?? []
    var next = unit + 2
    while next < units.count, let mention = units[next].mention, units[next].hasConjunction,
      units[next].attachedPreposition == nil
    {
      mentions.append(mention)
      next += 1
    }
    return participants(mentions, .genitive)
  }
}
