internal import ArabicText
internal import Contracts

extension Analysis {
  /// The events in the contract's form, in the order of the text.
  func contractEvents(
    _ ids: EntityIds, _ times: [TimeExpression], article: String
  ) -> [ParsedEvent] {
    guard !events.isEmpty else { return [] }
    var contract: [ParsedEvent] = []
    contract.reserveCapacity(events.count)
    var occurrences = Occurrences(capacity: events.count)
    // Events of one sentence stand together.
    var last = (sentence: -1, hash: UInt64(0))
    for index in events.indices {
      let type = events[index].type
      let sentence = bytes(sentences[events[index].sentence].tokens)
      let trigger = bytes(events[index].trigger..<events[index].trigger + 1)
      if events[index].sentence != last.sentence {
        last = (events[index].sentence, Occurrences.hash(sentence, from: 0))
      }
      let key = Occurrences.hash(trigger, from: last.hash &+ Self.key(type))
      let id = ParsedEvent.identifier(
        sum, article: article, sentence: sentence, trigger: trigger, type: type,
        occurrence: occurrences.count(key))
      contract.append(contractEvent(index, id, ids, times))
    }
    return contract
  }

  private static func key(_ type: EventType) -> UInt64 {
    type.rawValue.utf8.reduce(0) { $0 &* 131 &+ UInt64($1) }
  }

  private func contractEvent(
    _ index: Int, _ id: String, _ ids: EntityIds, _ times: [TimeExpression]
  ) -> ParsedEvent {
    let type = events[index].type
    let status = events[index].status
    let trigger = events[index].trigger..<events[index].trigger + 1
    return ParsedEvent(
      id: id, type: type, mode: events[index].mode, status: status, plover: type.plover(status),
      cameo: type.cameo(status, mode: events[index].mode), contexts: events[index].contexts,
      trigger: .init(start: scalarStart(trigger), end: scalarEnd(trigger)),
      sentence: events[index].sentence, participants: contractParticipants(index, ids),
      object: contractObject(index, ids),
      time: events[index].time.map { .init(ref: times[$0].id, value: times[$0].value) },
      place: events[index].place.map { contractPlace($0, ids) },
      quantities: contractQuantities(index), speaker: events[index].speaker.flatMap { ids[$0] },
      statement: events[index].statement.flatMap { tokens in
        tokens.isEmpty
          ? nil
          : .init(
            start: scalarStart(tokens), end: scalarEnd(tokens),
            form: events[index].isDirect ? .direct : .indirect)
      },
      item: sentences[events[index].sentence].item, confidence: events[index].confidence)
  }

  private func contractParticipants(_ event: Int, _ ids: EntityIds) -> [ParsedEvent.Participant] {
    var participants: [ParsedEvent.Participant] = []
    participants.reserveCapacity(events[event].actors.count + events[event].recipients.count)
    func add(_ role: ParsedEvent.Role, _ participant: EventDraft.Participant) {
      guard let id = ids[participant.entity] else { return }
      let trigger = events[event].trigger
      let tokens = participant.tokens ?? trigger..<trigger + 1
      let mention = mentionAt[tokens.lowerBound]
      participants.append(
        .init(
          role: role, entity: id,
          start: participant.tokens == nil || mention < 0
            ? scalarStart(tokens) : mentionStart(Int(mention)),
          end: scalarEnd(tokens)))
    }
    for actor in events[event].actors { add(.actor, actor) }
    for recipient in events[event].recipients { add(.recipient, recipient) }
    return participants
  }

  private func contractObject(_ event: Int, _ ids: EntityIds) -> ParsedEvent.Object? {
    guard let object = events[event].object, !object.isEmpty else { return nil }
    var named: [String] = []
    for token in object where mentionAt[token] >= 0 {
      guard let entity = mentions[Int(mentionAt[token])].entity, let id = ids[entity],
        !named.contains(id)
      else { continue }
      named.append(id)
    }
    return .init(start: scalarStart(object), end: scalarEnd(object), entities: named)
  }

  private func contractPlace(_ mention: Int, _ ids: EntityIds) -> ParsedEvent.Place {
    let entity = mentions[mention].entity
    return .init(
      entity: entity.flatMap { ids[$0] }, name: mentionText(mention),
      country: (mentions[mention].country ?? entity.flatMap { entities[$0].country })?.text)
  }
}
