import Contracts
import EventStore
import Foundation
import Glibc
import Kafka
import Synchronization
import Testing

/// Both workers on topics of their own, with a store; they can be killed and come back.
final class Deployment: Sendable {
  /// What came of a run: what readers of `articles.parsed` and `events` saw, and what the store holds.
  struct Outcome {
    var parsed: [ConsumerRecord]
    var events: [String]
    var stored: Set<Event>
  }

  let pipeline: Pipeline
  /// Where the indexer works: the same topics, unless it is apart.
  private let indexed: Pipeline
  private let isApart: Bool
  private let arguments: [String]
  private let scratch: Scratch
  private let workers = Mutex<[String: WorkerProcess]>([:])

  /// - Parameters:
  ///   - arguments: of both workers.
  ///   - isApart: whether the indexer has topics of its own, instead of those that the parser-worker writes to: see
  ///     ``feedIndexer(_:)``.
  init(
    _ stem: String, partitions: Int = 2, brokers: String? = nil, settings: [String: String] = [:],
    arguments: [String] = [], isApart: Bool = false
  ) async throws {
    self.arguments = arguments
    self.isApart = isApart
    scratch = try Scratch()
    pipeline = try await Pipeline.make(
      stem, partitions: partitions, brokers: brokers, settings: settings)
    indexed =
      if isApart {
        try await Pipeline.make(
          "\(stem)-indexed", partitions: partitions, brokers: brokers, settings: settings)
      } else { pipeline }
  }

  /// Gives an indexer that is apart what a parser-worker made elsewhere.
  func feedIndexer(_ parsed: some Sequence<ConsumerRecord>) async throws {
    guard isApart else { return }
    try await indexed.produce(
      parsed.map {
        ProducerRecord(
          topic: indexed.topics.articlesParsed, key: $0.keyBytes, value: $0.valueBytes,
          headers: $0.headers)
      })
  }

  var storePath: String { scratch.path("events.sqlite") }

  /// Starts a worker, or starts it again.
  func start(_ name: String) throws {
    let own = name == "indexer" ? ["--store", storePath] : []
    let worker = try place(of: name).start(name, ["--batch-records", "50"] + arguments + own)
    workers.withLock { $0[name] = worker }
  }

  private func place(of name: String) -> Pipeline { name == "indexer" ? indexed : pipeline }

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
      ("parser-worker", pipeline.topics.articlesRaw), ("indexer", indexed.topics.articlesParsed),
    ] {
      let last = try await place(of: name).records(of: topic).map { ($0.partition, $0.offset + 1) }
      let end = Dictionary(last) { max($0, $1) }.values.reduce(0, +)
      try await wait(for: name, of: topic, upTo: end)
    }
  }

  /// Waits until the parser-worker has committed this many articles.
  func waitUntilParsed(_ count: Int) async throws {
    try await wait(for: "parser-worker", of: pipeline.topics.articlesRaw, upTo: Int64(count))
  }

  /// Waits until the indexer has committed this many parsed articles, or a few less: the marks of transactions count as well.
  func waitUntilIndexed(_ count: Int) async throws {
    try await wait(for: "indexer", of: indexed.topics.articlesParsed, upTo: Int64(count))
  }

  /// How many articles the parser-worker has committed.
  func parsedCount() async throws -> Int64 {
    try await pipeline.committed(by: "parser-worker", of: pipeline.topics.articlesRaw)
  }

  private func wait(for name: String, of topic: String, upTo end: Int64) async throws {
    while try await place(of: name).committed(by: name, of: topic) < end {
      let worker = try worker(name)
      try #require(!Task.isCancelled && worker.isRunning, "\(worker.log)")
      try await Task.sleep(for: .milliseconds(100))
    }
  }

  func stop() async throws {
    for name in ["parser-worker", "indexer"] { await (try worker(name)).stop() }
  }

  /// What a reader of `events` has seen: each record's key and value.
  func events() async throws -> [String] {
    try await indexed.records(of: indexed.topics.events).map(Self.text)
  }

  /// What a reader of `articles.parsed` has seen.
  private func parsed() async throws -> [ConsumerRecord] {
    try await pipeline.records(of: pipeline.topics.articlesParsed)
  }

  private static func text(_ record: ConsumerRecord) -> String {
    "\(record.keyText ?? "") \(record.valueText ?? "")"
  }

  /// What stands in the store.
  func stored() throws -> Set<Event> {
    let store = try EventStore(reading: storePath)
    let events = try store.search(SearchQuery(limit: 1_000_000)).map(\.event)
    try store.close()
    #expect(Set(events.map(\.id)).count == events.count)
    return Set(events)
  }

  /// Expects that readers of both topics have seen, and the store holds, what they would have without any disturbance.
  func expectSame(as undisturbed: Outcome) async throws {
    Self.expectSame(try await parsed().map(Self.text), as: undisturbed.parsed.map(Self.text))
    Self.expectSame(try await events(), as: undisturbed.events)
    let stored = try stored()
    let missing = undisturbed.stored.subtracting(stored)
    #expect(missing.isEmpty)
    #expect(stored.count == undisturbed.stored.count)
  }

  private static func expectSame(_ seen: [String], as due: [String]) {
    let seen = seen.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let due = due.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    for (record, count) in seen where count > due[record, default: 0] {
      Issue.record("seen \(count) times, due \(due[record, default: 0]) times: \(record)")
    }
    for (record, count) in due where count > seen[record, default: 0] {
      Issue.record("due \(count) times, seen \(seen[record, default: 0]) times: \(record)")
    }
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
    return Outcome(
      parsed: try await deployment.parsed(), events: try await deployment.events(),
      stored: try deployment.stored())
  }
}
