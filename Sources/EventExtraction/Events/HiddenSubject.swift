internal import ArabicText
internal import Contracts

/// The subject of a verb of the sentence, kept for the verbs that name none.
struct KnownSubject {
  var unit: Int
  var participants: List<EventDraft.Participant>
  /// Whether the verb reports words: the next report without a subject is rather of the same one.
  var reports: Bool
}

extension SentenceReader {
  /// The subject of a verb that names none: of the verb that it is joined to, of the speech that it
  /// stands in, else of the discourse.
  func hiddenSubject(_ unit: Int) -> List<EventDraft.Participant> {
    let token = units[unit].tokens.lowerBound
    let type = analysis.reading(token, .verb).flatMap { lexicon.predicates[$0.entry].type }
    let speaks = type == .state
    let needsHuman = type.map { $0 != .incident && $0 != .assault } ?? false
    func fits(_ participant: EventDraft.Participant) -> Bool {
      (!needsHuman || isHuman(participant)) && analysis.entityAgrees(token, participant.entity)
    }
    func fits(_ known: KnownSubject) -> Bool {
      guard let first = known.participants.first else { return false }
      return known.participants.count > 1 && (!needsHuman || isHuman(first)) || fits(first)
    }
    // «قال … إن الجيش انسحب، وأضاف»: who spoke goes on speaking.
    if speaks, let known = subjects.last(where: { $0.reports && fits($0) }) {
      return told(known.participants, .joinedVerb)
    }
    let known = subjects.last { fits($0) }
    if let topic = nominalTopic(unit, since: known?.unit ?? -1, fits) {
      return arena.list(of: topic)
    }
    if let known { return told(known.participants, .joinedVerb) }
    let candidates = (
      topic.speaker.map { EventDraft.Participant(entity: $0, tokens: nil, rule: .lastSpeaker) },
      topic.subject.map { EventDraft.Participant(entity: $0, tokens: nil, rule: .lastSubject) }
    )
    if let speaker = candidates.0, fits(speaker) { return arena.list(of: speaker) }
    if let subject = candidates.1, fits(subject) { return arena.list(of: subject) }
    return List()
  }

  /// «إن الأطراف المعنية لديها آمال كبيرة، وستدعم …»: what a clause without a verb is about.
  private func nominalTopic(
    _ unit: Int, since verb: Int, _ fits: (EventDraft.Participant) -> Bool
  ) -> EventDraft.Participant? {
    guard units[unit].hasConjunction,
      let opener = units[..<unit].lastIndex(where: { $0.function == .complement }), opener > verb,
      let mention = units[opener + 1].mention, let entity = analysis.mentions[mention].entity
    else { return nil }
    let participant = EventDraft.Participant(entity: entity, tokens: nil, rule: .beforeVerb)
    return fits(participant) ? participant : nil
  }

  /// The subject that a participle goes with: of the report that it carries on, else of the verb
  /// before it.
  func subjectOfParticiple(_ features: Features, speaks: Bool) -> List<EventDraft.Participant> {
    func fits(_ participant: EventDraft.Participant) -> Bool {
      (!speaks || isHuman(participant)) && agrees(features, participant.entity)
    }
    func fits(_ known: KnownSubject) -> Bool {
      known.participants.first.map { known.participants.count > 1 || fits($0) } ?? false
    }
    let known =
      (speaks ? subjects.last { $0.reports && fits($0) } : nil) ?? subjects.last { fits($0) }
    if let known { return told(known.participants, .precedingSubject) }
    guard let speaker = topic.speaker else { return List() }
    return arena.list(of: .init(entity: speaker, tokens: nil, rule: .lastSpeaker))
  }

  /// Whether a participle's ending agrees with an entity.
  private func agrees(_ features: Features, _ entity: Int) -> Bool {
    let best = analysis.entities[entity].best
    guard best >= 0 else { return true }
    let mention = analysis.mentions[best]
    if !features.isDisjoint(with: [.plural, .dual]) {
      return !mention.features.isDisjoint(with: [.plural, .dual]) || mention.hasNumber
        || mention.kind != .person
    }
    guard let isFeminine = analysis.gender(mention) else { return true }
    return features.contains(.feminine) == isFeminine
  }
}

extension Analysis {
  /// Whether a verb's form can have this entity as its hidden subject.
  func entityAgrees(_ verb: Int, _ entity: Int) -> Bool {
    let best = entities[entity].best
    return readings.values(words[verb].readings).contains { reading in
      let features = reading.features
      if reading.category != .verb || features.contains(.firstPerson) { return false }
      let isPluralVerb = !features.isDisjoint(with: [.plural, .dual])
      guard best >= 0 else { return !isPluralVerb }
      let mention = mentions[best]
      let isPlural =
        (!mention.features.isDisjoint(with: [.plural, .dual]) || mention.hasNumber)
        && (mention.isHuman || isPluralVerb)
      if isPlural, !isPluralVerb {
        // «جميع الأطراف … وستلتزم»
        return features.contains(.feminine)
          && mention.features.isDisjoint(with: [.nominative, .oblique, .dual])
      }
      guard isPlural == isPluralVerb else { return false }
      if isPluralVerb { return true }
      guard let isFeminine = gender(mention) else { return true }
      return features.contains(.feminine) == isFeminine
    }
  }
}
