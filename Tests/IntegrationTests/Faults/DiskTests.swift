import Contracts
import Foundation
import Glibc
import Testing

/// The indexer's disk is full, or may not be written to.
@Suite(
  .serialized, .timeLimit(.minutes(10)),
  .enabled(if: Disk.isPossible, "only root can mount a small disk, and not in every container"))
struct DiskTests {
  @Test func aFullDiskIsWaitedFor() async throws {
    let disk = try Disk()
    let ballast = disk.scratch.path("ballast")
    try Data(count: 1_800_000).write(to: URL(filePath: ballast))
    let pipeline = try await Pipeline.make("full", partitions: 1)
    let count = 600
    try await pipeline.produce((0..<count).map { Sample.parsed($0, in: pipeline.topics) })
    let worker = try pipeline.start(
      "indexer", ["--store", disk.scratch.path("events.sqlite")])
    try await worker.says("waiting: The event store")
    try FileManager.default.removeItem(atPath: ballast)
    let watch = Watch(pipeline.topics.events, partitions: 1)
    try await watch.read(until: { $0.count >= count }, orEndOf: worker)
    await worker.stop()
    #expect(worker.log.components(separatedBy: "waiting: ").count == 2, "said once")
    let keys = try await pipeline.keys(of: pipeline.topics.events)
    #expect(keys.count == count)
    #expect(Set(keys).count == count)
  }

  @Test func aStoreThatMayNotBeWrittenIsRefusedAtTheStart() async throws {
    let disk = try Disk()
    try #require(disk.makeReadOnly())
    let pipeline = try await Pipeline.make("readonly", partitions: 1)
    let path = disk.scratch.path("events.sqlite")
    let worker = try pipeline.start("indexer", ["--store", path])
    #expect(await worker.ended() == 78)
    #expect(worker.log.contains(path))
    #expect(worker.log.contains("Read-only file system"))
  }
}

/// A disk of three megabytes in memory.
private final class Disk: Sendable {
  let scratch: Scratch
  var path: String { scratch.folder.path }

  init() throws {
    scratch = try Scratch()
    try #require(mount("tmpfs", scratch.folder.path, "tmpfs", 0, "size=3m") == 0)
  }

  func makeReadOnly() -> Bool {
    mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT) | UInt(MS_RDONLY), nil) == 0
  }

  deinit { umount2(path, Int32(MNT_DETACH)) }

  /// Whether this machine lets a disk be mounted, fills it and heeds that it is read-only.
  static let isPossible: Bool = {
    guard let scratch = try? Scratch(),
      mount("tmpfs", scratch.folder.path, "tmpfs", 0, "size=3m") == 0
    else { return false }
    defer { umount2(scratch.folder.path, Int32(MNT_DETACH)) }
    let file = URL(filePath: scratch.path("file"))
    if (try? Data(count: 4_000_000).write(to: file)) != nil { return false }
    guard
      mount("tmpfs", scratch.folder.path, "tmpfs", UInt(MS_REMOUNT) | UInt(MS_RDONLY), nil) == 0
    else { return false }
    return (try? Data(count: 1).write(to: file)) == nil
  }()
}
