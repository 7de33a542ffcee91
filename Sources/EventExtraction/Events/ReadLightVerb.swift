internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// Reads the nouns that a light verb carries; false where it carries none.
  func readLightVerb(
    _ unit: Int, _ verb: CutReading, _ clause: Clause, _ found: Subject
  ) -> Bool {
    guard !lexicon.predicates[verb.entry].lights.isEmpty else { return false }
    let verbType = lexicon.predicates[verb.entry].type
    for light in lexicon.predicates[verb.entry].lights {
      var carried = false
      var arguments = arena.filter(clause.arguments) { fits($0, light, found, clause) }
      if arguments.isEmpty, let behind = caused(light, clause) {
        arguments = arena.list(of: behind)
      }
      for argument in arguments {
        for mention in argument.mentions {
          guard let (token, reading) = eventWord(in: analysis.mentions[mention]),
            // «أعرب عن أمله»: of two words of saying the verb is the event.
            verbType == nil || lexicon.predicates[reading.entry].type != .state,
            let carrier = units.firstIndex(where: { $0.mention == mention }),
            let event = lightEvent(token, reading, carrier, light, (unit, verb), clause, found)
          else { break }
          events.append(event)
          consumed[token] = true
          carried = true
        }
        if carried {
          // «أسفر عن مصرع فتاة، وإصابة امرأتين»
          for later in clause.arguments
          where later.unit > argument.unit && units[later.unit].hasConjunction {
            guard let mention = later.mentions.first,
              let (token, reading) = eventWord(in: analysis.mentions[mention]), isMaterial(reading),
              !consumed[token],
              let event = lightEvent(token, reading, later.unit, light, (unit, verb), clause, found)
            else { continue }
            events.append(event)
            consumed[token] = true
          }
          break
        }
      }
      guard carried else { continue }
      if light.actorIsSubject {
        topic.subject = found.participants.first?.entity ?? topic.subject
      }
      return true
    }
    return false
  }

  /// «أسفر هجوم نفذته امرأة في السوق عن مقتل ثلاثة»: what is brought about stands behind a clause
  /// that describes its cause.
  private func caused(_ light: LightVerb, _ clause: Clause) -> Clause.Argument? {
    guard light.position == .preposition, !light.actorIsSubject, clause.end > 1,
      clause.end < units.count,
      units[clause.end].isVerb && !units[clause.end].hasConjunction
        || units[clause.end].function == .relative
    else { return nil }
    for at in clause.end + 1..<min(units.count, clause.end + 24) {
      if units[at].isMark(.clauseEnd) || units[at].function == .complement { return nil }
      if units[at].isVerb, units[at].hasConjunction { return nil }
      guard case .preposition(light.preposition) = units[at].kind, at + 1 < units.count,
        let mention = units[at + 1].mention, !units[at + 1].hasConjunction,
        let (_, reading) = eventWord(in: analysis.mentions[mention]), isMaterial(reading)
      else { continue }
      return .init(
        preposition: light.preposition, unit: at + 1, mentions: arena.list(of: mention))
    }
    return nil
  }

  private func lightEvent(
    _ token: Int, _ reading: CutReading, _ carrier: Int, _ light: LightVerb,
    _ verb: (unit: Int, reading: CutReading), _ clause: Clause, _ found: Subject
  ) -> EventDraft? {
    guard var event = nominal(token, reading, carrier, .light) else { return nil }
    set(&event, status(verb.unit, verb: verb.reading))
    if let forced = light.status, event.status == .actual { set(&event, .init(forced, .lightVerb)) }
    event.reasons.light = light.origin
    event.reasons.carrier = units[verb.unit].tokens.lowerBound
    // «أدى انفجار»: the noun is not its own doer.
    let isSubject = found.participants.contains { $0.tokens?.contains(token) ?? false }
    let subjectActs = light.actorIsSubject && light.position != .subject && !isSubject
    if subjectActs { event.actors = found.participants }
    fill(&event, reading)
    if subjectActs, !found.participants.isEmpty {
      event.actors = found.participants
      joinParticipants(&event, self.clause(after: carrier))
    } else if !light.actorIsSubject, light.position != .subject, event.recipients.isEmpty,
      lexicon.predicates[verb.reading.entry].type == nil
    {
      event.recipients = arena.filter(found.participants) { isHuman($0) }
    }
    if !clause.agents.isEmpty {
      let agents = arena.filter(agents(clause)) { !event.actors.contains($0) }
      event.actors = arena.joined(event.actors, agents)
    }
    if subjectActs { retype(&event, found.mentions) }
    setTimeAndPlace(&event, clause)
    // «شهدت مدينة صفاقس احتجاجات»
    if event.place == nil, light.position == .object, !light.actorIsSubject,
      let subject = found.mentions.first, isPlace(analysis.mentions[subject])
    {
      event.place = subject
      event.reasons.place = .subject
    }
    return event
  }

  /// «يواصل متظاهرون احتلال المطار»: a frame of the noun's verb that asks for such a subject.
  private func retype(_ event: inout EventDraft, _ subjects: List<Int>) {
    for masdar in analysis.readings.values(analysis.words[event.trigger].readings)
    where masdar.category == .masdar || masdar.category == .eventNoun {
      let frame = lexicon.predicates[masdar.entry].frames.first { frame in
        lexicon.frames[frame].conditions == 1
          && lexicon.frames[frame].subjects.map { names(subjects, $0) } ?? false
      }
      guard let frame, lexicon.frames[frame].type == .protest else { continue }
      event.type = .protest
      event.mode = lexicon.frames[frame].mode
      event.reasons.frame = lexicon.frames[frame].origin
      return
    }
  }

  private func fits(
    _ argument: Clause.Argument, _ light: LightVerb, _ found: Subject, _ clause: Clause
  ) -> Bool {
    switch light.position {
    case .preposition:
      return argument.preposition != nil && argument.preposition == light.preposition
    case .subject: return argument.preposition == nil && argument.unit == clause.bare.first?.unit
    case .object:
      return argument.preposition == nil
        && (argument.unit != found.argument || clause.bare.count == 1)
    }
  }
}
