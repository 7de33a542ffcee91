import Contracts
import EventStore
import Foundation
import Glibc
import Kafka
import Synchronization
import Testing

/// Both workers on topics of their own, with a store; they can be killed and come back.
final class Deployment: Sendable {
  /// What came of a run: what readers of `events` saw, and what the store holds.
  struct Outcome {
    var events: [String]
    var stored: Set<Event>
  }

  let pipeline: Pipeline
  /// Whether a worker that has ended with status 1 is started again, as systemd does.
  private let isSupervised: Bool
  private let scratch: Scratch
  private let workers = Mutex<[String: WorkerProcess]>([:])

  init(
    _ stem: String, partitions: Int = 2, brokers: String? = nil, settings: [String: String] = [:],
    isSupervised: Bool = false
  ) async throws {
    self.isSupervised = isSupervised
    scratch = try Scratch()
    pipeline = try await Pipeline.make(
      stem, partitions: partitions, brokers: brokers, settings: settings)
  }

  var storePath: String { scratch.path("events.sqlite") }

  /// Starts a worker, or starts it again.
  func start(_ name: String) throws {
    let own = name == "indexer" ? ["--store", storePath] : []
    let worker = try pipeline.start(name, ["--batch-records", "50"] + own)
    workers.withLock { $0[name] = worker }
  }

  func worker(_ name: String) throws -> WorkerProcess {
    try #require(workers.withLock { $0[name] })
  }

  func kill(_ name: String) async throws {
    let worker = try worker(name)
    worker.send(SIGKILL)
    #expect(await worker.ended() == 128 + SIGKILL, "\(worker.log)")
  }

  /// Waits until both have committed all that they read.
  func finish() async throws {
    for (name, topic) in [
      ("parser-worker", pipeline.topics.articlesRaw), ("indexer", pipeline.topics.articlesParsed),
    ] {
      let last = try await pipeline.records(of: topic).map { ($0.partition, $0.offset + 1) }
      let end = Dictionary(last) { max($0, $1) }.values.reduce(0, +)
      try await wait(for: name, of: topic, upTo: end)
    }
  }

  /// Waits until the parser-worker has committed this many articles.
  func waitUntilParsed(_ count: Int) async throws {
    try await wait(for: "parser-worker", of: pipeline.topics.articlesRaw, upTo: Int64(count))
  }

  private func wait(for name: String, of topic: String, upTo end: Int64) async throws {
    while try await pipeline.committed(by: name, of: topic) < end {
      let worker = try worker(name)
      if isSupervised, !worker.isRunning, await worker.ended() == 1 {
        try start(name)
        continue
      }
      try #require(!Task.isCancelled && worker.isRunning, "\(worker.log)")
      try await Task.sleep(for: .milliseconds(100))
    }
  }

  func stop() async throws {
    for name in ["parser-worker", "indexer"] { await (try worker(name)).stop() }
  }

  /// What a reader of `events` has seen: each record's key and value.
  func events() async throws -> [String] {
    try await pipeline.records(of: pipeline.topics.events).map {
      "\($0.keyText ?? "") \($0.valueText ?? "")"
    }.sorted()
  }

  /// What stands in the store.
  func stored() throws -> Set<Event> {
    let store = try EventStore(reading: storePath)
    let events = try store.search(SearchQuery(limit: 1_000_000)).map(\.event)
    try store.close()
    #expect(Set(events.map(\.id)).count == events.count)
    return Set(events)
  }

  /// Expects that readers of `events` have seen, and the store holds, what they would have without any disturbance.
  func expectSame(as undisturbed: Outcome) async throws {
    let seen = try await events().reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let due = undisturbed.events.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    for (event, count) in seen where count > due[event, default: 0] {
      Issue.record("seen \(count) times, due \(due[event, default: 0]) times: \(event)")
    }
    for (event, count) in due where count > seen[event, default: 0] {
      Issue.record("due \(count) times, seen \(seen[event, default: 0]) times: \(event)")
    }
    let stored = try stored()
    let missing = undisturbed.stored.subtracting(stored)
    #expect(missing.isEmpty)
    #expect(stored.count == undisturbed.stored.count)
  }

  /// What an undisturbed run over the same articles gives.
  static func undisturbed(
    _ count: Int, partitions: Int = 2
  ) async throws -> Outcome {
    let deployment = try await Deployment("undisturbed", partitions: partitions)
    try await deployment.pipeline.produce(deployment.pipeline.articles(0..<count))
    try deployment.start("parser-worker")
    try deployment.start("indexer")
    try await deployment.finish()
    try await deployment.stop()
    return Outcome(events: try await deployment.events(), stored: try deployment.stored())
  }
}
