internal import Contracts
internal import Foundation
internal import GRDB

/// The events' rows and what is searched of them.
struct EventRows {
  /// An event of which there is a row, withdrawn or not.
  struct Known {
    var row: Int64
    var version: Int
    /// Nil for a withdrawn event.
    var content: Data?
  }

  let db: Database
  private var words = SearchWords()

  init(db: Database) { self.db = db }

  func known(of article: String) throws -> [String: Known] {
    let statement = try db.cachedStatement(
      sql: "SELECT id, rowid, version, content FROM event WHERE article = ?")
    let rows = try Row.fetchCursor(statement, arguments: [article])
    var known: [String: Known] = [:]
    while let row = try rows.next() {
      known[row[0]] = Known(row: row[1], version: row[2], content: row[3])
    }
    return known
  }

  func exists(_ id: String) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM event WHERE id = ?")
    return try Int.fetchOne(statement, arguments: [id]) != nil
  }

  mutating func save(_ event: Event, json: [UInt8], content: Data, over known: Known?) throws {
    let days = event.days
    let row: Int64
    if let known {
      row = known.row
      try removeWords(row)
      let update = try db.cachedStatement(
        sql: """
          UPDATE event SET version = ?, content = ?, record = ?, first_day = ?, last_day = ?
          WHERE rowid = ?
          """)
      try update.execute(arguments: [
        event.version, content, Data(json), days?.lowerBound, days?.upperBound, row,
      ])
    } else {
      let insert = try db.cachedStatement(
        sql: """
          INSERT INTO event (id, article, version, content, record, first_day, last_day)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """)
      try insert.execute(arguments: [
        event.id, event.article.id, event.version, content, Data(json), days?.lowerBound,
        days?.upperBound,
      ])
      row = db.lastInsertedRowID
    }
    words.read(event)
    let index = try db.cachedStatement(
      sql: "INSERT INTO event_words (rowid, words, stems, codes) VALUES (?, ?, ?, ?)")
    try index.execute(arguments: [row, words.words, words.stems, words.codes])
  }

  func withdraw(_ known: Known) throws {
    try removeWords(known.row)
    let statement = try db.cachedStatement(
      sql: """
        UPDATE event SET content = NULL, record = NULL, first_day = NULL, last_day = NULL
        WHERE rowid = ?
        """)
    try statement.execute(arguments: [known.row])
  }

  private func removeWords(_ row: Int64) throws {
    let statement = try db.cachedStatement(sql: "DELETE FROM event_words WHERE rowid = ?")
    try statement.execute(arguments: [row])
  }
}
