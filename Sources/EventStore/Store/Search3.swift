/// The tables since events are found by more than words and countries.
///
/// - `event.listed`: see ``ListingKey``; null for an event that its article no longer has.
/// - `event.latitude`, `longitude`: of its place, where that is known and no country.
/// - `event_words`: a row for each event that is listed, under that number; in SQLite ``Words6``
///   makes it.
/// - `point`: places that events have, or had.
enum Search3 {
  static func migrate(_ db: any SQLConnection) throws {
    switch db.dialect {
    case .sqlite: try db.run(sqlite)
    case .postgresql: try db.run(postgresql)
    }
  }

  private static let sqlite = """
    ALTER TABLE event ADD COLUMN listed INTEGER;
    ALTER TABLE event ADD COLUMN latitude REAL;
    ALTER TABLE event ADD COLUMN longitude REAL;
    CREATE INDEX event_listed ON event (listed);
    CREATE INDEX article_story ON article (story);
    CREATE TABLE point (
      latitude REAL NOT NULL, longitude REAL NOT NULL, PRIMARY KEY (latitude, longitude)
    ) WITHOUT ROWID;
    """

  private static let postgresql = """
    ALTER TABLE event ADD COLUMN listed bigint,
      ADD COLUMN latitude double precision, ADD COLUMN longitude double precision;
    CREATE INDEX event_listed ON event (listed);
    CREATE INDEX article_story ON article (story);
    CREATE TABLE point (
      latitude double precision NOT NULL, longitude double precision NOT NULL,
      PRIMARY KEY (latitude, longitude));
    """
}
