internal import Contracts
internal import Foundation

/// Enters what consumers were told, as if it had been told from here.
struct ToldEvents: ~Copyable {
  let db: any SQLConnection
  private var words: EventWords
  private var reading = EventReading()
  private let decoder = JSONDecoder()

  init(db: any SQLConnection) {
    self.db = db
    words = EventWords(db: db)
  }

  mutating func note(_ id: String, _ record: [UInt8]?) throws {
    var events = try EventRows(db: db)
    let known = try events.load(id: id)
    guard let record else {
      guard var event = known?.event, event.content != nil else { return }
      if let listed = event.listed { words.remove(listed) }
      _ = try words.save()
      event.listed = nil
      event.given = nil
      event.content = nil
      event.days = nil
      return try events.save([(known?.article ?? 0, event)])
    }
    // What is no event was not written by an indexer, and is none of the store's business.
    guard let told = try? decoder.decode(Event.self, from: Data(record)), told.id == id else {
      return
    }
    let article = try known?.article ?? self.article(told)
    var event =
      known?.event ?? EventState(row: events.newRow(), id: id, ordinal: told.trigger.start)
    if let listed = event.listed { words.remove(listed) }
    event.version = max(event.version, told.version)
    let read = reading.read(told)
    event.take(read, told: told)
    let listed = words.add(read, row: event.row)
    event.listed = try words.save()[event.row] ?? listed
    try events.save([(article, event)])
  }

  /// The article as far as its events tell of it; it will be read if its record is still there.
  private func article(_ event: Event) throws -> Int64 {
    var articles = try ArticleRows(db: db)
    if let known = try articles.load(ids: [event.article.id]).first { return known.row }
    let article = ArticleState(row: articles.newRow(), id: event.article.id)
    article.about.source = event.article.source
    article.about.url = event.article.url
    article.about.title = event.article.title
    article.about.publishedAt = event.article.publishedAt
    article.published = event.article.publishedAt.flatMap(Instant.seconds) ?? Instant.unknown
    article.cluster = article.row
    article.story = event.story
    article.parsed = []
    try articles.save([article])
    return article.row
  }
}
