internal import Foundation
internal import GRDB
internal import Glibc

/// What has been indexed: articles, their events, and how far each source was read, in one SQLite
/// file (write-ahead log, mode 0600) or in a PostgreSQL database.
///
/// Several processes may have the same store open; a writer waits for the other up to 30 s. All
/// calls block their thread on the disk or the network, so keep them off Swift's cooperative pool.
public final class EventStore: Sendable {
  let database: StoreDatabase
  /// See ``OutboxMark``.
  let identity: Int64
  /// Where the store is: a file's path, or a URL.
  public let path: String
  /// How far apart articles may be published that are compared with each other, in seconds.
  let storyWindow: Int64

  /// The window that stories have unless another is asked for: three days, in seconds.
  public static let usualStoryWindow: Int64 = 3 * 86_400

  /// Opens the store, and makes it where there is none yet.
  ///
  /// - Parameters:
  ///   - path: of an SQLite file, or a URL such as `postgresql://user@host/database`.
  ///   - passwordFile: for PostgreSQL, a file of which the first line is the password; nil leaves
  ///     the password to libpq, which looks into `PGPASSFILE`.
  ///   - storyWindow: how far apart articles may be published, in seconds, to be linked in
  ///     a story. If it is another than the store had before, the next batch makes all stories anew.
  /// - Throws: ``StoreError`` where the store cannot be made or opened, or was written by a later
  ///   release.
  public convenience init(
    path: String, passwordFile: String? = nil, storyWindow: Int64 = EventStore.usualStoryWindow
  ) throws(StoreError) {
    if PostgreSQLAddress.isAddress(path) {
      let server = PostgreSQLServer(try Self.address(path, passwordFile))
      try self.init(server, path: path, storyWindow: storyWindow)
    } else {
      try self.init(file: path, storyWindow: storyWindow)
    }
  }

  private init(file path: String, storyWindow: Int64) throws(StoreError) {
    self.path = path
    self.storyWindow = storyWindow
    try Self.makePrivateFile(path)
    database = try StoreError.naming(path) {
      let pool = try DatabasePool(path: path, configuration: Self.configuration())
      try Schema.migrate(pool)
      return .sqlite(pool)
    }
    identity = try Self.identity(of: database, path)
  }

  init(_ server: PostgreSQLServer, path: String, storyWindow: Int64) throws(StoreError) {
    self.path = path
    self.storyWindow = storyWindow
    database = try StoreError.naming(path) {
      try PostgreSQLSchema.migrate(server)
      return .postgresql(server)
    }
    identity = try Self.identity(of: database, path)
  }

  /// Opens a store that exists, for reading only.
  ///
  /// - Throws: ``StoreError`` where there is none, or it was written by another release.
  public init(reading path: String, passwordFile: String? = nil) throws(StoreError) {
    self.path = path
    storyWindow = Self.usualStoryWindow
    if PostgreSQLAddress.isAddress(path) {
      let server = PostgreSQLServer(try Self.address(path, passwordFile))
      database = try StoreError.naming(path) {
        try PostgreSQLSchema.check(server)
        return .postgresql(server)
      }
      identity = try Self.identity(of: database, path)
      return
    }
    guard FileManager.default.fileExists(atPath: path) else { throw StoreError.missing(path) }
    database = try StoreError.naming(path) {
      var configuration = Self.configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try Schema.check(queue)
      return .sqlite(queue)
    }
    identity = try Self.identity(of: database, path)
  }

  /// Closes the file, or the connections. Calls after this one fail.
  public func close() throws(StoreError) {
    try StoreError.naming(path) { try database.close() }
  }

  private static func identity(
    of database: StoreDatabase, _ path: String
  ) throws(StoreError) -> Int64 {
    try StoreError.naming(path) {
      try database.read { db in
        try db.first("SELECT value FROM setting WHERE name = 'store'") { $0[0] } ?? 0
      }
    }
  }

  static func address(
    _ url: String, _ passwordFile: String?
  ) throws(StoreError) -> PostgreSQLAddress {
    var password: String?
    if let passwordFile {
      do {
        let text = try String(contentsOfFile: passwordFile, encoding: .utf8)
        password = text.split(whereSeparator: \.isNewline).first.map(String.init)
      } catch {
        throw StoreError.passwordFile(passwordFile, error.localizedDescription)
      }
    }
    return try PostgreSQLAddress(url, password: password)
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    // One writer at a time; a few readers are enough beside it.
    configuration.maximumReaderCount = 2
    configuration.prepareDatabase { db in
      // Space can be given back bit by bit. A file that was made without keeps its size.
      if !db.configuration.readonly { try db.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL") }
      // The store commits before Kafka does, so what Kafka has committed must survive a power cut.
      try db.execute(sql: "PRAGMA synchronous = FULL")
      // 32 MiB for what a batch of a few hundred articles touches, the index of words above all; 64 for searches.
      try db.execute(sql: "PRAGMA cache_size = -\(db.configuration.readonly ? 65536 : 32768)")
      // 64 MiB of log, so that not every batch copies its pages into the file.
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 16384")
    }
    return configuration
  }

  /// SQLite gives its journal files the mode of the main file, so that one is made first.
  private static func makePrivateFile(_ path: String) throws(StoreError) {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw StoreError.cannotOpen(path, String(cString: strerror(errno))) }
    Glibc.close(file)
  }
}
