internal import Contracts
internal import GRDB

/// The index of the words by which events are found; its rows carry the events' numbers.
struct EventWords {
  let db: Database
  private var words = SearchWords()

  init(db: Database) { self.db = db }

  mutating func add(_ event: Event, row: Int64) throws {
    words.read(event)
    let statement = try db.cachedStatement(
      sql: "INSERT INTO event_words (rowid, words, stems, codes) VALUES (?, ?, ?, ?)")
    try statement.execute(arguments: [row, words.words, words.stems, words.codes])
  }

  func remove(row: Int64) throws {
    let statement = try db.cachedStatement(sql: "DELETE FROM event_words WHERE rowid = ?")
    try statement.execute(arguments: [row])
  }
}
