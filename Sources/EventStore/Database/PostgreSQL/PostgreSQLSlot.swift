internal import Foundation

/// The place of one connection, which is opened when it is first needed and used by one thread at a
/// time.
final class PostgreSQLSlot: @unchecked Sendable {
  private let address: PostgreSQLAddress
  /// Statements for each new connection, beside those that all have.
  private let settings: String
  /// Guards what follows.
  private let lock = NSLock()
  private var session: PostgreSQLSession?
  private var isClosed = false

  init(_ address: PostgreSQLAddress, settings: String = "") {
    self.address = address
    self.settings = settings
  }

  /// - Parameter beginning: statements that begin the transaction.
  func transaction<Value>(
    _ beginning: [String], _ body: (any SQLConnection) throws -> Value
  ) throws -> Value {
    lock.lock()
    defer { lock.unlock() }
    let session = try open()
    do {
      for statement in beginning { try session.run(statement) }
      let value = try body(PostgreSQLConnection(session))
      try session.run("COMMIT")
      return value
    } catch {
      let isLost = (error as? PostgreSQLError)?.kind == .away
      if !isLost, session.isInTransaction { try? session.run("ROLLBACK") }
      // Whatever state it is in, a new one is in a known one.
      if isLost || !session.isAlive || session.isInTransaction { self.session = nil }
      throw error
    }
  }

  func close() {
    lock.lock()
    defer { lock.unlock() }
    session = nil
    isClosed = true
  }

  private func open() throws -> PostgreSQLSession {
    if isClosed { throw PostgreSQLError(state: "08003", message: "the store is closed") }
    if let session, session.isAlive { return session }
    let opened = try PostgreSQLSession(address)
    guard opened.encoding == "UTF8" else {
      throw PostgreSQLError(
        state: "28000", message: "the database keeps \(opened.encoding) texts, not UTF8")
    }
    try opened.run(Self.settings + settings)
    session = opened
    return opened
  }

  private static let settings = """
    -- The store commits before Kafka does, so what Kafka has committed must survive a power cut.
    -- A stricter setting is left as it is.
    SELECT set_config('synchronous_commit', 'on', false)
      WHERE current_setting('synchronous_commit') = 'off';
    -- Who waits for another's batch tells so after as long as with SQLite.
    SET lock_timeout = '30s';
    -- Nobody waits for a process that stands still, or whose machine is gone.
    SET idle_in_transaction_session_timeout = '60s';
    SET tcp_keepalives_idle = 30;
    SET client_min_messages = warning;
    """
}
