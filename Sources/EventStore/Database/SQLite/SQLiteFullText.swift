/// The index of words in SQLite: a table of FTS5, whose rows carry the events' numbers.
extension SQLiteConnection {
  func index(_ words: [IndexedWords]) throws {
    try insert(
      into: "event_words", ["rowid", "words", "stems", "codes"],
      words.map { [.integer($0.row), .text($0.words), .text($0.stems), .text($0.codes)] })
  }
}
