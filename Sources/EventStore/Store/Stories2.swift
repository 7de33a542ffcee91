internal import Contracts
internal import Foundation

/// The tables since stories are more than articles of one text.
///
/// - `article.published`, `sketch`, `cluster`, `story`, `parsed`: see ``ArticleState``.
/// - `event.version`, `given`, `story`, `same_as`, `reports`, `extractor`: what was last given to
///   consumers; `given` is the digest of the body that was, null where there is nothing or it was
///   withdrawn.
/// - `event.content`, `body`: what the article says now, see ``EventRecord``; null for an event
///   that it no longer has. The row stays, so that the versions go on where it comes back.
/// - `event.traits`: see ``Traits``.
/// - `event.first_day`, `last_day`: the days that the event may have happened on.
/// - `article_key`: see ``SketchKeys``.
enum Stories2 {
  static func migrate(_ db: any SQLConnection) throws {
    try db.run(tables)
    let articles = try moveArticles(db)
    try moveEvents(db, articles)
    try db.run("DROP TABLE event_1; DROP TABLE article_1;")
  }

  private static let tables = """
    ALTER TABLE article RENAME TO article_1;
    ALTER TABLE event RENAME TO event_1;
    DROP INDEX article_sha256;
    DROP INDEX event_article;
    CREATE TABLE article (
      rowid INTEGER PRIMARY KEY,
      id TEXT UNIQUE NOT NULL,
      source TEXT, url TEXT, title TEXT, published_at TEXT, reference_date TEXT,
      sha256 TEXT NOT NULL, simhash TEXT NOT NULL,
      published INTEGER NOT NULL, sketch BLOB NOT NULL,
      cluster INTEGER, story TEXT,
      parsed BLOB
    );
    CREATE INDEX article_cluster ON article (cluster);
    CREATE TABLE article_key (
      key INTEGER NOT NULL, published INTEGER NOT NULL, article INTEGER NOT NULL,
      PRIMARY KEY (key, published, article)
    ) WITHOUT ROWID;
    CREATE TABLE event (
      rowid INTEGER PRIMARY KEY,
      id TEXT UNIQUE NOT NULL,
      article INTEGER NOT NULL, ordinal INTEGER NOT NULL,
      version INTEGER NOT NULL,
      given BLOB, story TEXT, same_as TEXT, reports INTEGER, extractor TEXT NOT NULL,
      content BLOB, body BLOB, traits BLOB,
      first_day TEXT, last_day TEXT
    );
    CREATE INDEX event_article ON event (article);
    CREATE TABLE setting (name TEXT PRIMARY KEY NOT NULL, value) WITHOUT ROWID;
    """

  /// The texts are not there any more, so the articles stay alone until they come again; an empty
  /// digest makes them be read then.
  private static func moveArticles(_ db: any SQLConnection) throws -> [String: Int64] {
    try db.run(
      """
      INSERT INTO article
      SELECT rowid, id, source, url, title, published_at, reference_date, sha256, simhash,
        \(Instant.unknown), x'', CASE WHEN parsed IS NULL THEN NULL ELSE rowid END,
        CASE WHEN parsed IS NULL THEN NULL ELSE id END,
        CASE WHEN parsed IS NULL THEN NULL ELSE x'' END
      FROM article_1
      """)
    var articles: [String: Int64] = [:]
    try db.query("SELECT id, rowid FROM article", []) { articles[$0[0]] = $0[1] }
    return articles
  }

  private static func moveEvents(_ db: any SQLConnection, _ articles: [String: Int64]) throws {
    let decoder = JSONDecoder()
    var reading = EventReading()
    try db.query(
      "SELECT rowid, id, article, version, record FROM event_1 ORDER BY rowid", []
    ) { row in
      guard let article = articles[row[2]] else { return }
      var event = EventState(row: row[0], id: row[1], ordinal: 0, version: row[3])
      if let record = row.bytes(4) {
        let old = try decoder.decode(Event.self, from: Data(record))
        event.ordinal = old.trigger.start
        event.take(reading.read(old), told: old)
      }
      try save(event, article, db)
    }
  }

  private static func save(
    _ event: EventState, _ article: Int64, _ db: any SQLConnection
  ) throws {
    try db.insert(
      into: "event",
      [
        "rowid", "id", "article", "ordinal", "version", "given", "story", "same_as", "reports",
        "extractor", "content", "body", "traits", "first_day", "last_day",
      ],
      [
        [
          .integer(event.row), .text(event.id), .integer(article), .init(event.ordinal),
          .init(event.version), .init(event.given?.content), .init(event.given?.story),
          .init(event.given?.sameAs), .init(event.given?.reports), .text(event.extractor),
          .init(event.content), .init(event.body), .init(event.traits?.bytes),
          .init(event.days?.lowerBound), .init(event.days?.upperBound),
        ]
      ])
  }
}
