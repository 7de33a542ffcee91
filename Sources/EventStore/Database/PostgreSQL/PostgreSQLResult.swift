internal import CPostgres

/// What a statement gave; all of it is in memory.
final class PostgreSQLResult {
  fileprivate let handle: OpaquePointer

  init(_ handle: OpaquePointer) { self.handle = handle }

  deinit { PQclear(handle) }

  var rowCount: Int { Int(PQntuples(handle)) }

  func row(_ number: Int) -> PostgreSQLRow {
    PostgreSQLRow(result: self, number: Int32(number))
  }

  /// How many rows the statement changed.
  var changes: Int { PQcmdTuples(handle).flatMap { Int(String(cString: $0)) } ?? 0 }

  func field(_ code: Int32) -> String? {
    PQresultErrorField(handle, code).map { String(cString: $0) }
  }
}

/// A row in PostgreSQL's binary form: numbers with the highest byte first, all else as it is.
struct PostgreSQLRow: SQLRow {
  let result: PostgreSQLResult
  let number: Int32
  /// The first column that is seen.
  var first: Int32 = 0

  func integer(_ column: Int) -> Int64? {
    guard let bytes = value(column) else { return nil }
    // Of two, four or eight bytes; the sign is in the first.
    guard let head = bytes.first else { return 0 }
    return bytes.dropFirst().reduce(Int64(Int8(bitPattern: head))) { $0 << 8 | Int64($1) }
  }

  func real(_ column: Int) -> Double? {
    integer(column).map { Double(bitPattern: UInt64(bitPattern: $0)) }
  }

  func text(_ column: Int) -> String? {
    value(column).map { String(decoding: $0, as: UTF8.self) }
  }

  func bytes(_ column: Int) -> [UInt8]? { value(column).map { Array($0) } }

  private func value(_ column: Int) -> UnsafeRawBufferPointer? {
    let column = first + Int32(column)
    guard PQgetisnull(result.handle, number, column) == 0 else { return nil }
    return UnsafeRawBufferPointer(
      start: PQgetvalue(result.handle, number, column),
      count: Int(PQgetlength(result.handle, number, column)))
  }
}
