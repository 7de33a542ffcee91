internal import Foundation
internal import GRDB
internal import Glibc

/// What has been indexed: articles, their events, and how far each source was read, in one SQLite
/// file (write-ahead log, mode 0600).
///
/// Several processes may have the same file open; a writer waits for the other up to 30 s. All
/// calls block their thread on the disk, so keep them off Swift's cooperative pool.
public final class EventStore: Sendable {
  let database: StoreDatabase
  /// Where the file is.
  public let path: String
  /// How far apart articles may be published that are compared with each other, in seconds.
  let storyWindow: Int64

  /// The window that stories have unless another is asked for: three days, in seconds.
  public static let usualStoryWindow: Int64 = 3 * 86_400

  /// Opens the store, and makes it where there is none yet.
  ///
  /// - Parameter storyWindow: how far apart articles may be published, in seconds, to be linked in
  ///   a story. If it is another than the store had before, the next batch makes all stories anew.
  /// - Throws: ``StoreError`` where the file cannot be made or opened, or was written by a later
  ///   release.
  public init(
    path: String, storyWindow: Int64 = EventStore.usualStoryWindow
  ) throws(StoreError) {
    self.path = path
    self.storyWindow = storyWindow
    try Self.makePrivateFile(path)
    database = try StoreError.naming(path) {
      let pool = try DatabasePool(path: path, configuration: Self.configuration())
      try Schema.migrate(pool)
      return .sqlite(pool)
    }
  }

  /// Opens a store that exists, for reading only.
  ///
  /// - Throws: ``StoreError`` where there is none, or it was written by another release.
  public init(reading path: String) throws(StoreError) {
    self.path = path
    storyWindow = Self.usualStoryWindow
    guard FileManager.default.fileExists(atPath: path) else { throw StoreError.missing(path) }
    database = try StoreError.naming(path) {
      var configuration = Self.configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try Schema.check(queue)
      return .sqlite(queue)
    }
  }

  /// Closes the file. Calls after this one fail.
  public func close() throws(StoreError) {
    try StoreError.naming(path) { try database.close() }
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    // One writer at a time; a few readers are enough beside it.
    configuration.maximumReaderCount = 2
    configuration.prepareDatabase { db in
      // The store commits before Kafka does, so what Kafka has committed must survive a power cut.
      try db.execute(sql: "PRAGMA synchronous = FULL")
      // 64 MiB: what a batch of a few hundred articles touches, the index of words above all.
      try db.execute(sql: "PRAGMA cache_size = -65536")
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
