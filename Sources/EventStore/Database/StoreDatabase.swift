internal import GRDB

/// The database that a store is in.
enum StoreDatabase: Sendable {
  case sqlite(any DatabaseReader & DatabaseWriter)
  case postgresql(PostgreSQLServer)

  /// Reads from one state of the database, whatever others write meanwhile.
  func read<Value>(_ body: (any SQLConnection) throws -> Value) throws -> Value {
    switch self {
    case .sqlite(let database): try database.read { try body(SQLiteConnection($0)) }
    case .postgresql(let server): try server.read(body)
    }
  }

  /// Writes in one transaction: all that `body` does is there afterwards, or, where it throws,
  /// nothing. One write happens after the other, whichever process asks for it.
  func write<Value>(_ body: (any SQLConnection) throws -> Value) throws -> Value {
    switch self {
    case .sqlite(let database): try database.write { try body(SQLiteConnection($0)) }
    case .postgresql(let server): try server.write(body)
    }
  }

  func close() throws {
    switch self {
    case .sqlite(let database): try database.close()
    case .postgresql(let server): server.close()
    }
  }

  /// Gives space that nothing needs any more back to the disk, a few megabytes at a time. PostgreSQL
  /// does so by itself.
  func releaseSpace() throws {
    guard case .sqlite(let database) = self else { return }
    try database.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA incremental_vacuum(2000)")
      // The file is cut when the log has reached it.
      try db.checkpoint(.passive)
    }
  }

  /// Leaves nothing of the store outside of its file.
  func emptyLog() throws {
    switch self {
    case .sqlite(let database):
      _ = try database.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    case .postgresql: break
    }
  }
}
