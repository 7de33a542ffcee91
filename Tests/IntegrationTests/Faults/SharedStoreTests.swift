import Contracts
import EventStore
import Foundation
import Kafka
import LocalPostgreSQL
import Testing

/// Indexers on a PostgreSQL.
@Suite(
  .serialized, .timeLimit(.minutes(10)),
  .enabled(if: LocalPostgreSQL.isInstalled, Comment(rawValue: LocalPostgreSQL.absence)))
struct SharedStoreTests {
  /// One, two and three of them, of which one is killed, say the same in the end; each event's
  /// versions come in order, none twice and none left out.
  @Test func howManyIndexersThereAreMakesNoDifference() async throws {
    let groups = Extent.of(12, full: 100)
    var answers: [[String: Event]] = []
    for count in 1...3 {
      let pipeline = try await Pipeline.make("shared", partitions: 3)
      let schema = "shared_\(pipeline.topics.prefix.filter { $0.isLetter || $0.isNumber })"
      let store = try LocalPostgreSQL.shared.makeStore(schema)
      let records = Self.records(groups: groups, in: pipeline.topics)
      let half = records.count / 2
      try await pipeline.produce(Array(records.prefix(half)))
      var workers = try (0..<count).map { try Self.start(pipeline, $0, store) }
      if count > 1 {
        try await workers[0].says("partitions assigned")
        workers[0].send(SIGKILL)
        _ = await workers[0].ended()
        workers[0] = try Self.start(pipeline, 0, store)
      }
      try await pipeline.produce(Array(records.suffix(from: half)))
      try await Self.isPublished(schema, records.count, workers)
      for worker in workers { await worker.stop() }
      let told = try await pipeline.records(of: pipeline.topics.events)
      let latest = try Self.latest(told)
      let kept = try EventStore(reading: store).search(SearchQuery(limit: 1000)).map(\.event)
      #expect(Set(kept) == Set(latest.values), "with \(count)")
      answers.append(
        latest.mapValues { event in
          var event = event
          event.version = 0
          return event
        })
    }
    #expect(answers[0].values.contains { $0.reports > 1 })
    #expect(answers[1] == answers[0])
    #expect(answers[2] == answers[0])
  }

  @Test func aServerThatGoesAwayIsWaitedFor() async throws {
    let folder = "/tmp/rawi-pg-\(UUID().uuidString.prefix(8))"
    let server = try LocalPostgreSQL(folder: folder)
    defer { server.remove() }
    let pipeline = try await Pipeline.make("away", partitions: 1)
    let count = 400
    server.stop()
    let worker = try pipeline.start("indexer", ["--store", server.url()])
    try await pipeline.produce((0..<count).map { Sample.parsed($0, in: pipeline.topics) })
    try await worker.says("waiting: The event store")
    try server.start()
    let watch = Watch(pipeline.topics.events, partitions: 1)
    try await watch.read(until: { $0.count >= count / 4 }, orEndOf: worker)
    server.stop()
    try await pipeline.produce(
      (count..<2 * count).map { Sample.parsed($0, in: pipeline.topics) })
    try await worker.says("waiting: The event store")
    try server.start()
    while try await pipeline.keys(of: pipeline.topics.events).count < 2 * count {
      try #require(worker.isRunning, "\(worker.log)")
    }
    await worker.stop()
    let keys = try await pipeline.keys(of: pipeline.topics.events)
    #expect(keys.count == 2 * count)
    #expect(Set(keys).count == 2 * count)
    #expect(worker.log.contains("indexer goes on"))
  }

  @Test func whoIsNotLetInSaysSoOnce() async throws {
    let server = try LocalPostgreSQL.shared
    let pipeline = try await Pipeline.make("refused", partitions: 1)
    for (arguments, words) in [
      (["--store", server.url(user: "guest")], "password"),
      (["--store", "postgresql://guest:secret@/postgres"], "--store-password-file"),
      (["--store", server.url().replacing("/postgres?", with: "/nowhere?")], "nowhere"),
      (["--store", server.url(), "--store-password-file", "/nowhere"], "/nowhere"),
    ] {
      let worker = try pipeline.start("indexer", arguments)
      #expect(await worker.ended() == 78, "\(worker.log)")
      #expect(worker.log.contains(words), "\(worker.log)")
      #expect(!worker.log.contains("secret"))
    }
  }

