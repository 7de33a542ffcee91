internal import CPostgres

/// A value, or an array of values, in PostgreSQL's binary form.
struct PostgreSQLArgument {
  /// The type's number in the server's tables; 0 lets the server find out.
  var type: Oid
  /// nil for null.
  var bytes: [UInt8]?

  init(_ value: SQLValue) {
    type = Self.types(of: value).element
    bytes = nil
    if value != .null {
      var encoding = PostgreSQLEncoding()
      encoding.append(content: value)
      bytes = encoding.bytes
    }
  }

  /// - Parameter values: of one type, or null; not all of them null.
  init(array values: [SQLValue]) {
    let types = Self.types(of: values.first { $0 != .null } ?? .null)
    type = types.array
    var encoding = PostgreSQLEncoding()
    encoding.append(Int32(1))
    encoding.append(Int32(values.contains(.null) ? 1 : 0))
    encoding.append(Int32(types.element))
    encoding.append(Int32(values.count))
    encoding.append(Int32(1))
    for value in values { encoding.append(field: value) }
    bytes = encoding.bytes
  }

  // From pg_type.dat.
  private static func types(of value: SQLValue) -> (element: Oid, array: Oid) {
    switch value {
    case .null: (0, 0)
    case .integer: (20, 1016)
    case .real: (701, 1022)
    case .text: (25, 1009)
    case .bytes: (17, 1001)
    }
  }

  /// What an array of such values is called.
  static func arrayName(of value: SQLValue) -> String {
    switch value {
    case .integer: "bigint[]"
    case .real: "double precision[]"
    case .null, .text: "text[]"
    case .bytes: "bytea[]"
    }
  }
}
