internal import Contracts
internal import Foundation

/// The tables since events are found by more than words and countries.
///
/// - `event.listed`: see ``ListingKey``; null for an event that its article no longer has.
/// - `event.latitude`, `longitude`: of its place, where that is known and no country.
/// - `event_words`: a row for each event that is listed, under that number.
/// - `point`: places that events have, or had.
enum Search3 {
  static func migrate(_ db: any SQLConnection) throws {
    switch db.dialect {
    case .sqlite: try db.run(sqlite)
    case .postgresql: try db.run(postgresql)
    }
    try index(db)
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
    DROP TABLE event_words;
    CREATE VIRTUAL TABLE event_words USING fts5 (
      words, stems, codes, actors, recipients, others, speakers,
      tokenize = 'ascii', columnsize = 0);
    \(gathering)
    """

  /// What comes in is folded and divided already, so that nothing is left for a tokenizer to know. A
  /// batch of a thousand events is gathered whole before it is written out, and what was written is
  /// merged less often.
  private static let gathering = """
    INSERT INTO event_words (event_words, rank) VALUES ('hashsize', 16777216);
    INSERT INTO event_words (event_words, rank) VALUES ('automerge', 8);
    """

  private static let postgresql = """
    ALTER TABLE event ADD COLUMN listed bigint,
      ADD COLUMN latitude double precision, ADD COLUMN longitude double precision;
    CREATE INDEX event_listed ON event (listed);
    CREATE INDEX article_story ON article (story);
    CREATE TABLE point (
      latitude double precision NOT NULL, longitude double precision NOT NULL,
      PRIMARY KEY (latitude, longitude));
    TRUNCATE event_words;
    """

  /// Lists the events that there are.
  private static func index(_ db: any SQLConnection) throws {
    var words = EventWords(db: db)
    let decoder = JSONDecoder()
    let rows: [Int64] = try db.all(
      "SELECT rowid FROM event WHERE content IS NOT NULL ORDER BY first_day, rowid"
    ) { $0[0] }
    var listed: [Int64: (key: Int64, point: SearchPoint?)] = [:]
    func save() throws {
      for (row, key) in try words.save() { listed[row]?.key = key }
      try db.execute(
        "UPDATE event SET listed = ?, latitude = ?, longitude = ? WHERE rowid = ?",
        each: listed.map { row, place in
          [
            .integer(place.key), .init(place.point?.latitude), .init(place.point?.longitude),
            .integer(row),
          ]
        })
      listed = [:]
    }
    for row in rows {
      let record = try db.first(
        """
        SELECT id, version, body, story, same_as, reports, extractor FROM event WHERE rowid = ?
        """, [.integer(row)]
      ) { row in
        EventRecord(
          id: row[0], version: row[1], body: row[2], story: row[3], sameAs: row[4],
          reports: row[5], extractor: row[6])
      }
      guard let record else { continue }
      let event = try decoder.decode(Event.self, from: Data(record.json))
      listed[row] = (words.add(event, row: row), event.point)
      if words.count >= 1000 { try save() }
    }
    try save()
  }
}
