/// Turns the events of one parsed article into self-contained records.
public struct EventEmbedding {
  private let parsed: ParsedArticle
  private let utf8: [UInt8]
  /// Where each scalar begins in the bytes, and where the last one ends.
  private let starts: [Int]
  private let entities: [String: Entity]
  private let times: [String: TimeExpression]

  public init(_ parsed: ParsedArticle) {
    self.parsed = parsed
    let bytes = Array(parsed.text.utf8)
    utf8 = bytes
    // Every byte but a scalar's later ones begins one.
    starts = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
    entities = Dictionary(parsed.entities.map { ($0.id, $0) }) { first, _ in first }
    times = Dictionary(parsed.times.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The record of `event`. References to entities that the article does not have are left out,
  /// and offsets outside the text are cut to it.
  public func event(
    _ event: ParsedEvent, version: Int, story: String, sameAs: String, reports: Int
  ) -> Event {
    let article = parsed.article
    let sentence =
      parsed.sentences.indices.contains(event.sentence)
      ? parsed.sentences[event.sentence]
      : .init(start: event.trigger.start, end: event.trigger.end, kind: .body)
    return Event(
      schema: Event.schema, id: event.id, version: version, type: event.type, mode: event.mode,
      status: event.status, plover: event.plover, cameo: event.cameo, contexts: event.contexts,
      trigger: .init(
        start: event.trigger.start, end: event.trigger.end,
        text: text(event.trigger.start, event.trigger.end)),
      sentence: .init(
        index: event.sentence, start: sentence.start, end: sentence.end, kind: sentence.kind,
        text: text(sentence.start, sentence.end)),
      participants: event.participants.compactMap { participant in
        entity(participant.entity).map {
          .init(
            role: participant.role, start: participant.start, end: participant.end,
            text: text(participant.start, participant.end), entity: $0)
        }
      },
      object: event.object.map {
        .init(
          start: $0.start, end: $0.end, text: text($0.start, $0.end),
          entities: $0.entities.compactMap(entity))
      },
      time: event.time.flatMap { times[$0.ref] }.map { .init($0, text: text($0.start, $0.end)) },
      place: event.place.map {
        .init(name: $0.name, country: $0.country, entity: $0.entity.flatMap(entity))
      },
      quantities: event.quantities.map { .init($0, text: text($0.start, $0.end)) },
      speaker: event.speaker.flatMap(entity),
      statement: event.statement.map {
        .init(start: $0.start, end: $0.end, form: $0.form, text: text($0.start, $0.end))
      },
      item: event.item, confidence: event.confidence,
      article: .init(
        id: article.id, source: article.source, url: article.url, title: article.title,
        publishedAt: article.publishedAt),
      story: story, sameAs: sameAs, reports: reports, extractor: parsed.extractor)
  }

  private func entity(_ id: String) -> Event.Entity? {
    entities[id].map { entity in
      Event.Entity(
        entity, members: entity.members.compactMap { entities[$0] }.map { Event.Entity($0) })
    }
  }

  private func text(_ start: Int, _ end: Int) -> String {
    let start = min(max(start, 0), starts.count - 1)
    let end = min(max(end, start), starts.count - 1)
    return String(decoding: utf8[starts[start]..<starts[end]], as: UTF8.self)
  }
}
