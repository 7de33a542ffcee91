/// A database on a server, and the connections to it that are open.
///
/// One is kept for writing and one for reading. A connection that broke is given up, and the next
/// call opens another, so a server that went away and came back is noticed only by who asked
/// meanwhile.
final class PostgreSQLServer: Sendable {
  let address: PostgreSQLAddress
  private let writing: PostgreSQLSlot
  private let reading: PostgreSQLSlot

  /// - Parameter schema: where the tables are; nil for the first one of the search path.
  init(_ address: PostgreSQLAddress, schema: String? = nil) {
    self.address = address
    let place = schema.map { "SET search_path = \($0);" } ?? ""
    writing = PostgreSQLSlot(address, settings: Self.lookingUp + place)
    reading = PostgreSQLSlot(address, settings: place)
  }

  /// What a batch asks for it finds by an index, however few rows there were when the question was
  /// planned first.
  private static let lookingUp = """
    SET plan_cache_mode = force_generic_plan;
    SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;
    """

  func read<Value>(_ body: (any SQLConnection) throws -> Value) throws -> Value {
    try reading.transaction(["BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"], body)
  }

  func write<Value>(_ body: (any SQLConnection) throws -> Value) throws -> Value {
    try writing.transaction(["BEGIN", Self.lock], body)
  }

  /// What one writes, the next has before it: the rows' numbers, stories and occurrences, and the
  /// sequence of what goes out, follow from all that is there. The lock is given back with the
  /// transaction. Its number is the schema's, so that two stores in one database do not wait for
  /// each other.
  private static let lock =
    "SELECT pg_advisory_xact_lock(hashtextextended('rawi ' || current_schema(), 0))"

  func close() {
    writing.close()
    reading.close()
  }
}
