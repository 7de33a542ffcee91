internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// Reads the event of a verb, or of the noun that a light verb carries.
  mutating func readVerb(_ unit: Int) {
    let token = units[unit].tokens.lowerBound
    let clause = analysis.clause(after: unit, in: units)
    var found = findSubject(unit, clause)
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
    if let frame, isObject(of: frame, found, clause) { found = hidden(unit) }
    defer {
      let reports = lexicon.predicates[verb.entry].reports
      subjects.append(.init(unit: unit, participants: found.participants, reports: reports))
    }
    // «أطلقت الوزارة حملة تلقيح»: what is launched is named, the verb is the event.
    let launched =
      (frame?.type ?? lexicon.predicates[verb.entry].type) == .inaugurate
      ? clause.bare.flatMap(\.mentions).map { analysis.mentions[$0] }.filter {
        $0.kind == .document
      }
      : []
    for mention in launched { consumed.formUnion(mention.tokens) }
    if frame?.needsFuture != true, launched.isEmpty {
      // «تمكن من» rather than «تمكن» of أمكن.
      let prepositional = verbs.filter { verb in
        lexicon.predicates[verb.entry].lights.contains { $0.position == .preposition }
      }
      for verb in prepositional + verbs where readLightVerb(unit, verb, clause, found) {
        return turnDown(token, verb.entry, .handedOn)
      }
    }
    let predicate = lexicon.predicates[verb.entry]
    let quotes = unit > 0 && isQuoted(unit)
    guard let type = quotes ? .state : frame == nil ? predicate.type : frame?.type else {
      noteTopic(found)
      if predicate.isEvent { turnDown(token, verb.entry, .noEvent) }
      return
    }
    if isImpersonal(verb, predicate, clause, found) || isCopula(predicate, verb, clause)
      || describesEvent(predicate, found)
    {
      noteTopic(found)
      let describes = describesEvent(predicate, found)
      return turnDown(token, verb.entry, describes ? .describes : .impersonal)
    }
    var event = EventDraft(
      trigger: token, sentence: sentence, unit: unit, predicate: verb.entry, form: .verb,
      type: type, mode: frame?.mode ?? predicate.mode,
      content: frame?.content ?? predicate.content, status: .actual,
      contexts: predicate.contexts)
    set(&event, status(unit, verb: verb))
    if let forced = frame?.status, event.status == .actual { set(&event, .init(forced, .frame)) }
    event.reasons.frame = frame?.origin
    // «قال في تصريح نقلته وكالة، أمس، إن …»: the complement is that of the verb around it.
    if !found.isAntecedentObject {
      event.contentStart =
        clause.complement ?? (predicate.reports ? complement(behind: clause) : nil)
    }
    let governed = GovernedSlots(
      slots: frame?.recipients ?? predicate.recipients, isFramed: frame?.recipients != nil)
    assign(&event, verb, governed, clause, found)
    guard canAct(found, event) else {
      noteTopic(found)
      return turnDown(token, verb.entry, .lifeless)
    }
    events.append(event)
    noteTopic(found)
  }

  /// «قال شهود عاينوا الحادث، …، إنهم شاهدوا …»: the complement of a report whose clause a relative
  /// clause or an aside interrupts.
  private func complement(behind clause: Clause) -> Int? {
    guard clause.end < units.count,
      units[clause.end].isVerb && !units[clause.end].hasConjunction
        || units[clause.end].function == .relative
    else { return nil }
    for at in clause.end + 1..<units.count {
      if units[at].isMark(".؛") { return nil }
      if units[at].function == .complement, units[at - 1].isMark("،,)\"»”") { return at }
      if units[at].isVerb, units[at].hasConjunction { return nil }
    }
    return nil
  }

  /// «ووجه نداء إلى الوزارة»: the noun that makes the verb the event is its object, whoever acts.
  private func isObject(of frame: Frame, _ found: Subject, _ clause: Clause) -> Bool {
    guard !frame.objects.isEmpty, !frame.needsPassive, let subject = found.argument,
      clause.bare.count == 1, let mention = clause.bare[0].mentions.first,
      clause.bare[0].unit == subject
    else { return false }
    return !isHuman(analysis.mentions[mention])
  }

  /// «حسب ما نقلت», «وفق حصيلة قدمتها»: whatever the verb, it tells who is the source.
  private func isQuoted(_ unit: Int) -> Bool {
    (max(0, unit - 2)..<unit).contains { units[$0].function == .according }
      && (units[unit - 1].mention == nil || hasObjectPronoun(units[unit].tokens.lowerBound))
  }

  /// «الحادث الذي وقع»: a light verb in a relative clause tells no event of its own.
  private func describesEvent(_ predicate: Predicate, _ found: Subject) -> Bool {
    found.isRelative && predicate.lights.contains { $0.position == .subject }
  }

  /// Whether the subject can do what only people, bodies and countries do: «الأدلة التي تدين»,
  /// «الوضع يستدعي» tell no event.
  private func canAct(_ found: Subject, _ event: EventDraft) -> Bool {
    guard event.reasons.voice == .active, !found.isHidden, let subject = found.mentions.first
    else { return true }
    switch event.type {
    case .request, .accuse, .agree, .reject, .threaten, .concede, .coerce, .sanction, .consult,
      .aid, .appoint, .mobilize:
      let mention = analysis.mentions[subject]
      return mention.kind != .other || isBareNumber(mention)
        || mention.name?.lowerBound == mention.head
        || analysis.words[mention.head].readings.isEmpty || speaksForThose(mention)
    default: return true
    }
  }

  /// «اجتماع دعا إلى», «مسيرة طالبت ب»: an event of people stands for them; a question or an
  /// outbreak does not.
  private func speaksForThose(_ mention: Mention) -> Bool {
    guard analysis.isEventNoun(mention.head) else { return false }
    switch eventWord(in: mention).flatMap({ lexicon.predicates[$0.1.entry].type }) {
    case .state, .request, .incident: return false
    default: return true
    }
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
      // A whole verb rather than one with و cut off, unless a frame tells: «ودعت … إلى».
      let isCut = verb.clitics.contains(.wa) && !verbs[0].clitics.contains(.wa)
      let score =
        (frame?.conditions ?? 0) * 8 + evidence(for: predicate, clause) - (isCut ? 4 : 0)
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
    if predicate.recipients.contains(.object) {
      return predicate.content == nil && clause.bare.count > 1 ? 3 : 1
    }
    return predicate.recipients.isEmpty && predicate.content == nil ? 3 : 1
  }

  /// «يذكر أن …», «ويشار إلى أن …»: nobody is said to speak.
  private func isImpersonal(
    _ verb: CutReading, _ predicate: Predicate, _ clause: Clause, _ found: Subject
  ) -> Bool {
    predicate.type == .state && verb.features.contains(.imperfect)
      && (verb.clitics.isEmpty || verb.clitics == .wa && Self.notes.contains(predicate.lemma))
      && clause.complement != nil && (found.isHidden || found.mentions.isEmpty)
      && verb.features.isDisjoint(with: [.plural, .dual, .feminine])
  }

  private static let notes: Set<String> = ["ذكر", "أشار", "لاحظ"]

  /// «تعتبر تونس منارة», «الذي يعد من أبرز القيادات»: what something is taken for.
  private func isCopula(_ predicate: Predicate, _ verb: CutReading, _ clause: Clause) -> Bool {
    predicate.isCopula && verb.features.contains(.imperfect)
      && verb.clitics.isDisjoint(with: Clitics.anyPronoun.union(.sa))
      && (clause.complement.map { units[$0].function != .complement } ?? true)
  }

  private func isFuture(_ unit: Int, _ verb: CutReading) -> Bool {
    verb.clitics.contains(.sa) || unit > 0 && units[unit - 1].function == .future
  }
}
