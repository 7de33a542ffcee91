internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// Reads the events that a noun phrase names by itself.
  func readNominals(_ unit: Int) {
    for token in units[unit].tokens { readParticiple(unit, token) }
    if readLightMasdar(unit) { return }
    let tokens = units[unit].tokens
    guard let mention = units[unit].mention,
      let (token, reading) = eventWord(in: analysis.mentions[mention]), !consumed[token]
    else { return }
    guard carriesEvent(unit, token, reading) || isFramed(token, in: tokens) && isMaterial(reading),
      var event = nominal(token, reading, unit, .noun)
    else { return turnDown(token, reading.entry, .mentioned) }
    fill(&event, reading)
    if event.actors.isEmpty, event.status == .actual, governor(of: unit, token) == .purpose {
      event.actors = lastSubject()
    }
    if let deed = joinedDeed(unit, token, reading) {
      set(&event, deed.status)
      if event.actors.isEmpty, event.type != .incident { event.actors = deed.actors }
    }
    consumed[token] = true
    events.append(event)
  }

  /// «تظاهر العمال للمطالبة ب…»: who acts also says.
  private func lastSubject() -> List<EventDraft.Participant> {
    guard let known = subjects.last else { return List() }
    return told(arena.filter(known.participants) { isHuman($0) }, .precedingSubject)
  }

  /// «أغلقوا محلاتهم احتجاجا على الضرائب»: what is done is a protest, where none is told besides.
  func readPurpose(_ unit: Int) {
    let token = units[unit].tokens.lowerBound
    guard unit > 0, analysis.text.letters(token).elementsEqual(Self.inProtest),
      !events.contains(where: { $0.type.showsStance }),
      let reading = analysis.reading(token, .eventNoun),
      var event = nominal(token, reading, unit, .noun)
    else { return }
    event.actors = lastSubject()
    guard !event.actors.isEmpty else { return }
    events.append(event)
  }

  private static let inProtest = Letter.fold("احتجاجا")

  /// Whether a noun that could name an event does so here: in a headline, behind a preposition of
  /// time or cause, as what is announced, or with those who take part in it.
  private func carriesEvent(_ unit: Int, _ token: Int, _ reading: CutReading) -> Bool {
    let framed = nounFrame(token, reading.entry, nil).flatMap { lexicon.frames[$0].type }
    guard let type = framed ?? lexicon.predicates[reading.entry].type, type != .state else {
      return false
    }
    let isDefinite = reading.clitics.contains(.article)
    let governor = governor(of: unit, token)
    if governor == .topic { return false }
    // «عقب الاجتماع» speaks of an event that is told already.
    if governor == .accusation { return !isDefinite && Self.isDeed(type) }
    // «خرجوا للتنديد ب…», «للمطالبة ب…»: said and shown with what the clause tells.
    if governor == .purpose, type.showsStance, isComplemented(unit) { return true }
    if joinedDeed(unit, token, reading) != nil { return true }
    if lexicon.predicates[reading.entry].needsLightVerb { return false }
    if isTitle, isHeadlineNoun(unit, token) { return true }
    if governor == .time || governor == .cause { return !isDefinite }
    if units[unit].attachedPreposition == nil, announces(unit) {
      switch type {
      case .assault, .incident, .coerce, .retreat, .inaugurate, .appoint: return true
      default: return false
      }
    }
    return !isDefinite && Self.isDeed(type) && hasParticipant(unit, token, reading)
      && !isTold(unit, type)
  }

  /// «من تفكيك شبكة تنشط في الجهة، والقبض على ثلاثة», «بعد مقتل مواطن والتعدي على المقر»: what و
  /// joins to a deed told before, or to what a light verb carries, is told as that is.
  private func joinedDeed(
    _ unit: Int, _ token: Int, _ reading: CutReading
  ) -> (status: StatusReading, actors: List<EventDraft.Participant>)? {
    guard units[unit].clitics.contains(.wa), token == units[unit].tokens.lowerBound,
      isMaterial(reading), suffersHere(unit, reading)
    else { return nil }
    // A light verb may have read what stands behind this one already.
    guard
      let last = events.lazy.filter({ $0.unit < unit }).max(by: { $0.trigger < $1.trigger }),
      last.form == .light || last.form == .noun,
      let before = eventReading(of: last), isMaterial(before),
      // What is joined to another's crime is that other's: «بتهمة السرقة والاعتداء على عون».
      !(last.unit + 1..<unit).contains(where: { isDeedBetween($0) })
    else { return carriedBesides(unit) }
    return (.init(last.status, last.reasons.status), told(last.actors, .precedingSubject))
  }

  /// «نجحت الفرقة في كشف الشبكة وحجز كمية من المخدرات»: what the light verb carries besides.
  private func carriedBesides(
    _ unit: Int
  ) -> (status: StatusReading, actors: List<EventDraft.Participant>)? {
    guard let verb = units[..<unit].lastIndex(where: \.isVerb),
      let known = subjects.last, known.unit == verb, !known.participants.isEmpty,
      let reading = analysis.lightVerb(units[verb].tokens.lowerBound),
      !(verb..<unit).contains(where: { units[$0].isMark(.clauseEnd) })
    else { return nil }
    return (status(verb, verb: reading), told(known.participants, .precedingSubject))
  }

  private func eventReading(of event: EventDraft) -> CutReading? {
    analysis.reading(event.trigger, .eventNoun) ?? analysis.reading(event.trigger, .masdar)
  }

  /// Whether a noun phrase between two deeds names another, or a body's function.
  private func isDeedBetween(_ at: Int) -> Bool {
    guard let mention = units[at].mention else {
      return units[at].function == .complement || units[at].isMark(.clauseEnd)
    }
    return !units[at].hasConjunction && isPrepositional(at)
      && eventWord(in: analysis.mentions[mention]) != nil
  }

  /// Whether what it is done to follows: a genitive, or the preposition that it governs.
  private func suffersHere(_ unit: Int, _ reading: CutReading) -> Bool {
    guard unit + 1 < units.count else { return false }
    if reading.clitics.contains(.article) {
      guard case .preposition(let preposition) = units[unit + 1].kind else { return false }
      return lexicon.predicates[reading.entry].recipients.contains(preposition)
    }
    return units[unit].tokens.count > 1 || analysis.isGenitive(unit + 1, units)
      || units[unit + 1].attachedPreposition != nil
  }

  /// What somebody does to another, rather than what is said, agreed or begun.
  private static func isDeed(_ type: EventType) -> Bool {
    switch type {
    case .assault, .coerce, .incident, .protest, .aid, .retreat, .sanction, .appoint: true
    default: false
    }
  }

  /// Whether what is asked or denounced follows behind its preposition.
  private func isComplemented(_ unit: Int) -> Bool {
    guard unit + 1 < units.count else { return false }
    switch units[unit + 1].kind {
    case .preposition(let preposition): return preposition == .ala || preposition == .bi
    case .mention: return units[unit + 1].attachedPreposition == .bi
    default: return false
    }
  }

  /// Whether an event of the same type on the same ones was told before in the sentence.
  private func isTold(_ unit: Int, _ type: EventType) -> Bool {
    let owners = genitive(of: unit)
    func isOwner(_ participant: EventDraft.Participant) -> Bool {
      owners.contains { $0.entity == participant.entity }
    }
    return !owners.isEmpty
      && events.contains {
        $0.type == type
          && ($0.recipients.contains(where: isOwner) || $0.actors.contains(where: isOwner))
      }
  }

  /// Whether the genitive, the pronoun or the preposition that the noun governs names somebody in
  /// particular; «قتل المدنيين» is no event by itself.
  private func hasParticipant(_ unit: Int, _ token: Int, _ reading: CutReading) -> Bool {
    if reading.clitics.contains(.pronoun) {
      return unit > 0 && units[unit - 1].isVerb && token == units[unit].tokens.lowerBound
        && lexicon.predicates[reading.entry].mode != "destroy"
        && !pronounAntecedent(token, reading.clitics, .possessor).isEmpty
    }
    guard unit + 1 < units.count, token == units[unit].tokens.upperBound - 1 else { return false }
    if analysis.isGenitive(unit + 1, units), let next = units[unit + 1].mention {
      return isParticular(analysis.mentions[next])
    }
    let slots = lexicon.predicates[reading.entry].recipients
    let argument = clause(after: unit).arguments.first
    guard let argument, argument.unit <= unit + 2, let preposition = argument.preposition,
      slots.contains(preposition), let mention = argument.mentions.first
    else { return false }
    return isParticular(analysis.mentions[mention])
  }

  /// Somebody by name, title or number, or one person whoever it is.
  private func isParticular(_ mention: Mention) -> Bool {
    if mention.kind == .person || mention.name != nil && mention.kind == .organization {
      return true
    }
    guard isHuman(mention), mention.kind != .country else { return false }
    if mention.hasNumber { return true }
    return mention.features.isDisjoint(with: [.plural, .dual]) && mention.tokens.count > 1
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
      if units[at].isMark(.clauseEnd) || units[at].function == .complement { return false }
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
    let frame = nounFrame(token, reading.entry, clause(after: unit))
    let ownType = lexicon.predicates[reading.entry].type
    guard let type = frame == nil ? ownType : frame.flatMap({ lexicon.frames[$0].type }) else {
      return nil
    }
    var event = draft(token, reading, unit, form, type, frame)
    set(&event, nominalStatus(unit, token))
    return event
  }
}

extension EventType {
  /// What is said or shown to others.
  fileprivate var showsStance: Bool { self == .protest || self == .request || self == .accuse }
}
