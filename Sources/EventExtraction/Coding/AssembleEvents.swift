internal import ArabicText
internal import Contracts

extension Analysis {
  /// The events in the contract's form, in the order of the text.
  func contractEvents(_ ids: [Int: String], article: String) -> [ParsedEvent] {
    var occurrences: [Occurrence: Int] = [:]
    return events.map { event in
      let sentence = text.text(sentences[event.sentence].tokens)
      let trigger = event.trigger..<event.trigger + 1
      let key = Occurrence(
        sentence: bytesKey(sentences[event.sentence].tokens), trigger: bytesKey(trigger),
        type: event.type)
      let occurrence = occurrences[key, default: 0]
      occurrences[key] = occurrence + 1
      return ParsedEvent(
        id: ParsedEvent.identifier(
          article: article, sentence: sentence, trigger: text.text(trigger), type: event.type,
          occurrence: occurrence),
        type: event.type, mode: event.mode, status: event.status,
        plover: event.type.plover(event.status),
        cameo: event.type.cameo(event.status, mode: event.mode),
        contexts: event.contexts,
        trigger: .init(start: scalarStart(trigger), end: scalarEnd(trigger)),
        sentence: event.sentence, participants: contractParticipants(event, ids),
        object: contractObject(event, ids),
        time: event.time.map { .init(ref: "t\($0 + 1)", value: times[$0].value) },
        place: event.place.map { contractPlace($0, ids) },
        quantities: contractQuantities(event),
        speaker: event.speaker.flatMap { ids[$0] },
        statement: event.statement.flatMap { tokens in
          tokens.isEmpty
            ? nil
            : .init(
              start: scalarStart(tokens), end: scalarEnd(tokens),
              form: event.isDirect ? .direct : .indirect)
        },
        item: sentences[event.sentence].item, confidence: event.confidence)
    }
  }

  /// What events of one id would share.
  private struct Occurrence: Hashable {
    var sentence: WordKey
    var trigger: WordKey
    var type: EventType
  }

  /// The source's own bytes as a key.
  private func bytesKey(_ tokens: Range<Int>) -> WordKey {
    let start = Int(text.tokens[tokens.lowerBound].start)
    return WordKey(text.utf8[start..<Int(text.tokens[tokens.upperBound - 1].end)])
  }

  private func contractParticipants(_ event: EventDraft, _ ids: [Int: String])
    -> [ParsedEvent.Participant]
  {
    let roles: [(ParsedEvent.Role, [EventDraft.Participant])] = [
      (.actor, event.actors), (.recipient, event.recipients),
    ]
    return roles.flatMap { role, participants in
      participants.compactMap { participant in
        ids[participant.entity].map { id in
          let tokens = participant.tokens ?? event.trigger..<event.trigger + 1
          let start =
            participant.tokens == nil
            ? scalarStart(tokens)
            : mentions(in: tokens.lowerBound..<tokens.lowerBound + 1).first
              .map { mentionStart(mentions[$0]) } ?? scalarStart(tokens)
          return .init(role: role, entity: id, start: start, end: scalarEnd(tokens))
        }
      }
    }
  }

  private func contractObject(_ event: EventDraft, _ ids: [Int: String]) -> ParsedEvent.Object? {
    guard let object = event.object, !object.isEmpty else { return nil }
    let named = mentions(in: object).compactMap { mentions[$0].entity }
    var unique: [String] = []
    for id in named.compactMap({ ids[$0] }) where !unique.contains(id) { unique.append(id) }
    return .init(start: scalarStart(object), end: scalarEnd(object), entities: unique)
  }

  private func contractPlace(_ mention: Int, _ ids: [Int: String]) -> ParsedEvent.Place {
    let place = mentions[mention]
    let start = mentionStart(place) - scalarStart(place.tokens)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.text(place.tokens).unicodeScalars.dropFirst(start))
    return .init(
      entity: place.entity.flatMap { ids[$0] }, name: String(view),
      country: place.country ?? place.entity.flatMap { entities[$0].country })
  }
}
