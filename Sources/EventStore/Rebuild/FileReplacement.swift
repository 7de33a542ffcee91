internal import Foundation

/// A new SQLite file, which is renamed in the end.
struct FileReplacement: StoreReplacement {
  private let path: String
  let store: EventStore
  let horizon: Int64

  /// What an earlier attempt left is thrown away.
  init(_ path: String, storyWindow: Int64) throws(StoreError) {
    self.path = path
    let making = path + ".rebuild"
    Self.remove(making)
    horizon = Self.horizon(path)
    store = try EventStore(path: making, storyWindow: storyWindow)
  }

  /// The old store's log must not be taken for the new one's, so it is emptied and goes first.
  func replace() throws(StoreError) {
    try Self.closeWhole(store)
    if let old = try? EventStore(path: path) { try? Self.closeWhole(old) }
    for path in [path, store.path] {
      for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    }
    guard rename(store.path, path) == 0 else {
      throw StoreError.cannotOpen(path, String(cString: strerror(errno)))
    }
  }

  func discard() {
    try? store.close()
    Self.remove(store.path)
  }

  /// Of the old store; there need not be one that can be read.
  private static func horizon(_ path: String) -> Int64 {
    guard let old = try? EventStore(reading: path) else { return .min }
    defer { try? old.close() }
    return (try? old.database.read { try Horizon.current($0) }) ?? .min
  }

  /// Closes a store with nothing left in its log.
  private static func closeWhole(_ store: EventStore) throws(StoreError) {
    try StoreError.naming(store.path) {
      try store.database.emptyLog()
    }
    try store.close()
  }

  private static func remove(_ path: String) {
    for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
  }
}
