import Contracts
import EventStore
import Foundation
import Kafka
import LocalPostgreSQL
import Testing

extension DeliveryTests {
  @Test(.timeLimit(.minutes(3))) func aStoreMadeAnewFromTheTopicsIsTheSame() async throws {
    let pipeline = try await Pipeline.make("anew")
    let folder = FileManager.default.temporaryDirectory.appending(path: "rawi-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (old, new) = (folder.appending(path: "old").path, folder.appending(path: "new").path)
    let count = 60
    try await pipeline.produce((0..<count).map { Sample.parsed($0, in: pipeline.topics) })
    // One comes again, changed: its event has two versions.
    try await pipeline.produce([Sample.parsed(7, in: pipeline.topics, text: "قال الوزير لا")])
    try await index(pipeline, in: old, until: count + 1)

    var stores = [new]
    if LocalPostgreSQL.isInstalled { stores.append(try LocalPostgreSQL.shared.makeStore("anew")) }
    for store in stores {
      let rebuild = try pipeline.start("indexer", ["--store", store, "--rebuild"])
      #expect(await rebuild.ended() == 0, "\(rebuild.log)")
      #expect(try events(in: store) == events(in: old))
      #expect(try events(in: store).count == count)
    }

    try await pipeline.produce([Sample.parsed(count, in: pipeline.topics)])
    try await index(pipeline, in: new, until: count + 2)
    #expect(try await pipeline.keys(of: pipeline.topics.events).count == count + 2)
  }

  /// Runs an indexer until so many records are in `events`.
  private func index(_ pipeline: Pipeline, in store: String, until count: Int) async throws {
    let watch = Watch(pipeline.topics.events, partitions: pipeline.partitions)
    let worker = try pipeline.start("indexer", ["--store", store])
    try await watch.read(until: { $0.count >= count }, orEndOf: worker)
    await worker.stop()
  }

  private func events(in store: String) throws -> [Event] {
    try EventStore(reading: store).search(SearchQuery(limit: 1000)).map(\.event)
      .sorted { $0.id < $1.id }
  }
}
