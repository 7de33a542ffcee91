/// The index of words in PostgreSQL: a `tsvector` made here of the words that SQLite gets, so that
/// both find the same.
extension PostgreSQLConnection {
  func index(_ words: [IndexedWords]) throws {
    guard !words.isEmpty else { return }
    var lexemes = Lexemes()
    try copy(into: "event_words", ["rowid", "words"]) { rowBegins, encoding in
      for event in words {
        rowBegins(&encoding)
        encoding.append(field: .integer(event.key))
        let start = encoding.beginField()
        lexemes.read(event)
        lexemes.write(to: &encoding)
        encoding.endField(at: start)
      }
    }
  }

  func removeFromIndex(_ keys: [Int64]) throws {
    try execute(
      "DELETE FROM event_words WHERE rowid = ?", each: keys.map { [.integer($0)] })
  }
}
