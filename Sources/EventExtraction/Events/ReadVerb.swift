internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// Reads the event of a verb, or of the noun that a light verb carries.
  func readVerb(_ unit: Int) {
    let token = units[unit].tokens.lowerBound
    let clause = clause(after: unit)
    var found = findSubject(unit, clause)
    let verbs = likelyVerbs(unit)
    guard let (verb, frame) = bestVerb(unit, verbs, clause, found) else { return }
    if let frame, isObject(of: frame, found, clause) { found = hidden(unit) }
    let predicate = verb.entry
    defer {
      let reports = lexicon.predicates[predicate].reports
      subjects.append(.init(unit: unit, participants: found.participants, reports: reports))
    }
    let frameType = frame.flatMap { lexicon.frames[$0].type }
    let launches = frameType ?? lexicon.predicates[predicate].type == .inaugurate
    let isLaunched = launches && consumeLaunched(clause)
    if frame.map({ lexicon.frames[$0].needsFuture }) != true, !isLaunched,
      let light = verbs.count == 1
        ? readLightVerb(unit, verb, clause, found) ? verb : nil
        : readLightVerb(unit, verbs, clause, found)
    {
      return turnDown(token, light.entry, .handedOn)
    }
    let quotes = unit > 0 && isQuoted(unit)
    guard let type = quotes ? .state : frame == nil ? lexicon.predicates[predicate].type : frameType
    else {
      noteTopic(found)
      if lexicon.predicates[predicate].isEvent { turnDown(token, predicate, .noEvent) }
      return
    }
    let describes = describesEvent(predicate, found)
    if describes || isImpersonal(verb, clause, found) || isCopula(verb, clause) {
      noteTopic(found)
      return turnDown(token, predicate, describes ? .describes : .impersonal)
    }
    var event = draft(token, verb, unit, .verb, type, frame)
    set(&event, status(unit, verb: verb))
    if let forced = frame.flatMap({ lexicon.frames[$0].status }), event.status == .actual {
      set(&event, .init(forced, .frame))
    }
    // «قال في تصريح نقلته وكالة، أمس، إن …»: the complement is that of the verb around it.
    if !found.isAntecedentObject {
      event.contentStart =
        clause.complement
        ?? (lexicon.predicates[predicate].reports ? complement(behind: clause) : nil)
    }
    let framed = frame.flatMap { lexicon.frames[$0].recipients }
    let governed = GovernedSlots(slots: event.slots, isFramed: framed != nil)
    assign(&event, verb, governed, clause, found)
    guard canAct(found, event) else {
      noteTopic(found)
      return turnDown(token, verb.entry, .lifeless)
    }
    events.append(event)
    noteTopic(found)
  }

  /// An event by its predicate and the frame that holds, all else still open.
  func draft(
    _ token: Int, _ reading: CutReading, _ unit: Int, _ form: EventDraft.Form, _ type: EventType,
    _ frame: Int?
  ) -> EventDraft {
    let entry = reading.entry
    var event = EventDraft(
      trigger: token, sentence: sentence, unit: unit, predicate: entry, form: form, type: type,
      mode: lexicon.predicates[entry].mode, content: lexicon.predicates[entry].content,
      status: .actual)
    event.slots = lexicon.predicates[entry].recipients
    guard let frame else { return event }
    if let mode = lexicon.frames[frame].mode { event.mode = mode }
    if let slots = lexicon.frames[frame].recipients { event.slots = slots }
    if let content = lexicon.frames[frame].content, form == .verb { event.content = content }
    event.reasons.frame = lexicon.frames[frame].origin
    return event
  }

  /// The readings of a token as a verb, without those that hardly ever stand there.
  private func likelyVerbs(_ unit: Int) -> List<CutReading> {
    let readings = analysis.readings.values(
      analysis.words[units[unit].tokens.lowerBound].readings)
    var verbs = arena.list(readings.lazy.filter { $0.category == .verb })
    // News is told in the third person: «أضاف» is rarely "I am added".
    let thirdPerson = arena.filter(verbs) { !$0.features.contains(.firstPerson) }
    if !thirdPerson.isEmpty { verbs = thirdPerson }
    // A short form such as «تعد» or «يقل» needs لم or لا before it.
    let indicative = arena.filter(verbs) {
      !$0.features.contains(.jussive) || $0.features.contains(.plural)
    }
    if !indicative.isEmpty, unit == 0 || units[unit - 1].function != .negationPast {
      verbs = indicative
    }
    return verbs
  }

  /// «أطلقت الوزارة حملة تلقيح»: what is launched is named, the verb is the event.
  ///
  /// - Returns: whether something is launched.
  private func consumeLaunched(_ clause: Clause) -> Bool {
    var isLaunched = false
    for argument in clause.bare {
      for mention in argument.mentions where analysis.mentions[mention].kind == .document {
        consume(analysis.mentions[mention].tokens)
        isLaunched = true
      }
    }
    return isLaunched
  }

  /// The first of some verbs that hands its event on: «تمكن من» rather than «تمكن» of أمكن.
  private func readLightVerb(
    _ unit: Int, _ verbs: List<CutReading>, _ clause: Clause, _ found: Subject
  ) -> CutReading? {
    for verb in verbs
    where lexicon.predicates[verb.entry].hasEventBehind && readLightVerb(unit, verb, clause, found)
    {
      return verb
    }
    return verbs.first { readLightVerb(unit, $0, clause, found) }
  }

  /// «قال شهود عاينوا الحادث، …، إنهم شاهدوا …»: the complement of a report whose clause a relative
  /// clause or an aside interrupts.
  private func complement(behind clause: Clause) -> Int? {
    guard clause.end < units.count,
      units[clause.end].isVerb && !units[clause.end].hasConjunction
        || units[clause.end].function == .relative
    else { return nil }
    for at in clause.end + 1..<units.count {
      if units[at].isMark([.stop, .semicolon]) { return nil }
      if units[at].function == .complement,
        units[at - 1].isMark([.comma, .closeBracket, .closeQuote])
      {
        return at
      }
      if units[at].isVerb, units[at].hasConjunction { return nil }
    }
    return nil
  }

  /// «ووجه نداء إلى الوزارة»: the noun that makes the verb the event is its object, whoever acts.
  private func isObject(of frame: Int, _ found: Subject, _ clause: Clause) -> Bool {
    guard lexicon.frames[frame].objects != nil, !lexicon.frames[frame].needsPassive,
      let subject = found.argument,
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
  private func describesEvent(_ predicate: Int, _ found: Subject) -> Bool {
    found.isRelative && lexicon.predicates[predicate].carriesNothing
      && lexicon.predicates[predicate].lights.contains { $0.position == .subject }
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

  private func noteTopic(_ found: Subject) {
    if let subject = found.participants.first { topic.subject = subject.entity }
  }

  /// The verb reading whose frame fits best, with that frame.
  private func bestVerb(
    _ unit: Int, _ verbs: List<CutReading>, _ clause: Clause, _ subject: Subject
  ) -> (CutReading, Int?)? {
    var best: (CutReading, Int?, Int)?
    for verb in verbs {
      var form: VerbForm = verb.features.contains(.passive) ? .passive : []
      if isFuture(unit, verb) { form.insert(.future) }
      let frame = self.frame(of: verb.entry, clause, subject, form)
      // A whole verb rather than one with و cut off, unless a frame tells: «ودعت … إلى».
      let isCut = verb.clitics.contains(.wa) && !verbs[0].clitics.contains(.wa)
      let score =
        (frame.map { lexicon.frames[$0].conditions } ?? 0) * 8 + evidence(for: verb.entry, clause)
        - (isCut ? 4 : 0)
      if best == nil || score > best!.2 { best = (verb, frame, score) }
    }
    return best.map { ($0.0, $0.1) }
  }

  /// How well a clause bears a reading out: homographs of an event verb that lacks what it governs
  /// are rather the everyday verb.
  private func evidence(for predicate: Int, _ clause: Clause) -> Int {
    guard lexicon.predicates[predicate].type != nil else { return 2 }
    let hasContent = lexicon.predicates[predicate].content != nil
    if hasContent, clause.complement != nil { return 4 }
    let slots = lexicon.predicates[predicate].recipients
    if !slots.isDisjoint(with: clause.prepositions) { return 3 }
    // An object alone does not tell «يعد» "promises" from «يعد» "counts as".
    if slots.contains(.object) { return !hasContent && clause.bare.count > 1 ? 3 : 1 }
    return slots.isEmpty && !hasContent ? 3 : 1
  }

  /// «يذكر أن …», «ويشار إلى أن …»: nobody is said to speak.
  private func isImpersonal(
    _ verb: CutReading, _ clause: Clause, _ found: Subject
  ) -> Bool {
    lexicon.predicates[verb.entry].type == .state && verb.features.contains(.imperfect)
      && clause.complement != nil && (found.isHidden || found.mentions.isEmpty)
      && verb.features.isDisjoint(with: [.plural, .dual, .feminine])
      && (verb.clitics.isEmpty
        || verb.clitics == .wa && Self.notes.contains(lexicon.predicates[verb.entry].lemma))
  }

  private static let notes: Set<String> = ["ذكر", "أشار", "لاحظ"]

  /// «تعتبر تونس منارة», «الذي يعد من أبرز القيادات»: what something is taken for.
  private func isCopula(_ verb: CutReading, _ clause: Clause) -> Bool {
    lexicon.predicates[verb.entry].isCopula && verb.features.contains(.imperfect)
      && verb.clitics.isDisjoint(with: Clitics.anyPronoun.union(.sa))
      && (clause.complement.map { units[$0].function != .complement } ?? true)
  }

  private func isFuture(_ unit: Int, _ verb: CutReading) -> Bool {
    verb.clitics.contains(.sa) || unit > 0 && units[unit - 1].function == .future
  }
}
