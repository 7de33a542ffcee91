internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// Reads the event of a verb, or of the noun that a light verb carries.
  mutating func readVerb(_ unit: Int) {
    let token = units[unit].tokens.lowerBound
    let clause = analysis.clause(after: unit, in: units)
    let found = findSubject(unit, clause)
    subjects[unit] = found.participants
    var verbs = analysis.words[token].readings.map { analysis.readings[$0] }
      .filter { $0.category == .verb }
    // News is told in the third person: «أضاف» is rarely "I am added".
    let thirdPerson = verbs.filter { !$0.features.contains(.firstPerson) }
    if !thirdPerson.isEmpty { verbs = thirdPerson }
    // A short form such as «تعد» or «يقل» needs لم or لا before it.
    let indicative = verbs.filter {
      !$0.features.contains(.jussive) || $0.features.contains(.plural)
    }
    if !indicative.isEmpty, unit == 0 || units[unit - 1].function != .negationPast {
      verbs = indicative
    }
    guard !verbs.isEmpty else { return }
    guard let (verb, frame) = bestVerb(unit, verbs, clause, found) else { return }
    if frame?.needsFuture != true {
      for verb in verbs where readLightVerb(unit, verb, clause, found) { return }
    }
    let predicate = lexicon.predicates[verb.entry]
    let quotes = unit > 0 && isQuoted(unit)
    guard let type = quotes ? .state : frame == nil ? predicate.type : frame?.type,
      !isImpersonal(verb, type, clause, found), !describesEvent(predicate, found)
    else {
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

  /// «حسب ما نقلت», «وفق ما كشفته»: whatever the verb, it tells who is the source.
  private func isQuoted(_ unit: Int) -> Bool {
    (max(0, unit - 2)..<unit).contains { units[$0].function == .according }
      && units[unit - 1].mention == nil
  }

  /// «الحادث الذي وقع»: a light verb in a relative clause tells no event of its own.
  private func describesEvent(_ predicate: Predicate, _ found: Subject) -> Bool {
    found.isRelative && predicate.lights.contains { $0.position == .subject }
  }

  private mutating func noteTopic(_ found: Subject) {
    if let subject = found.participants.first { topic.subject = subject.entity }
  }

  /// The verb reading whose frame fits best, with that frame.
  private func bestVerb(
    _ unit: Int, _ verbs: [CutReading], _ clause: Clause, _ subject: Subject
  ) -> (CutReading, Frame?)? {
    var best: (CutReading, Frame?, Int)?
    for verb in verbs {
      let predicate = lexicon.predicates[verb.entry]
      var form: VerbForm = verb.features.contains(.passive) ? .passive : []
      if isFuture(unit, verb) { form.insert(.future) }
      let frame = self.frame(of: predicate, clause, subject, form)
      let score = (frame?.conditions ?? 0) * 8 + evidence(for: predicate, clause)
      if best == nil || score > best!.2 { best = (verb, frame, score) }
    }
    return best.map { ($0.0, $0.1) }
  }

  /// How well a clause bears a reading out: homographs of an event verb that lacks what it governs
  /// are rather the everyday verb.
  private func evidence(for predicate: Predicate, _ clause: Clause) -> Int {
    guard predicate.type != nil else { return 2 }
    if predicate.content != nil, clause.complement != nil { return 4 }
    let governed = clause.arguments.contains { argument in
      argument.preposition.map { predicate.recipients.contains($0) } ?? false
    }
    if governed { return 3 }
    // An object alone does not tell «يعد» "promises" from «يعد» "counts as".
    if predicate.recipients.contains(.object) { return 1 }
    return predicate.recipients.isEmpty && predicate.content == nil ? 3 : 1
  }

  /// «يذكر أن …», «يشار إلى أن …»: nobody is said to speak.
  private func isImpersonal(
    _ verb: CutReading, _ type: EventType, _ clause: Clause, _ found: Subject
  ) -> Bool {
    type == .state && verb.features.contains(.imperfect) && verb.clitics.isEmpty
      && clause.complement != nil && found.mentions.isEmpty
      && verb.features.isDisjoint(with: [.plural, .dual, .feminine])
  }

  /// The first frame, of those with most conditions, that holds in the clause.
  func frame(
    of predicate: Predicate, _ clause: Clause, _ subject: Subject, _ form: VerbForm
  ) -> Frame? {
    predicate.frames.first { frame in
      if frame.needsPassive && !form.contains(.passive) { return false }
      if frame.needsFuture && !form.contains(.future) { return false }
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
          $0.preposition == condition.preposition
            && (heads($0, condition.nouns)
              || $0.mentions.isEmpty
                && resumed(subject).contains { isNoun(analysis.mentions[$0], condition.nouns) })
        }
      }
    }
  }

  /// What the pronoun of a relative clause resumes: its antecedent, and what that is joined to.
  private func resumed(_ subject: Subject) -> [Int] {
    guard let antecedent = subject.antecedent else { return [] }
    let isJoined = !analysis.mentions[antecedent].clitics.isDisjoint(with: .conjunction)
    return isJoined && antecedent > 0 ? [antecedent, antecedent - 1] : [antecedent]
  }

  private func isFuture(_ unit: Int, _ verb: CutReading) -> Bool {
    verb.clitics.contains(.sa) || unit > 0 && units[unit - 1].function == .future
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

  /// All who meet, agree or work together are actors.
  func joinParticipants(_ event: inout EventDraft, _ clause: Clause) {
    guard [.consult, .agree, .cooperate].contains(event.type) else { return }
    for argument in clause.arguments
    where argument.preposition == .maa || argument.preposition == .bayna {
      let joined = participants(argument.mentions).filter { !event.actors.contains($0) }
      event.actors += joined.filter { !event.recipients.contains($0) }
    }
    if event.mode == "visit" || event.type == .consult && predicateVisits(event) {
      placeVisit(&event, clause)
    }
    if event.type == .consult, event.mode != "visit",
      !lexicon.predicates[event.predicate].subjectIsHost
    {
      event.actors += event.recipients.filter { isHuman($0) && !event.actors.contains($0) }
      event.recipients = []
    }
  }

  private func predicateVisits(_ event: EventDraft) -> Bool {
    lexicon.predicates[event.predicate].mode == "visit"
  }

  /// The country or place that is visited is where the visit happens.
  private func placeVisit(_ event: inout EventDraft, _ clause: Clause) {
    event.recipients.removeAll { recipient in
      [.place, .country].contains(analysis.entities[recipient.entity].kind)
    }
    guard event.place == nil else { return }
    event.place = clause.arguments.lazy
      .filter { $0.preposition == nil || $0.preposition == .ila || $0.preposition == .fi }
      .flatMap(\.mentions)
      .first { mention in
        [.place, .country].contains(analysis.mentions[mention].kind)
          && !event.actors.contains { $0.tokens == analysis.mentions[mention].tokens }
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
