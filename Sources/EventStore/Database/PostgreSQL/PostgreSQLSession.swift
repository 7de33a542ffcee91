internal import CPostgres

/// One connection to a server, and the statements prepared on it.
final class PostgreSQLSession {
  private let handle: OpaquePointer
  private var statements: [Preparation: String] = [:]

  private struct Preparation: Hashable {
    var sql: String
    var types: [Oid]
  }

  /// - Throws: ``PostgreSQLError``.
  init(_ address: PostgreSQLAddress) throws {
    handle = try PostgreSQLOpening.connect(address)
  }

  deinit { PQfinish(handle) }

  /// Whether anything more can be asked on it.
  var isAlive: Bool { PQstatus(handle) == CONNECTION_OK }

  /// Whether a transaction is open, in order or not.
  var isInTransaction: Bool { PQtransactionStatus(handle) != PQTRANS_IDLE }

  /// The character set of the database.
  var encoding: String {
    PQparameterStatus(handle, "server_encoding").map { String(cString: $0) } ?? ""
  }

  func run(_ script: String) throws { try check(PQexec(handle, script)) }

  /// Runs a statement, which is prepared the first time.
  func run(_ sql: String, _ arguments: [PostgreSQLArgument]) throws -> PostgreSQLResult {
    let name = try prepare(Preparation(sql: sql, types: arguments.map(\.type)))
    let lengths = arguments.map { Int32($0.bytes?.count ?? 0) }
    let formats = [Int32](repeating: 1, count: arguments.count)
    // All values behind one another, so that one address is enough to have all.
    let values = arguments.flatMap { $0.bytes ?? [] }
    return try values.withUnsafeBytes { values in
      var start = 0
      let places: [UnsafePointer<CChar>?] = arguments.map { argument in
        guard let bytes = argument.bytes else { return nil }
        defer { start += bytes.count }
        guard let base = values.baseAddress else { return Self.empty }
        return (base + start).assumingMemoryBound(to: CChar.self)
      }
      return try check(
        PQexecPrepared(
          handle, name, Int32(arguments.count), places, lengths, formats, 1))
    }
  }

  /// Sends rows to a table in `COPY`'s binary form.
  func copy(_ command: String, _ rows: [UInt8]) throws {
    try check(PQexec(handle, command), expecting: PGRES_COPY_IN)
    var isSent = true
    for start in stride(from: 0, to: rows.count, by: Self.portion) where isSent {
      let end = min(start + Self.portion, rows.count)
      isSent = rows[start..<end].withUnsafeBytes { bytes in
        PQputCopyData(
          handle, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count)) == 1
      }
    }
    guard isSent, PQputCopyEnd(handle, nil) == 1 else { throw failure(nil) }
    var problem: (any Error)?
    while let result = PQgetResult(handle) {
      do { try check(result) } catch { problem = problem ?? error }
    }
    if let problem { throw problem }
  }

  private static let portion = 1 << 20
  /// Stands for what is empty, which without an address would be null.
  private nonisolated(unsafe) static let empty: UnsafePointer<CChar>? = UnsafePointer(
    UnsafeMutablePointer<CChar>.allocate(capacity: 1))

  private func prepare(_ preparation: Preparation) throws -> String {
    if let name = statements[preparation] { return name }
    let name = "s\(statements.count)"
    try check(
      PQprepare(
        handle, name, preparation.sql, Int32(preparation.types.count), preparation.types))
    statements[preparation] = name
    return name
  }

  @discardableResult
  private func check(
    _ result: OpaquePointer?, expecting expected: ExecStatusType? = nil
  ) throws -> PostgreSQLResult {
    guard let result else { throw failure(nil) }
    let owned = PostgreSQLResult(result)
    let status = PQresultStatus(result)
    let isGood =
      expected.map { $0 == status } ?? (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
    guard isGood else { throw failure(owned) }
    return owned
  }

  private func failure(_ result: PostgreSQLResult?) -> PostgreSQLError {
    // 67 is “C”, the place of the SQLSTATE among a message's fields.
    let state = result?.field(67)
    let words = PQerrorMessage(handle).map { String(cString: $0).trimmed } ?? ""
    return PostgreSQLError(state: state, message: words)
  }
}
