internal import Contracts

/// Reads off events what is kept of them.
struct EventReading: ~Copyable {
  private var json = JSONWriter()
  private var traits = TraitReading()
  private var document = SearchDocument()

  mutating func read(_ event: Event) -> ReadEvent {
    let body = EventRecord.body(of: event, with: &json)
    let days = event.days
    let key = ListingKey.key(
      day: days?.lowerBound, article: event.article.id, place: event.trigger.start)
    document.read(event)
    return ReadEvent(
      id: event.id, body: body, content: Digest(of: body).bytes, traits: traits.traits(event),
      words: document.indexed(key), days: days, point: event.point, extractor: event.extractor)
  }
}
