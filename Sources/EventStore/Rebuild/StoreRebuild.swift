internal import Contracts
internal import Foundation
internal import GRDB

/// Makes a store anew from the topics, beside the old one, and takes its place in the end.
///
/// Consumers were told what stands in `events`, so that is read first. Then every parsed article
/// is read again without telling anybody. What the store then says otherwise than it was told is
/// left for the next indexer to tell with the first record that it reads: nothing, where the old
/// store was sound.
public final class StoreRebuild {
  /// Where the store will be.
  public let path: String
  private let store: EventStore
  /// What the old store has forgotten is forgotten in the new one, too.
  private let horizon: Int64
  private var isFinished = false

  /// Where it is made, until it is finished; what an earlier attempt left is thrown away.
  private static func makingPath(_ path: String) -> String { path + ".rebuild" }

  /// - Parameters:
  ///   - path: of the store to be replaced; there need not be one.
  ///   - storyWindow: as for ``EventStore``.
  public init(path: String, storyWindow: Int64) throws(StoreError) {
    if PostgreSQLAddress.isAddress(path) { throw StoreError.notMadeAnew(path) }
    self.path = path
    let making = Self.makingPath(path)
    Self.removeStore(making)
    horizon = Self.horizon(path)
    store = try EventStore(path: making, storyWindow: storyWindow)
  }

  deinit {
    if !isFinished {
      try? store.close()
      Self.removeStore(store.path)
    }
  }

  /// Notes records of `events`, in the order of their topic.
  ///
  /// - Parameter records: keys and values; a null value for an event that was withdrawn.
  public func note(told records: [(eventID: String, record: [UInt8]?)]) throws(StoreError) {
    try StoreError.naming(path) {
      try store.database.write { db in
        var told = ToldEvents(db: db)
        for record in records { try told.note(record.eventID, record.record) }
      }
    }
  }

  /// Reads parsed articles again, in the order of their offsets within each partition. A record
  /// that cannot be indexed is passed over: it went to the dead letters when it came first.
  public func read(_ batch: [IndexInput]) throws(StoreError) {
    try StoreError.naming(path) {
      try store.database.write { db in
        var indexing = try BatchIndexing(db: db, window: store.storyWindow)
        try indexing.read(batch)
      }
    }
  }

  /// Puts the new store in the old one's place. Nobody else may have that open.
  ///
  /// - Parameter next: where the indexers will go on reading each partition.
  /// - Returns: how many events are to be told otherwise than they were.
  public func finish(goingOnAt next: [SourcePartition: Int64]) throws(StoreError) -> Int {
    let count = try StoreError.naming(path) {
      try store.database.write { db in
        var sources = try Sources(db: db)
        let places = next.sorted {
          ($0.key.topic, $0.key.partition) < ($1.key.topic, $1.key.partition)
        }
        for (source, offset) in places {
          _ = sources.row(of: source, from: offset)
          sources.turnBack(source, to: offset)
        }
        try sources.save()
        var forgetting = Forgetting(db: db)
        try forgetting.forgetAll(before: Horizon.raise(db, to: horizon))
        return try Amends(db: db, window: store.storyWindow).leave()
      }
    }
    try Self.closeWhole(store)
    isFinished = true
    try replace()
    return count
  }

  /// Of the old store; there need not be one that can be read.
  private static func horizon(_ path: String) -> Int64 {
    guard let old = try? EventStore(reading: path) else { return .min }
    defer { try? old.close() }
    return (try? old.database.read { try Horizon.current($0) }) ?? .min
  }

  /// The old store's log must not be taken for the new one's, so it is emptied and goes first.
  private func replace() throws(StoreError) {
    if let old = try? EventStore(path: path) { try? Self.closeWhole(old) }
    for path in [path, store.path] {
      for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    }
    guard rename(store.path, path) == 0 else {
      throw StoreError.cannotOpen(path, String(cString: strerror(errno)))
    }
  }

  /// Closes a store with nothing left in its log.
  private static func closeWhole(_ store: EventStore) throws(StoreError) {
    try StoreError.naming(store.path) {
      try store.database.emptyLog()
    }
    try store.close()
  }

  private static func removeStore(_ path: String) {
    for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
  }
}
