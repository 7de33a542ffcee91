internal import CPostgres
internal import Glibc

/// Opens connections.
enum PostgreSQLOpening {
  /// How long a server may take to let somebody in, in seconds.
  private static let patience = 15.0

  /// - Throws: ``PostgreSQLError``.
  static func connect(_ address: PostgreSQLAddress) throws -> OpaquePointer {
    let parameters = address.parameters
    let connection = withCStrings(parameters.map(\.keyword)) { keywords in
      withCStrings(parameters.map(\.value)) { PQconnectStartParams(keywords, $0, 1) }
    }
    guard let connection else { throw PostgreSQLError(message: "out of memory") }
    // Only so do the server's refusals come with their numbers.
    PQsetErrorVerbosity(connection, PQERRORS_VERBOSE)
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
    guard wait(for: connection) else {
      defer { PQfinish(connection) }
      throw refusal(PQerrorMessage(connection).map { String(cString: $0) } ?? "")
    }
    PQsetErrorVerbosity(connection, PQERRORS_DEFAULT)
    return connection
  }

  private static func wait(for connection: OpaquePointer) -> Bool {
    let end = now() + patience
    var state = PGRES_POLLING_WRITING
    while PQstatus(connection) != CONNECTION_BAD {
      let events = state == PGRES_POLLING_READING ? POLLIN : POLLOUT
      var socket = pollfd(fd: PQsocket(connection), events: Int16(events), revents: 0)
      let rest = end - now()
      guard rest > 0 else { return false }
      if poll(&socket, 1, Int32(rest * 1000) + 1) < 0, errno != EINTR { return false }
      state = PQconnectPoll(connection)
      if state == PGRES_POLLING_OK { return true }
      if state == PGRES_POLLING_FAILED { return false }
    }
    return false
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// «connection to server … failed: FATAL:  28P01: password authentication failed …».
  private static func refusal(_ words: String) -> PostgreSQLError {
    let line = words.isEmpty ? "no answer within \(Int(patience)) s" : words.trimmed
    let state = line.split(separator: " ").first { part in
      part.count == 6 && part.last == ":"
        && part.dropLast().allSatisfy { $0.isASCII && ($0.isNumber || $0.isUppercase) }
        && part.contains(where: \.isNumber)
    }
    if state == nil, Self.settings.contains(where: line.contains) {
      return PostgreSQLError(state: "28000", message: line)
    }
    return PostgreSQLError(state: state.map { String($0.dropLast()) }, message: line)
  }

  /// Words of libpq's own refusals, which have no number.
  private static let settings = [
    "no password supplied", "does not support SSL", "certificate", "invalid sslmode",
    "invalid connection option", "invalid port number",
  ]

  private static func withCStrings<Value>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Value
  ) -> Value {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    let pointers = copies.map { UnsafePointer<CChar>($0) } + [nil]
    return pointers.withUnsafeBufferPointer { body($0.baseAddress!) }
  }
}
