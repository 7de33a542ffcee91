internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// Reads the nouns that a light verb carries; false where it carries none.
  mutating func readLightVerb(
    _ unit: Int, _ verb: CutReading, _ clause: Clause, _ found: Subject
  ) -> Bool {
    let verbType = lexicon.predicates[verb.entry].type
    for light in lexicon.predicates[verb.entry].lights {
      var carried = false
      for argument in clause.arguments where fits(argument, light, found, clause) {
        for mention in argument.mentions {
          guard let (token, reading) = eventWord(in: analysis.mentions[mention]),
            // «أعرب عن أمله»: of two words of saying the verb is the event.
            verbType == nil || lexicon.predicates[reading.entry].type != .state,
            let carrier = units.firstIndex(where: { $0.mention == mention }),
            let event = lightEvent(token, reading, carrier, light, (unit, verb), clause, found)
          else { break }
          events.append(event)
          consumed.insert(token)
          carried = true
        }
        if carried {
          // «أسفر عن مصرع فتاة، وإصابة امرأتين»
          for later in clause.arguments
          where later.unit > argument.unit && units[later.unit].hasConjunction {
            guard let mention = later.mentions.first,
              let (token, reading) = eventWord(in: analysis.mentions[mention]), isMaterial(reading),
              !consumed.contains(token),
              let event = lightEvent(token, reading, later.unit, light, (unit, verb), clause, found)
            else { continue }
            events.append(event)
            consumed.insert(token)
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

  private mutating func lightEvent(
    _ token: Int, _ reading: CutReading, _ carrier: Int, _ light: LightVerb,
    _ verb: (unit: Int, reading: CutReading), _ clause: Clause, _ found: Subject
  ) -> EventDraft? {
    guard var event = nominal(token, reading, carrier, .light) else { return nil }
    event.status = status(verb.unit, verb: verb.reading)
    if let forced = light.status, event.status == .actual { event.status = forced }
    let subjectActs = light.actorIsSubject && light.position != .subject
    if subjectActs { event.actors = found.participants }
    fill(&event, reading, isHeadline: false)
    if subjectActs, !found.participants.isEmpty {
      event.actors = found.participants
      joinParticipants(&event, analysis.clause(after: carrier, in: units))
    } else if !light.actorIsSubject, light.position != .subject, event.recipients.isEmpty,
      lexicon.predicates[verb.reading.entry].type == nil
    {
      event.recipients = found.participants.filter { isHuman($0) }
    }
    event.actors += agents(clause).filter { !event.actors.contains($0) }
    setTimeAndPlace(&event, clause)
    return event
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

  /// The word of a noun phrase that names an event: its head, or what a head such as «عملية» only
  /// frames.
  func eventWord(in mention: Mention) -> (Int, CutReading)? {
    let next = mention.head + 1
    // «اندلاع حريق», «تنفيذ إضراب»: the verbal noun of a light verb hands its event on.
    if carriesNothing(mention.head), next < mention.tokens.upperBound,
      let found = eventWord(at: next, end: mention.tokens.upperBound)
    {
      return found
    }
    if let found = eventWord(at: mention.head, end: mention.tokens.upperBound) { return found }
    guard next < mention.tokens.upperBound, isFramed(next, in: mention.tokens) else { return nil }
    return eventWord(at: next, end: mention.tokens.upperBound)
  }

  private func carriesNothing(_ token: Int) -> Bool {
    analysis.words[token].readings.contains {
      let reading = analysis.readings[$0]
      return reading.category == .masdar
        && lexicon.predicates[reading.entry].lights.contains { $0.position != .preposition }
    }
  }

  private func eventWord(at token: Int, end: Int) -> (Int, CutReading)? {
    if let match = analysis.phrase(at: token, .eventNoun), match.tokens.upperBound <= end {
      return (
        token,
        CutReading(
          reading: Reading(
            category: .eventNoun, entry: match.value.entry, features: match.value.features,
            spelling: []), clitics: match.clitics)
      )
    }
    guard let reading = eventReading(token), lexicon.predicates[reading.entry].type != nil else {
      return nil
    }
    return (token, reading)
  }

  private func eventReading(_ token: Int) -> CutReading? {
    guard analysis.words[token].tag != .verb, analysis.words[token].tag != .function,
      analysis.words[token].tag != .given
    else { return nil }
    return analysis.reading(token, .eventNoun) ?? typedMasdar(token)
  }

  private func typedMasdar(_ token: Int) -> CutReading? {
    analysis.words[token].readings.map { analysis.readings[$0] }.first {
      $0.category == .masdar && lexicon.predicates[$0.entry].type != nil
    }
  }

  /// Reads the events that a noun phrase names by itself.
  mutating func readNominals(_ unit: Int) {
    for token in units[unit].tokens { readParticiple(unit, token) }
    if readLightMasdar(unit) { return }
    let tokens = units[unit].tokens
    guard let mention = units[unit].mention,
      let (token, reading) = eventWord(in: analysis.mentions[mention]), !consumed.contains(token),
      carriesEvent(unit, token, reading) || isFramed(token, in: tokens) && isMaterial(reading),
      var event = nominal(token, reading, unit, .noun)
    else { return }
    fill(&event, reading, isHeadline: isTitle)
    consumed.insert(token)
    events.append(event)
  }

  /// What is done or befalls rather than what is said or agreed.
  private func isMaterial(_ reading: CutReading) -> Bool {
    switch lexicon.predicates[reading.entry].type {
    case .assault, .coerce, .incident, .protest, .aid, .retreat: true
    default: false
    }
  }

  /// «عملية دهس», «جريمة اغتيال», «تنفيذ إضراب»: the word before says that the event took place.
  private func isFramed(_ token: Int, in tokens: Range<Int>) -> Bool {
    guard token > tokens.lowerBound, !analysis.words[token].clitics.contains(.article) else {
      return false
    }
    let before = token - 1
    if Self.framing.contains(analysis.foldedStem(before)) { return true }
    return analysis.words[before].readings.contains {
      let reading = analysis.readings[$0]
      return reading.category == .masdar
        && lexicon.predicates[reading.entry].lights.contains { $0.position != .preposition }
    }
  }

  private static let framing: Set<[UInt8]> = Set(
    ["عملية", "جريمة", "حادث", "حادثة", "واقعة", "محاولة", "سلسلة", "موجة"].map {
      Letter.fold($0)
    })

  /// «بعد تعرض الشابي لحادث»: a light verb's verbal noun with the event behind its preposition.
  private mutating func readLightMasdar(_ unit: Int) -> Bool {
    let token = units[unit].tokens.lowerBound
    guard analysis.words[token].tag == .noun, let masdar = analysis.reading(token, .masdar) else {
      return false
    }
    let clause = analysis.clause(after: unit, in: units)
    for light in lexicon.predicates[masdar.entry].lights where light.position == .preposition {
      guard let argument = clause.arguments.first(where: { $0.preposition == light.preposition }),
        let mention = argument.mentions.first,
        let (noun, reading) = eventWord(in: analysis.mentions[mention]), isMaterial(reading),
        !consumed.contains(noun), var event = nominal(noun, reading, argument.unit, .light)
      else { continue }
      fill(&event, reading, isHeadline: isTitle)
      let owner = genitive(of: unit)
      if light.actorIsSubject {
        event.actors += owner
      } else if event.recipients.isEmpty {
        event.recipients = owner
      }
      consumed.insert(noun)
      events.append(event)
      return true
    }
    return false
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

  /// «مؤكدا أن …», «متعهدين بالبقاء»: a participle used as a verb.
  private mutating func readParticiple(_ unit: Int, _ token: Int) {
    guard !consumed.contains(token), analysis.words[token].tag != .verb,
      let reading = participle(token),
      reading.clitics.isDisjoint(with: Clitics.preposition.union(.article)),
      reading.features.contains(.accusative)
        || reading.features.contains(.plural)
        || reading.features.contains(.feminine)
          && analysis.text.tokens[token].spelling.contains(.taMarbuta),
      reading.clitics.isDisjoint(with: .anyPronoun),
      let type = lexicon.predicates[reading.entry].type
    else { return }
    let predicate = lexicon.predicates[reading.entry]
    let clause = analysis.clause(after: unit, in: units)
    let hasContent =
      clause.complement.map { $0 - unit <= 3 } ?? false
      && token == units[unit].tokens.upperBound - 1
      || clause.arguments.first.map { predicate.recipients.contains($0.preposition ?? .other) }
        ?? false
    guard
      hasContent
        || reading.features.contains(.accusative) && unit > 0 && units[unit - 1].isMark("،,")
    else { return }
    var event = EventDraft(
      trigger: token, sentence: sentence, unit: unit, predicate: reading.entry, form: .participle,
      type: type, mode: predicate.mode, content: predicate.content, status: .actual,
      contexts: predicate.contexts)
    event.contentStart = clause.complement
    event.actors = precedingSubject(unit).map { .init(entity: $0.entity, tokens: nil) }
    for argument in clause.arguments {
      guard let preposition = argument.preposition, predicate.recipients.contains(preposition),
        let first = argument.mentions.first, isHuman(analysis.mentions[first])
      else { continue }
      event.recipients = participants(argument.mentions)
    }
    consumed.insert(token)
    events.append(event)
  }

  /// The participle that stands where a verb would: accusative, or in agreement with its subject.
  private func participle(_ token: Int) -> CutReading? {
    analysis.words[token].readings.map { analysis.readings[$0] }
      .filter { $0.category == .activeParticiple && lexicon.predicates[$0.entry].type != nil }
      .max { rank($0.features) < rank($1.features) }
  }

  private func rank(_ features: Features) -> Int {
    features.contains(.accusative) ? 2 : features.isDisjoint(with: [.construct, .dual]) ? 1 : 0
  }

  private func precedingSubject(_ unit: Int) -> [EventDraft.Participant] {
    for earlier in subjects.keys.sorted().reversed() where earlier < unit {
      if let subject = subjects[earlier], !subject.isEmpty { return subject }
    }
    return topic.speaker.map { [.init(entity: $0, tokens: nil)] } ?? []
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
    event.status = nominalStatus(unit)
    return event
  }

  /// Participants of a noun: its genitive or pronoun, and the prepositions of its verb.
  mutating func fill(_ event: inout EventDraft, _ reading: CutReading, isHeadline: Bool) {
    let predicate = lexicon.predicates[event.predicate]
    let clause = analysis.clause(after: event.unit, in: units)
    let genitive = genitive(of: event.unit)
    let owner =
      genitive.isEmpty
      ? pronounAntecedent(event.trigger, reading.clitics, besides: []) : genitive
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
      event.recipients = participants(argument.mentions)
    }
    if event.actors.isEmpty { event.actors = agents(clause) }
    joinParticipants(&event, clause)
    let rest = event.trigger + 1..<units[event.unit].tokens.upperBound
    if !rest.isEmpty { event.object = rest }
    if event.time == nil { setTimeAndPlace(&event, clause) }
  }

  /// The noun phrase in the genitive behind the phrase that names an event, with those joined to it.
  private func genitive(of unit: Int) -> [EventDraft.Participant] {
    guard unit + 1 < units.count, analysis.isGenitive(unit + 1, units) else { return [] }
    var mentions = units[unit + 1].mention.map { [$0] } ?? []
    var next = unit + 2
    while next < units.count, let mention = units[next].mention, units[next].hasConjunction,
      units[next].attachedPreposition == nil
    {
      mentions.append(mention)
      next += 1
    }
    return participants(mentions)
  }
}
