/// The index of words in SQLite: a table of FTS5, whose rows carry the events' numbers.
extension SQLiteConnection {
  func index(_ words: [IndexedWords]) throws {
    try insert(
      into: "event_words", ["rowid"] + SearchColumn.allCases.map(\.rawValue),
      words.map { [.integer($0.key)] + $0.texts.map { .utf8($0) } })
  }
}
