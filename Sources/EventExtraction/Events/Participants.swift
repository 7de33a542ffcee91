internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// All who meet, agree or work together are actors.
  func joinParticipants(_ event: inout EventDraft, _ clause: Clause) {
    guard event.type.isMutual else { return }
    for argument in clause.arguments
    where argument.preposition == .maa || argument.preposition == .bayna {
      let joined = arena.filter(participants(argument.mentions, .company)) {
        !event.actors.contains($0) && !event.recipients.contains($0)
      }
      event.actors = arena.joined(event.actors, joined)
    }
    if event.mode == "visit" || event.type == .consult && predicateVisits(event) {
      placeVisit(&event, clause)
    }
    if event.type == .consult, event.mode != "visit",
      !lexicon.predicates[event.predicate].subjectIsHost
    {
      let others = arena.filter(event.recipients) { isHuman($0) && !event.actors.contains($0) }
      event.actors = arena.joined(event.actors, others)
      event.recipients = List()
    }
  }

  private func predicateVisits(_ event: EventDraft) -> Bool {
    lexicon.predicates[event.predicate].mode == "visit"
  }

  /// What is visited is where the visit happens; a country is its host too.
  private func placeVisit(_ event: inout EventDraft, _ clause: Clause) {
    event.recipients = arena.filter(event.recipients) {
      analysis.entities[$0.entity].kind != .place
    }
    guard event.place == nil else { return }
    event.place = clause.arguments.lazy
      .filter { $0.preposition == nil || $0.preposition == .ila || $0.preposition == .fi }
      .flatMap(\.mentions)
      .first { mention in
        (analysis.mentions[mention].kind == .place || analysis.mentions[mention].kind == .country)
          && !event.actors.contains { $0.tokens == analysis.mentions[mention].tokens }
      }
    if let place = event.place, event.recipients.isEmpty, analysis.mentions[place].kind == .country
    {
      event.recipients = participants(place, .object)
    }
    if event.place != nil { event.reasons.place = .visited }
  }

  /// «من قبل الشرطة», «على يد مسلحين», «من جانب روسيا».
  func agents(_ clause: Clause) -> List<EventDraft.Participant> {
    participants(clause.agents, .agent)
  }

  func isHuman(_ mention: Mention) -> Bool {
    isHuman(mention.kind, mention.isHuman)
  }

  private func isHuman(_ kind: Entity.Kind, _ isHuman: Bool) -> Bool {
    switch kind {
    case .person, .organization, .country, .group: true
    default: isHuman
    }
  }

  func isHuman(_ participant: EventDraft.Participant) -> Bool {
    let best = analysis.entities[participant.entity].best
    return best < 0 || isHuman(analysis.mentions[best].kind, analysis.mentions[best].isHuman)
  }

  /// Whom an attached pronoun stands for: the last entity before it that it agrees with.
  ///
  /// - Parameter ofPerson: whether a person or people come before bodies and countries.
  func pronounAntecedent(
    _ token: Int, _ clitics: Clitics, besides actors: List<EventDraft.Participant> = List(),
    _ rule: ParticipantRule = .objectPronoun, ofPerson: Bool = false
  ) -> List<EventDraft.Participant> {
    guard clitics.contains(.pronoun) else { return List() }
    var body: Int?
    // Sixty words back is as far as a reader looks.
    for start in stride(from: token - 1, through: max(0, token - 60), by: -1)
    where analysis.mentionAt[start] >= 0 {
      let mention = analysis.mentions[Int(analysis.mentionAt[start])]
      guard mention.tokens.upperBound <= token, let entity = mention.entity,
        !actors.contains(where: { $0.entity == entity }), isHuman(mention),
        stands(for: mention, clitics)
      else { continue }
      if !ofPerson || mention.isHuman { return arena.list(of: .init(entity: entity, rule: rule)) }
      body = body ?? entity
    }
    return body.map { arena.list(of: .init(entity: $0, rule: rule)) } ?? List()
  }

  /// Whether an attached pronoun agrees with a noun phrase.
  func stands(for mention: Mention, _ clitics: Clitics) -> Bool {
    let isPlural = !mention.features.isDisjoint(with: [.plural, .dual]) || mention.hasNumber
    if clitics.contains(.pronounPlural) != isPlural { return false }
    guard !isPlural, let isFeminine = analysis.gender(mention) else { return true }
    return isFeminine == clitics.contains(.pronounFeminine)
  }
}

extension EventType {
  /// Whether all who take part do it together.
  var isMutual: Bool { self == .consult || self == .agree || self == .cooperate }

  /// Whether those to whom it is done are people rather than bodies.
  var befallsPersons: Bool {
    switch self {
    case .assault, .coerce, .incident, .appoint, .aid: true
    default: false
    }
  }
}
