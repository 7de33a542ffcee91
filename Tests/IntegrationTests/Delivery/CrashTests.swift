import Contracts
import Foundation
import Glibc
import Kafka
import Testing

/// What readers see when workers are killed at any moment. A test that hangs is a worker that
/// hangs.
@Suite(.serialized, .timeLimit(.minutes(5))) struct DeliveryCrashTests {
  @Test func killedParserWorkerLosesAndDoublesNothing() async throws {
    let pipeline = try await Pipeline.make("crash")
    let count = 3000
    try await pipeline.produce(pipeline.articles(0..<count))
    let watch = Watch(pipeline.topics.articlesParsed, partitions: pipeline.partitions)
    var seen = 0
    // Killed as soon as the next output is there, while the batch after it is under way.
    for enough in [1, 300, 1] {
      let worker = try pipeline.start("parser-worker")
      seen += try await watch.read(until: { $0.count >= enough }, orEndOf: worker).count
      worker.send(SIGKILL)
      #expect(await worker.ended() == 128 + SIGKILL)
    }
    let worker = try pipeline.start("parser-worker")
    try await watch.read(until: { seen + $0.count >= count }, orEndOf: worker)
    await worker.stop()
    let keys = try await pipeline.keys(of: pipeline.topics.articlesParsed)
    #expect(keys.count == count)
    #expect(Set(keys) == Set((0..<count).map { "article-\($0)" }))
    let committed = try await pipeline.committed(
      by: "parser-worker", of: pipeline.topics.articlesRaw)
    #expect(committed == Int64(count))
  }

  @Test func killedIndexerLosesAndDoublesNothing() async throws {
    let pipeline = try await Pipeline.make("index")
    let store = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).sqlite").path
    defer {
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store + end) }
    }
    let count = 3000
    try await pipeline.produce((0..<count).map { Sample.parsed($0, in: pipeline.topics) })
    let watch = Watch(pipeline.topics.events, partitions: pipeline.partitions)
    var seen = 0
    for enough in [1, 300, 100] {
      let worker = try pipeline.start("indexer", ["--store", store])
      seen += try await watch.read(until: { $0.count >= enough }, orEndOf: worker).count
      worker.send(SIGKILL)
      #expect(await worker.ended() == 128 + SIGKILL)
    }
    let worker = try pipeline.start("indexer", ["--store", store])
    try await watch.read(until: { seen + $0.count >= count }, orEndOf: worker)
    await worker.stop()
    let keys = try await pipeline.keys(of: pipeline.topics.events)
    #expect(keys.count == count)
    #expect(Set(keys) == Set((0..<count).map { "event-\($0)" }))
  }

  @Test func oneOfTwoWorkersIsKilledAndComesBack() async throws {
    let pipeline = try await Pipeline.make("two", partitions: 4)
    let count = 1200
    try await pipeline.produce(pipeline.articles(0..<count))
    let watch = Watch(pipeline.topics.articlesParsed, partitions: pipeline.partitions)
    let steady = try pipeline.start("parser-worker", instance: "steady")
    var seen = try await watch.read(until: { !$0.isEmpty }, orEndOf: steady).count
    for _ in 0..<2 {
      let shaky = try pipeline.start("parser-worker", instance: "shaky")
      seen += try await watch.read(until: { !$0.isEmpty || seen >= count }, orEndOf: steady).count
      shaky.send(SIGKILL)
      _ = await shaky.ended()
    }
    let shaky = try pipeline.start("parser-worker", instance: "shaky")
    try await shaky.says("reading")
    try await watch.read(until: { seen + $0.count >= count }, orEndOf: steady)
    await steady.stop()
    await shaky.stop()
    let keys = try await pipeline.keys(of: pipeline.topics.articlesParsed)
    #expect(keys.count == count)
    #expect(Set(keys).count == count)
  }
}
