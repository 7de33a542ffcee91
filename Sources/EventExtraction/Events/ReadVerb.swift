internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// Reads the event of a verb, or of the noun that a light verb carries.
  mutating func readVerb(_ unit: Int) {
    let token = units[unit].tokens.lowerBound
    let clause = analysis.clause(after: unit, in: units)
    let found = findSubject(unit, clause)
    subjects[unit] = found.participants
    let verbs = analysis.words[token].readings.map { analysis.readings[$0] }
      .filter { $0.category == .verb }
    guard !verbs.isEmpty else { return }
    for verb in verbs {
      if readLightVerb(unit, verb, clause, found) { return }
    }
    guard let (verb, frame) = bestVerb(verbs, clause, found) else { return }
    let predicate = lexicon.predicates[verb.entry]
    guard let type = frame == nil ? predicate.type : frame?.type else {
      noteTopic(found)
      return
    }
    var event = EventDraft(
      trigger: token, sentence: sentence, unit: unit, predicate: verb.entry, form: .verb,
      type: type, mode: frame?.mode ?? predicate.mode,
      content: frame?.content ?? predicate.content, status: status(unit, verb: verb),
      contexts: predicate.contexts)
    if let forced = frame?.status, event.status == .actual { event.status = forced }
    event.contentStart = clause.complement
    let recipients = frame?.recipients ?? predicate.recipients
    assign(&event, verb, recipients, clause, found)
    events.append(event)
    noteTopic(found)
  }

  private mutating func noteTopic(_ found: Subject) {
    if let subject = found.participants.first { topic.subject = subject.entity }
  }

  /// The verb reading whose frame fits best, with that frame.
  private func bestVerb(_ verbs: [CutReading], _ clause: Clause, _ subject: Subject)
    -> (CutReading, Frame?)?
  {
    var best: (CutReading, Frame?, Int)?
    for verb in verbs {
      let predicate = lexicon.predicates[verb.entry]
      let frame = self.frame(
        of: predicate, clause, subject, isPassive: verb.features.contains(.passive))
      let agrees = predicate.recipients.contains(.object) ? clause.bare.isEmpty ? 0 : 1 : 1
      let score =
        (frame?.conditions ?? 0) * 4 + (predicate.type != nil || frame != nil ? 2 : 0) + agrees
      if best == nil || score > best!.2 { best = (verb, frame, score) }
    }
    return best.map { ($0.0, $0.1) }
  }

  /// The first frame, of those with most conditions, that holds in the clause.
  func frame(of predicate: Predicate, _ clause: Clause, _ subject: Subject, isPassive: Bool)
    -> Frame?
  {
    predicate.frames.first { frame in
      if frame.needsPassive && !isPassive { return false }
      if frame.needsComplement && clause.complement == nil { return false }
      let prepositions = clause.arguments.compactMap(\.preposition)
      for preposition in Preposition.allCases
      where frame.prepositions.contains(preposition) && !prepositions.contains(preposition) {
        return false
      }
      if !frame.objects.isEmpty,
        !clause.bare.contains(where: { heads($0, frame.objects) })
      {
        return false
      }
      if !frame.subjects.isEmpty,
        !subject.mentions.contains(where: { isNoun(analysis.mentions[$0], frame.subjects) })
      {
        return false
      }
      return frame.prepositionNouns.allSatisfy { condition in
        clause.arguments.contains {
          $0.preposition == condition.preposition && heads($0, condition.nouns)
        }
      }
    }
  }

  private func heads(_ argument: Clause.Argument, _ nouns: Set<Int32>) -> Bool {
    argument.mentions.contains { isNoun(analysis.mentions[$0], nouns) }
  }

  /// Whether a noun phrase's head is one of the nouns that a frame names.
  private func isNoun(_ mention: Mention, _ nouns: Set<Int32>) -> Bool {
    analysis.words[mention.head].readings.contains {
      analysis.readings[$0].category == .frameNoun
        && nouns.contains(analysis.readings[$0].reading.entry)
    }
  }

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
      event.recipients = found.participants
      event.actors = agents(clause)
    } else if predicate.subjectIsHost, let visitor = bare.first {
      event.actors = participants(visitor.mentions)
      event.recipients = found.participants
      bare.removeFirst()
    } else {
      event.actors = found.participants
      if slots.contains(.object), let object = bare.first, isRecipient(object, event.type) {
        event.recipients = participants(object.mentions)
        bare.removeFirst()
      } else if slots.contains(.object), hasObjectPronoun, !found.isAntecedentObject {
        event.recipients = pronounAntecedent(token, verb.clitics, besides: event.actors)
      } else if slots.contains(.object), found.isAntecedentObject {
        event.recipients = participants(found.antecedent.map { [$0] } ?? [])
          .filter { isHuman($0) }
      }
    }
    for argument in clause.arguments {
      guard let preposition = argument.preposition, slots.contains(preposition),
        event.recipients.isEmpty, isRecipient(argument, event.type)
      else { continue }
      event.recipients = participants(argument.mentions)
    }
    joinParticipants(&event, clause)
    if let object = bare.first, event.object == nil {
      let last = object.mentions.last.map { analysis.mentions[$0].tokens.upperBound }
      event.object =
        units[object.unit].tokens.lowerBound..<(last ?? units[object.unit].tokens.upperBound)
    }
    setTimeAndPlace(&event, clause)
  }

  /// All who meet, agree or work together are actors.
  func joinParticipants(_ event: inout EventDraft, _ clause: Clause) {
    guard [.consult, .agree, .cooperate].contains(event.type) else { return }
    for argument in clause.arguments
    where argument.preposition == .maa || argument.preposition == .bayna {
      let joined = participants(argument.mentions).filter { !event.actors.contains($0) }
      event.actors += joined.filter { !event.recipients.contains($0) }
    }
    if event.type == .consult, event.mode != "visit",
      !lexicon.predicates[event.predicate].subjectIsHost
    {
      event.actors += event.recipients.filter { isHuman($0) && !event.actors.contains($0) }
      event.recipients = []
    }
  }

  /// «من قبل الشرطة», «على يد مسلحين», «من جانب روسيا».
  func agents(_ clause: Clause) -> [EventDraft.Participant] {
    for (index, unit) in units.enumerated() where unit.function == .agent && index < clause.end {
      if let argument = clause.arguments.first(where: { $0.unit == index + 1 }) {
        return participants(argument.mentions)
      }
    }
    return []
  }

  /// A form that may be passive is so where one noun phrase alone follows and is such that suffers
  /// what the verb tells.
  private func isPassive(
    _ event: EventDraft, _ verb: CutReading, _ slots: Slots, _ found: Subject,
    _ rest: [Clause.Argument]
  ) -> Bool {
    if verb.features.contains(.passive) { return true }
    guard slots.contains(.object), verb.clitics.isDisjoint(with: .anyPronoun) else { return false }
    if !rest.isEmpty { return false }
    switch event.type {
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

  func isHuman(_ mention: Mention) -> Bool {
    mention.isHuman || [.person, .organization, .country, .group].contains(mention.kind)
  }

  func isHuman(_ participant: EventDraft.Participant) -> Bool {
    let entity = analysis.entities[participant.entity]
    return entity.best < 0 || isHuman(analysis.mentions[entity.best])
  }

  private func isRecipient(_ argument: Clause.Argument, _ type: EventType) -> Bool {
    guard let first = argument.mentions.first else { return false }
    let mention = analysis.mentions[first]
    return isHuman(mention) || mention.hasNumber || type == .assault && mention.kind == .other
  }

  /// Whom an attached pronoun stands for: the last entity before it that it agrees with.
  func pronounAntecedent(
    _ token: Int, _ clitics: Clitics, besides actors: [EventDraft.Participant]
  ) -> [EventDraft.Participant] {
    guard clitics.contains(.pronoun) else { return [] }
    let excluded = Set(actors.map(\.entity))
    for mention in analysis.mentions.reversed() where mention.tokens.upperBound <= token {
      guard token - mention.tokens.upperBound < 60, let entity = mention.entity,
        !excluded.contains(entity), isHuman(mention)
      else { continue }
      let isPlural = !mention.features.isDisjoint(with: [.plural, .dual]) || mention.hasNumber
      if clitics.contains(.pronounPlural) != isPlural { continue }
      if !isPlural, let isFeminine = analysis.gender(mention),
        isFeminine != clitics.contains(.pronounFeminine)
      {
        continue
      }
      return [.init(entity: entity, tokens: nil)]
    }
    return []
  }
}
