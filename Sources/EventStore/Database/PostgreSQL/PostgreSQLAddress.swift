internal import CPostgres

/// Where a PostgreSQL is and how to get in: a connection URI of libpq's and perhaps a password.
struct PostgreSQLAddress: Sendable {
  private let url: String
  private let password: String?

  static func isAddress(_ place: String) -> Bool {
    place.hasPrefix("postgresql://") || place.hasPrefix("postgres://")
  }

  /// - Parameter password: from a file; nil leaves it to libpq, which looks into `PGPASSFILE`.
  /// - Throws: ``StoreError`` where the URL is none, or holds a password, which everybody on the
  ///   machine could read.
  init(_ url: String, password: String?) throws(StoreError) {
    self.url = url
    self.password = password
    var reason: UnsafeMutablePointer<CChar>?
    guard let options = PQconninfoParse(url, &reason) else {
      defer { PQfreemem(reason) }
      throw StoreError.address(
        reason.map { String(cString: $0).trimmed } ?? "it cannot be read")
    }
    defer { PQconninfoFree(options) }
    var option = options
    while let keyword = option.pointee.keyword {
      if String(cString: keyword) == "password", option.pointee.val != nil {
        throw StoreError.passwordInAddress
      }
      option += 1
    }
  }

  /// The URL as it may be shown: it has no password.
  var name: String { url }

  /// What libpq is told; what is in the URL goes before what is said here.
  var parameters: [(keyword: String, value: String)] {
    var parameters = [("fallback_application_name", "rawi"), ("dbname", url)]
    if let password { parameters.append(("password", password)) }
    parameters.append(("client_encoding", "UTF8"))
    return parameters
  }
}

extension String {
  /// Without the line breaks that libpq ends its messages with.
  var trimmed: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
