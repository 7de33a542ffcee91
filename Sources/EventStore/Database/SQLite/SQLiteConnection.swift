internal import GRDB
internal import GRDBSQLite

/// SQLite, through GRDB's connection and SQLite's own calls, which spare each value a detour.
final class SQLiteConnection: SQLConnection {
  let dialect = SQLDialect.sqlite
  private let database: Database

  init(_ database: Database) { self.database = database }

  func run(_ script: String) throws { try database.execute(sql: script) }

  func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
    let statement = try statement(sql)
    try statement.run(arguments)
    return Int(sqlite3_changes(database.sqliteConnection))
  }

  func execute(_ sql: String, each tuples: [[SQLValue]]) throws {
    let statement = try statement(sql)
    for tuple in tuples { try statement.run(tuple) }
  }

  func query(
    _ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Void
  ) throws {
    try statement(sql).query(arguments, body)
  }

  func query(
    _ sql: String, each tuples: [[SQLValue]], _ body: (Int, any SQLRow) throws -> Void
  ) throws {
    let statement = try statement(sql)
    for (number, tuple) in tuples.enumerated() {
      try statement.query(tuple) { try body(number, $0) }
    }
  }

  func insert(into table: String, _ columns: [String], _ rows: [[SQLValue]]) throws {
    guard !rows.isEmpty else { return }
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    let names = columns.joined(separator: ", ")
    try execute("INSERT INTO \(table) (\(names)) VALUES (\(places))", each: rows)
  }

  func statement(_ sql: String) throws -> SQLiteStatement {
    SQLiteStatement(
      handle: try database.cachedStatement(sql: sql).sqliteStatement,
      connection: database.sqliteConnection)
  }
}
