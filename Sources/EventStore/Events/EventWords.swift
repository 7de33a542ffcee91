internal import Contracts

/// The index of the words by which events are found.
struct EventWords {
  let db: any SQLConnection
  private var words = SearchWords()

  init(db: any SQLConnection) { self.db = db }

  mutating func add(_ event: Event, row: Int64) throws {
    words.read(event)
    try db.index([
      IndexedWords(row: row, words: words.words, stems: words.stems, codes: words.codes)
    ])
  }

  func remove(row: Int64) throws {
    try db.execute("DELETE FROM event_words WHERE rowid = ?", [.integer(row)])
  }
}
