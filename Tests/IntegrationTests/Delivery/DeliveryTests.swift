import Contracts
import Foundation
import Glibc
import Kafka
import Testing

@Suite(.serialized, .timeLimit(.minutes(5))) struct DeliveryTests {
  @Test func stoppedUnderLoadItFinishesWhatItBegan() async throws {
    let pipeline = try await Pipeline.make("stop")
    let count = 1500
    try await pipeline.produce(pipeline.articles(0..<count))
    let watch = Watch(pipeline.topics.articlesParsed, partitions: pipeline.partitions)
    let first = try pipeline.start("parser-worker")
    let seen = try await watch.read(until: { !$0.isEmpty }, orEndOf: first).count
    await first.stop()
    let done = try await pipeline.keys(of: pipeline.topics.articlesParsed).count
    let committed = try await pipeline.committed(
      by: "parser-worker", of: pipeline.topics.articlesRaw)
    #expect(committed == Int64(done))

    let second = try pipeline.start("parser-worker")
    try await watch.read(until: { seen + $0.count >= count }, orEndOf: second)
    await second.stop()
    let keys = try await pipeline.keys(of: pipeline.topics.articlesParsed)
    #expect(keys.count == count)
    #expect(Set(keys).count == count)
  }

  @Test func badRecordsGoToTheDeadLettersAndTheRestGoesOn() async throws {
    let pipeline = try await Pipeline.make("bad", partitions: 1)
    let bad: [(key: String, value: [UInt8]?)] = [
      ("broken", Array("{\"body\": ".utf8)),
      ("wrong-type", Array("{\"body\": 5}".utf8)),
      ("empty", []),
      ("not-utf8", Array("{\"body\":\"".utf8) + [0xFF, 0xFE, 0x22, 0x7D]),
      ("no-text", Array("{\"body\":\"\"}".utf8)),
      ("too-large", Array("{\"body\":\"\(String(repeating: "ن", count: 20_000))\"}".utf8)),
      ("", nil),
    ]
    var records = pipeline.articles(0..<20)
    for (index, record) in bad.enumerated() {
      records.insert(
        ProducerRecord(
          topic: pipeline.topics.articlesRaw,
          key: record.key.isEmpty ? nil : Array(record.key.utf8),
          value: record.value, headers: ["content-type": "application/json", "mine": "kept"],
          timestamp: Int64(Date().timeIntervalSince1970 * 1000) - 60_000), at: index * 3)
    }
    try await pipeline.produce(records)
    let watch = Watch(pipeline.topics.articlesParsed, partitions: 1)
    let worker = try pipeline.start("parser-worker", ["--max-article-bytes", "30000"])
    try await watch.read(until: { $0.count >= 20 }, orEndOf: worker)
    let deaths = Watch(pipeline.topics.articlesDead, partitions: 1)
    try await deaths.read(until: { $0.count >= bad.count }, orEndOf: worker)
    await worker.stop()

    let raw = try await Reading.all(of: pipeline.topics.articlesRaw)
    let dead = try await Reading.all(of: pipeline.topics.articlesDead)
    #expect(try await pipeline.keys(of: pipeline.topics.articlesParsed).count == 20)
    #expect(dead.map { $0.keyText ?? "" } == bad.map(\.key))
    for (letter, record) in zip(dead, bad) {
      #expect(letter.valueBytes == record.value)
      #expect(letter.headerText("mine") == "kept")
      #expect(letter.headerText("__connect.errors.topic") == pipeline.topics.articlesRaw)
      #expect(letter.headerText("__connect.errors.partition") == "0")
      #expect(letter.headerText("__connect.errors.stage") == "parser-worker")
      #expect(
        letter.headerText("__connect.errors.connector.name")
          == pipeline.group(of: "parser-worker"))
      #expect(letter.headerText("__connect.errors.exception.message")?.isEmpty == false)
      let offset = letter.headerText("__connect.errors.offset").flatMap { Int64($0) }
      let origin = try #require(raw.first { $0.offset == offset })
      #expect(origin.keyBytes == letter.keyBytes)
      #expect(origin.timestamp == letter.timestamp)
      #expect(worker.log.contains("\"offset\":\"\(origin.offset)\""))
    }
  }

  @Test func whatIsTooLargeForKafkaGoesToTheDeadLettersAsFarAsItFits() async throws {
    let pipeline = try await Pipeline.make("large", partitions: 1)
    func article(_ key: String, _ sentences: Int, headers: Headers = [:]) -> ProducerRecord {
      let body = String(repeating: "قال الوزير إن العدد كبير. ", count: sentences)
      return ProducerRecord(
        topic: pipeline.topics.articlesRaw, key: Array(key.utf8),
        value: RawArticle(id: key, body: body).json(), headers: headers)
    }
    var records = pipeline.articles(0..<30)
    // What is read in the first is larger than it is, the second too large itself, the third in its headers.
    records.insert(article("swells", 300), at: 5)
    records.insert(article("large", 1000), at: 10)
    records.insert(
      article(
        "headers", 1, headers: Headers([.init("long", [UInt8](repeating: 46, count: 30_000))])),
      at: 15)
    records.append(article("swells-too", 300))
    try await pipeline.produce(records)
    let worker = try pipeline.start("parser-worker", ["--kafka", "message.max.bytes=20000"])
    let watch = Watch(pipeline.topics.articlesParsed, partitions: 1)
    try await watch.read(until: { $0.count >= 31 }, orEndOf: worker)
    let deaths = Watch(pipeline.topics.articlesDead, partitions: 1)
    try await deaths.read(until: { $0.count >= 3 }, orEndOf: worker)
    await worker.stop()

    let parsed = try await pipeline.keys(of: pipeline.topics.articlesParsed)
    #expect(parsed.sorted() == ((0..<30).map { "article-\($0)" } + ["headers"]).sorted())
    let dead = try await pipeline.records(of: pipeline.topics.articlesDead)
    #expect(dead.map(\.keyText) == ["swells", "large", "swells-too"])
    #expect(dead.map(\.isTombstone) == [false, true, false])
    #expect(dead.map { $0.headerText("__connect.errors.offset") } == ["5", "10", "33"])
    #expect(
      dead.allSatisfy {
        $0.headerText("__connect.errors.exception.message")?.contains("message.max.bytes") == true
      })
    let committed = try await pipeline.committed(
      by: "parser-worker", of: pipeline.topics.articlesRaw)
    #expect(committed == Int64(records.count))
  }

  @Test func withdrawnArticleIsATombstoneFurtherOn() async throws {
    let pipeline = try await Pipeline.make("withdrawn", partitions: 1)
    try await pipeline.produce(
      pipeline.articles(0..<1) + [
        ProducerRecord(topic: pipeline.topics.articlesRaw, key: Array("article-0".utf8), value: nil)
      ])
    let watch = Watch(pipeline.topics.articlesParsed, partitions: 1)
    let worker = try pipeline.start("parser-worker")
    let parsed = try await watch.read(until: { $0.count >= 2 }, orEndOf: worker)
    await worker.stop()
    #expect(parsed.map(\.isTombstone) == [false, true])
    #expect(parsed.map(\.keyText) == ["article-0", "article-0"])
    #expect(parsed[0].headerText("ce_type") == "rawi.parsed-article")
    #expect(parsed[0].headerText("content-type") == "application/json")
    #expect(parsed[0].headerText("traceparent")?.hasPrefix("00-") == true)
  }

  @Test func unchangedArticleGivesNoEventsAndAChangedOneOnlyWhatChanged() async throws {
    let pipeline = try await Pipeline.make("again", partitions: 1)
    let store = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).sqlite").path
    defer {
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store + end) }
    }
    let topics = pipeline.topics
    try await pipeline.produce([
      Sample.parsed(1, in: topics, events: ["a", "b"]),
      Sample.parsed(1, in: topics, events: ["a", "b"]),
      // Another text: all its events change; "b" is gone.
      Sample.parsed(1, in: topics, events: ["a"], text: "قال الوزير لا"),
      ProducerRecord(topic: topics.articlesParsed, key: Array("article-1".utf8), value: nil),
    ])
    let watch = Watch(topics.events, partitions: 1)
    let worker = try pipeline.start("indexer", ["--store", store])
    try await watch.read(
      until: { $0.count { $0.isTombstone } >= 2 }, orEndOf: worker)
    await worker.stop()
    let events = try await Reading.all(of: topics.events)
    let versions = try events.compactMap { record in
      try record.valueBytes.map { try JSONDecoder().decode(Event.self, from: Data($0)) }
    }.map { "\($0.id) \($0.version)" }
    #expect(versions == ["a 1", "b 1", "a 2"])
    #expect(
      events.filter(\.isTombstone).map { $0.keyText ?? "" }.sorted() == ["a", "b"])
    #expect(events.allSatisfy { $0.headerText("ce_type") == "rawi.event" })
  }

  @Test func withoutTransactionsNothingIsLost() async throws {
    let pipeline = try await Pipeline.make("plain")
    let count = 800
    try await pipeline.produce(pipeline.articles(0..<count))
    let watch = Watch(pipeline.topics.articlesParsed, partitions: pipeline.partitions)
    let first = try pipeline.start("parser-worker", ["--delivery", "at-least-once"])
    try await watch.read(until: { $0.count >= 300 }, orEndOf: first)
    first.send(SIGKILL)
    _ = await first.ended()
    let second = try pipeline.start("parser-worker", ["--delivery", "at-least-once"])
    while try await pipeline.committed(by: "parser-worker", of: pipeline.topics.articlesRaw)
      < Int64(count)
    {
      try #require(!Task.isCancelled && second.isRunning, "\(second.log)")
    }
    await second.stop()
    let keys = try await pipeline.keys(of: pipeline.topics.articlesParsed)
    #expect(Set(keys).count == count)
  }

  @Test func secondProcessOfOneInstanceTakesOverAndTheFirstSaysSo() async throws {
    let pipeline = try await Pipeline.make("fence", partitions: 1)
    let watch = Watch(pipeline.topics.articlesParsed, partitions: 1)
    try await pipeline.produce(pipeline.articles(0..<10))
    let first = try pipeline.start("parser-worker")
    try await watch.read(until: { $0.count >= 10 }, orEndOf: first)
    let second = try pipeline.start("parser-worker")
    #expect(await first.ended() == 1)
    #expect(first.log.contains("fenced: another process runs as instance \"one\""))
    try await pipeline.produce(pipeline.articles(10..<400))
    try await watch.read(until: { $0.count >= 390 }, orEndOf: second)
    await second.stop()
    let keys = try await pipeline.keys(of: pipeline.topics.articlesParsed)
    #expect(keys.count == 400)
    #expect(Set(keys).count == 400)
  }
}
