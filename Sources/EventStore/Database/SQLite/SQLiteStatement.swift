internal import GRDB
internal import GRDBSQLite

/// A prepared statement of SQLite's.
struct SQLiteStatement {
  let handle: OpaquePointer
  let connection: OpaquePointer?

  func run(_ arguments: [SQLValue]) throws {
    try query(arguments) { _ in }
  }

  /// Runs it with a number and texts in UTF-8 as its arguments.
  func run(_ number: Int64, _ texts: [UnsafeBufferPointer<UInt8>]) throws {
    try check(sqlite3_bind_int64(handle, 1, number))
    for (place, text) in texts.enumerated() {
      try bind(utf8: UnsafeRawBufferPointer(text), at: Int32(place) + 2)
    }
    try step { _ in }
  }

  func query(_ arguments: [SQLValue], _ body: (any SQLRow) throws -> Void) throws {
    for (place, argument) in arguments.enumerated() { try bind(argument, at: Int32(place) + 1) }
    try step(body)
  }

  private func step(_ body: (any SQLRow) throws -> Void) throws {
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    let row = SQLiteRow(handle: handle)
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW: try body(row)
      case SQLITE_DONE: return
      default: throw error
      }
    }
  }

  /// Texts and bytes are copied.
  private func bind(_ argument: SQLValue, at place: Int32) throws {
    switch argument {
    case .null: try check(sqlite3_bind_null(handle, place))
    case .integer(let value): try check(sqlite3_bind_int64(handle, place, value))
    case .real(let value): try check(sqlite3_bind_double(handle, place, value))
    case .text(var text):
      try text.withUTF8 {
        try bind(utf8: UnsafeRawBufferPointer($0), at: place, copied: Self.copied)
      }
    case .bytes(let bytes):
      try bytes.withUnsafeBytes { bytes in
        let start = bytes.isEmpty ? Self.empty : bytes.baseAddress
        try check(
          sqlite3_bind_blob64(handle, place, start, UInt64(bytes.count), Self.copied))
      }
    }
  }

  /// Tells SQLite to make a copy of its own, before the call returns (`SQLITE_TRANSIENT`).
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  /// - Parameter copied: nil where the text is held until the statement has run.
  private func bind(
    utf8: UnsafeRawBufferPointer, at place: Int32, copied: sqlite3_destructor_type? = nil
  ) throws {
    let start = utf8.isEmpty ? Self.empty : utf8.baseAddress
    try check(
      sqlite3_bind_text64(
        handle, place, start?.assumingMemoryBound(to: CChar.self), UInt64(utf8.count),
        copied, UInt8(SQLITE_UTF8)))
  }

  /// Stands for what is empty, which without an address would be null.
  private nonisolated(unsafe) static let empty: UnsafeRawPointer? = UnsafeRawPointer(
    UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 1))

  private func check(_ code: Int32) throws {
    if code != SQLITE_OK { throw error }
  }

  private var error: DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
      message: sqlite3_errmsg(connection).map { String(cString: $0) })
  }
}

private struct SQLiteRow: SQLRow {
  let handle: OpaquePointer

  private func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  func integer(_ column: Int) -> Int64? {
    isNull(column) ? nil : sqlite3_column_int64(handle, Int32(column))
  }

  func real(_ column: Int) -> Double? {
    isNull(column) ? nil : sqlite3_column_double(handle, Int32(column))
  }

  func text(_ column: Int) -> String? {
    guard let start = sqlite3_column_text(handle, Int32(column)) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func bytes(_ column: Int) -> [UInt8]? {
    if isNull(column) { return nil }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    guard let start = sqlite3_column_blob(handle, Int32(column)) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}
