internal import ArabicText
internal import Contracts

/// The subject of a verb of the sentence, kept for the verbs that name none.
struct KnownSubject {
  var unit: Int
  var participants: [EventDraft.Participant]
  /// Whether the verb reports words: the next report without a subject is rather of the same one.
  var reports: Bool
}

extension SentenceReader {
  /// The subject of a verb that names none: of the verb that it is joined to, of the speech that it
  /// stands in, else of the discourse.
  func hiddenSubject(_ unit: Int) -> [EventDraft.Participant] {
    let token = units[unit].tokens.lowerBound
    let speaks =
      analysis.reading(token, .verb).map { lexicon.predicates[$0.entry].type == .state } ?? false
    func fits(_ participant: EventDraft.Participant) -> Bool {
      analysis.entityAgrees(token, participant.entity) && (!speaks || isHuman(participant))
    }
    func fits(_ known: KnownSubject) -> Bool {
      guard let first = known.participants.first else { return false }
      return known.participants.count > 1 && (!speaks || isHuman(first)) || fits(first)
    }
    // «قال … إن الجيش انسحب، وأضاف»: who spoke goes on speaking.
    let known =
      (speaks ? subjects.last { $0.reports && fits($0) } : nil) ?? subjects.last { fits($0) }
    if let known {
      return known.participants.map { .init(entity: $0.entity, tokens: nil, rule: .joinedVerb) }
    }
    let candidates: [(Int?, ParticipantRule)] = [
      (topic.speaker, .lastSpeaker), (topic.subject, .lastSubject),
    ]
    for (candidate, rule) in candidates {
      guard let candidate else { continue }
      let participant = EventDraft.Participant(entity: candidate, tokens: nil, rule: rule)
      if fits(participant) { return [participant] }
    }
    return []
  }

  /// The subject that a participle goes with: of the report that it carries on, else of the verb
  /// before it.
  func subjectOfParticiple(_ features: Features, speaks: Bool) -> [EventDraft.Participant] {
    func fits(_ participant: EventDraft.Participant) -> Bool {
      (!speaks || isHuman(participant)) && agrees(features, participant.entity)
    }
    func fits(_ known: KnownSubject) -> Bool {
      known.participants.first.map { known.participants.count > 1 || fits($0) } ?? false
    }
    let known =
      (speaks ? subjects.last { $0.reports && fits($0) } : nil) ?? subjects.last { fits($0) }
    if let known {
      return known.participants.map {
        .init(entity: $0.entity, tokens: nil, rule: .precedingSubject)
      }
    }
    return topic.speaker.map { [.init(entity: $0, tokens: nil, rule: .lastSpeaker)] } ?? []
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
    let readings = words[verb].readings.map { self.readings[$0] }.filter { $0.category == .verb }
    return readings.contains { reading in
      let features = reading.features
      if features.contains(.firstPerson) { return false }
      let isPluralVerb = !features.isDisjoint(with: [.plural, .dual])
      guard best >= 0 else { return !isPluralVerb }
      let mention = mentions[best]
      let isPlural =
        (!mention.features.isDisjoint(with: [.plural, .dual]) || mention.hasNumber)
        && (mention.isHuman || isPluralVerb)
      guard isPlural == isPluralVerb else { return false }
      if isPluralVerb { return true }
      guard let isFeminine = gender(mention) else { return true }
      return features.contains(.feminine) == isFeminine
    }
  }
}
