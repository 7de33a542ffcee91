internal import Contracts
internal import Foundation

/// The index of words since it keeps no texts of its own, in SQLite; see `SQLiteFullText`.
///
/// Whoever changes how words are folded or divided makes the index anew, as this does: a row is
/// taken out by the words that went in.
enum Words6 {
  static func migrate(_ db: any SQLConnection) throws {
    try db.run(table)
    try list(db)
  }

  /// What comes in is folded and divided already, so that nothing is left for a tokenizer to know. A
  /// batch of a thousand events is gathered whole before it is written out, and what was written is
  /// merged less often.
  private static let table = """
    DROP TABLE event_words;
    CREATE VIRTUAL TABLE event_words USING fts5 (
      words, stems, codes, actors, recipients, others, speakers,
      tokenize = 'ascii', columnsize = 0, content = '');
    INSERT INTO event_words (event_words, rank) VALUES ('hashsize', 16777216);
    INSERT INTO event_words (event_words, rank) VALUES ('automerge', 8);
    UPDATE event SET listed = NULL WHERE listed IS NOT NULL;
    """

  /// Lists the events that there are.
  private static func list(_ db: any SQLConnection) throws {
    var words = EventWords(db: db)
    var reading = EventReading()
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
        "SELECT \(ListedEvent.columns) FROM event WHERE rowid = ?", [.integer(row)]
      ) { ListedEvent($0).record }
      guard let record else { continue }
      let event = reading.read(try decoder.decode(Event.self, from: Data(record.json)))
      listed[row] = (words.add(event, row: row), event.point)
      if words.count >= 1000 { try save() }
    }
    try save()
  }
}