  @Test func aPasswordFromAFileOpens() async throws {
    let server = try LocalPostgreSQL.shared
    let scratch = try Scratch()
    let file = scratch.path("password")
    try Data("\(LocalPostgreSQL.password)\n".utf8).write(to: URL(filePath: file))
    let schema = "guest_\(UUID().uuidString.prefix(8).lowercased())"
    _ = try server.makeStore(schema)
    try server.execute("GRANT ALL ON SCHEMA \"\(schema)\" TO guest")
    let url = server.url(schema: schema, user: "guest")
    try EventStore(path: url, passwordFile: file).close()
    let error = #expect(throws: StoreError.self) { _ = try EventStore(path: url) }
    #expect(error?.code == .cannotOpen)
  }

  private static func start(
    _ pipeline: Pipeline, _ number: Int, _ store: String
  ) throws -> WorkerProcess {
    try pipeline.start(
      "indexer", instance: "indexer-\(number)", ["--store", store, "--batch-records", "7"])
  }

  /// Waits until the store has read everything, and Kafka has all that it told.
  private static func isPublished(
    _ schema: String, _ count: Int, _ workers: [WorkerProcess]
  ) async throws {
    let question = """
      SELECT (SELECT coalesce(sum(next), 0) FROM "\(schema)".source),
        (SELECT count(*) FROM "\(schema)".outbox)
      """
    while true {
      let answer = (try? LocalPostgreSQL.shared.execute(question))?.first ?? []
      if answer == ["\(count)", "0"] { return }
      try #require(
        !Task.isCancelled, "\(answer): \(workers.map(\.log).joined(separator: "\n--\n"))")
      for worker in workers { try #require(worker.isRunning, "\(worker.log)") }
      try await Task.sleep(for: .milliseconds(100))
    }
  }

  /// The last record of each event; its versions must rise by one, and nothing may be withdrawn that
  /// is not there.
  private static func latest(_ records: [ConsumerRecord]) throws -> [String: Event] {
    var latest: [String: Event] = [:]
    var versions: [String: Int] = [:]
    for record in records {
      let key = record.keyText ?? ""
      guard let value = record.valueBytes else {
        #expect(latest[key] != nil, "\(key) is withdrawn though it is not there")
        latest[key] = nil
        continue
      }
      let event = try JSONDecoder().decode(Event.self, from: Data(value))
      #expect(event.version == versions[key, default: 0] + 1, "\(key)")
      versions[key] = event.version
      latest[key] = event
    }
    return latest
  }

  /// Groups of four articles that are alike; some come again, changed or not, and some go.
  private static func records(groups: Int, in topics: Topics) -> [ProducerRecord] {
    let numbers = 0..<4 * groups
    func parsed(_ number: Int, _ version: Int) -> ProducerRecord {
      let group = number % groups
      let words =
        (0..<30).map { word(group * 100 + $0) } + (0..<3).map { word(number * 7 + $0 + version) }
      return Sample.parsed(number, in: topics, text: words.joined(separator: " "))
    }
    return numbers.map { parsed($0, 0) }
      + numbers.filter { $0 % 3 == 0 }.map { parsed($0, 1_000_000) }
      + numbers.filter { $0 % 5 == 0 }.map { parsed($0, $0 % 3 == 0 ? 1_000_000 : 0) }
      + numbers.filter { $0 % 7 == 0 }.map {
        ProducerRecord(topic: topics.articlesParsed, key: Array("article-\($0)".utf8), value: nil)
      }
  }

  /// A word of five letters that follows from the number.
  private static func word(_ number: Int) -> String {
    var hash = UInt64(number) &* 0x9E37_79B9_7F4A_7C15
    let letters = Array("بتثجحخدذرزسشصضطظعغفقكلمنهوي")
    return String(
      (0..<5).map { _ in
        hash = hash &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return letters[Int(hash >> 33) % letters.count]
      })
  }
}
