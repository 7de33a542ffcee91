internal import EventStore
internal import Foundation
internal import Glibc
internal import LocalPostgreSQL

/// New stores, each empty: SQLite files in a folder, or schemas of a PostgreSQL of their own.
final class TemporaryStores {
  private let folder: URL
  private let server: LocalPostgreSQL?
  private var count = 0

  /// - Parameter postgresql: whether they are in a PostgreSQL.
  init(postgresql: Bool) throws {
    folder = URL(filePath: "/tmp/rawi-benchmark-\(getpid())")
    server = postgresql ? try LocalPostgreSQL(folder: folder.path) : nil
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Removes all of them.
  func remove() {
    server?.remove()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Counts this process's time, and the server's.
  var clock: Clock {
    Clock { [server] in
      processorSeconds(CLOCK_PROCESS_CPUTIME_ID) + (server?.processorSeconds ?? 0)
    }
  }

  func open() throws -> EventStore {
    count += 1
    let name = "store\(count)"
    return try EventStore(
      path: try server?.makeStore(name) ?? folder.appending(path: name).path)
  }

  /// What the store that was opened last takes on the disk, in bytes. It is closed and opened again.
  func size(of store: inout EventStore) throws -> Int {
    // Who closes a file puts its write-ahead log into it.
    try store.close()
    store = try EventStore(path: store.path)
    guard let server else {
      let size = try FileManager.default.attributesOfItem(atPath: store.path)[.size] as? Int
      return size ?? 0
    }
    let rows = try server.execute(
      """
      SELECT sum(pg_total_relation_size(oid)) FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'store\(count)'::regnamespace
      """)
    return rows.first?.first.flatMap { $0 }.flatMap { Int($0) } ?? 0
  }
}
