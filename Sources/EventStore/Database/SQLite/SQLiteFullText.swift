internal import Contracts

/// The index of words in SQLite: a table of FTS5, whose rows carry the events' numbers.
///
/// The table keeps no texts. To take a row out, FTS5 is told the words that went in, which are read
/// from the event's record again.
extension SQLiteConnection {
  func index(_ words: [IndexedWords]) throws {
    try tell("INSERT INTO event_words (rowid, \(Self.columns)) VALUES (?, \(Self.places))", words)
  }

  func removeFromIndex(_ keys: [Int64]) throws {
    var document = SearchDocument()
    var words: [IndexedWords] = []
    try query(
      "SELECT \(ListedEvent.columns) FROM event WHERE listed = ?",
      each: keys.map { [.integer($0)] }
    ) { _, row in
      let listed = ListedEvent(row)
      document.read(try listed.event)
      words.append(document.indexed(listed.key))
    }
    try tell(
      """
      INSERT INTO event_words (event_words, rowid, \(Self.columns))
      VALUES ('delete', ?, \(Self.places))
      """, words)
  }

  private static let columns =
    SearchColumn.allCases.map { "\($0)" }.joined(separator: ", ")
  private static let places = SearchColumn.allCases.map { _ in "?" }.joined(separator: ", ")

  private func tell(_ sql: String, _ words: [IndexedWords]) throws {
    let statement = try statement(sql)
    for event in words {
      try event.withColumns { try statement.run(event.key, $0) }
    }
  }
}
