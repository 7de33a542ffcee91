/// What PostgreSQL or libpq says went wrong.
struct PostgreSQLError: Error, Sendable {
  /// The five letters of the SQL standard's table, which every answer of a server has; nil where
  /// none came.
  var state: String?
  var message: String

  enum Kind {
    /// The server is away, or starting, or full: it may be there later.
    case away
    /// Somebody else holds what is needed.
    case busy
    case diskFull
    /// The server is there, and does not let this user in, or not in this way.
    case refused
    case other
  }

  var kind: Kind {
    guard let state else { return .away }
    switch state {
    // Cannot connect now, shut down by an operator or after a crash; too many connections.
    case "57P01", "57P02", "57P03", "57P05", "53300", "25P03": return .away
    case "55P03", "40P01", "40001", "55006": return .busy
    case "53100", "53200", "53000", "58030": return .diskFull
    case "3D000", "3F000", "42501", "0LP01": return .refused
    default: break
    }
    switch state.prefix(2) {
    case "08": return .away
    case "28": return .refused
    default: return .other
    }
  }
}
