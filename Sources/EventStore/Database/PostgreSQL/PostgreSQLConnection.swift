/// PostgreSQL, through libpq.
final class PostgreSQLConnection: SQLConnection {
  let dialect = SQLDialect.postgresql
  private let session: PostgreSQLSession

  init(_ session: PostgreSQLSession) { self.session = session }

  func run(_ script: String) throws { try session.run(script) }

  func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
    try session.run(PostgreSQLText.numbered(sql), arguments.map(PostgreSQLArgument.init)).changes
  }

  func query(
    _ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Void
  ) throws {
    let result = try session.run(
      PostgreSQLText.numbered(sql), arguments.map(PostgreSQLArgument.init))
    for number in 0..<result.rowCount { try body(result.row(number)) }
  }

  func execute(_ sql: String, each tuples: [[SQLValue]]) throws {
    guard !tuples.isEmpty else { return }
    let columns = Columns(tuples)
    _ = try session.run(PostgreSQLText.changingEach(sql, columns.types), columns.arguments)
  }

  func query(
    _ sql: String, each tuples: [[SQLValue]], _ body: (Int, any SQLRow) throws -> Void
  ) throws {
    guard !tuples.isEmpty else { return }
    let columns = Columns(tuples)
    let result = try session.run(
      PostgreSQLText.readingEach(sql, columns.types), columns.arguments)
    for number in 0..<result.rowCount {
      var row = result.row(number)
      let tuple = Int(row.integer(0) ?? 1) - 1
      row.first = 1
      try body(tuple, row)
    }
  }

  func insert(into table: String, _ columns: [String], _ rows: [[SQLValue]]) throws {
    guard !rows.isEmpty else { return }
    try copy(into: table, columns) { rowBegins, encoding in
      for row in rows {
        rowBegins(&encoding)
        for value in row { encoding.append(field: value) }
      }
    }
  }

  /// `COPY` in binary form.
  func copy(
    into table: String, _ columns: [String],
    _ write: ((inout PostgreSQLEncoding) -> Void, inout PostgreSQLEncoding) throws -> Void
  ) throws {
    var encoding = PostgreSQLEncoding()
    encoding.append(Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00])
    // No flags, and no more of a header.
    encoding.append(Int32(0))
    encoding.append(Int32(0))
    try write({ $0.append(Int16(columns.count)) }, &encoding)
    encoding.append(Int16(-1))
    try session.copy(
      "COPY \(table) (\(columns.joined(separator: ", "))) FROM STDIN (FORMAT binary)",
      encoding.bytes)
  }

  /// Tuples turned into one array for each place; nil where all values are null, which have no type.
  private struct Columns {
    var types: [String?] = []
    var arguments: [PostgreSQLArgument] = []

    init(_ tuples: [[SQLValue]]) {
      for place in tuples[0].indices {
        let values = tuples.map { $0[place] }
        guard let example = values.first(where: { $0 != .null }) else {
          types.append(nil)
          continue
        }
        types.append(PostgreSQLArgument.arrayName(of: example))
        arguments.append(PostgreSQLArgument(array: values))
      }
    }
  }
}
