import Contracts
import Foundation
import Kafka
import Testing

@Suite struct ProducerTests {
  /// A prefix of this test's own, with its topic of raw articles made.
  private static func topics() async throws -> Topics {
    let topics = Topics(prefix: TestBroker.uniqueName("producer") + ".")
    let admin = try Admin(try await TestBroker.configuration)
    try await admin.createTopic(NewTopic(topics.articlesRaw, partitions: 1))
    await admin.close()
    return topics
  }

  private static func run(
    _ topics: Topics, _ arguments: String..., input: String? = nil
  ) async throws -> Tool.Output {
    try await Tool.run(
      program: "producer",
      ["--bootstrap-servers", try await TestBroker.bootstrapServers]
        + ["--topic-prefix", topics.prefix] + arguments, input: input)
  }

  private static func article(_ record: ConsumerRecord) throws -> RawArticle {
    try JSONDecoder().decode(RawArticle.self, from: Data(record.valueBytes ?? []))
  }

  @Test func seedsBecomeRecordsKeyedByTheirIds() async throws {
    let topics = try await Self.topics()
    let before = Int64(Date().timeIntervalSince1970 * 1000) - 60_000
    let output = try await Self.run(topics, "--source", "شينخوا", "seeds")
    #expect(output.status == 0, "\(output.err)")
    #expect(output.out.hasPrefix("2 articles from 2 files in \(topics.articlesRaw): "))
    #expect(output.err == "")
    let records = try await Reading.all(of: topics.articlesRaw)
    #expect(records.count == 2)
    for record in records {
      let article = try Self.article(record)
      #expect(record.keyText == article.id)
      #expect(article.source == "شينخوا")
      #expect(record.headers.text("content-type") == "application/json")
      #expect(record.headers.text("source") == "شينخوا")
      #expect(record.headers.text("traceparent")?.count == 55)
      // The time of sending, whatever the article says: brokers drop records that are old.
      #expect(try #require(record.timestamp) > before)
    }
    _ = try await Self.run(topics, "--source", "شينخوا", "seeds")
    let again = try await Reading.all(of: topics.articlesRaw)
    #expect(again.count == 4)
    #expect(Set(again.map(\.keyText)).count == 2)
  }

  @Test func whatIsBadIsNamedAndTheRestSent() async throws {
    let topics = try await Self.topics()
    let output = try await Self.run(
      topics, "-", "no/such/file.txt",
      input:
        "{\"body\": \"أ\"}\n{\"body\": 7}\n{\"body\": \"ب\", \"published_at\": \"2011-01-25\"}\n")
    #expect(output.status == 1)
    #expect(
      output.errorLines == [
        "producer: stdin:2: field \"body\": must be a string, but is a number (byte 9)",
        "producer: no/such/file.txt: cannot be read: No such file or directory",
        "producer: 2 not read, 0 not delivered (named above)",
      ])
    let articles = try await Reading.all(of: topics.articlesRaw).map(Self.article)
    #expect(articles.map(\.body) == ["أ", "ب"])
    #expect(articles.map(\.publishedAt) == [nil, "2011-01-25"])
  }

  @Test func whatTheBrokerRefusesIsNamed() async throws {
    let topics = try await Self.topics()
    let body = String(repeating: "نص ", count: 2000)
    let output = try await Self.run(
      topics, "--kafka", "message.max.bytes=1000", "-",
      input: "{\"body\": \"أ\"}\n{\"body\": \"\(body)\"}\n")
    #expect(output.status == 1)
    #expect(output.err.contains("producer: stdin:2: not delivered: "))
    #expect(output.err.contains("0 not read, 1 not delivered"))
    #expect(try await Reading.all(of: topics.articlesRaw).count == 1)
  }

  @Test func anInterruptionDeliversWhatIsRead() async throws {
    let topics = try await Self.topics()
    let scratch = try Scratch()
    let pipe = scratch.path("news.jsonl")
    try #require(mkfifo(pipe, 0o600) == 0)
    // Open at both ends, so that the producer waits for more when it has read what is there.
    let descriptor = open(pipe, O_RDWR)
    defer { close(descriptor) }
    let line = Array("{\"body\": \"أ\"}\n".utf8)
    try #require(write(descriptor, line, line.count) == line.count)

    let (started, announce) = AsyncStream.makeStream(of: Int32.self)
    let servers = try await TestBroker.bootstrapServers
    async let ended = Tool.run(
      program: "producer",
      ["--bootstrap-servers", servers, "--topic-prefix", topics.prefix, pipe]
    ) { announce.yield($0) }
    let process = try #require(await started.first { _ in true })
    let isThere = try await Self.waitForRecord(in: topics.articlesRaw)
    kill(process, SIGINT)
    let output = try await ended
    #expect(isThere)
    #expect(output.status == 130)
    #expect(output.out.hasPrefix("1 article from 1 file in"))
    #expect(output.err.contains("interrupted"))
  }

  /// Whether a record comes within a minute.
  private static func waitForRecord(in topic: String) async throws -> Bool {
    let consumer = try Consumer(try await TestBroker.configuration)
    try await consumer.assign([TopicPartition(topic, 0): .beginning])
    let deadline = ContinuousClock.now + .seconds(60)
    var isThere = false
    // A poll also ends without records, when something else has happened.
    while !isThere, ContinuousClock.now < deadline {
      isThere = try await !consumer.poll(timeout: .seconds(5)).isEmpty
    }
    try await consumer.close()
    return isThere
  }

  @Test func aDryRunNeedsNoBroker() async throws {
    let output = try await Tool.run(
      program: "producer", ["--bootstrap-servers", "127.0.0.1:1", "--dry-run", "seeds"])
    #expect(output.status == 0)
    let objects = try output.objects
    #expect(objects.map { $0["topic"] as? String } == ["articles.raw", "articles.raw"])
    #expect(objects.allSatisfy { ($0["value"] as? [String: Any])?["id"] is String })
  }

  @Test func anAddressWithoutBrokerIsToldWhenARequestMayTakeNoLonger() async throws {
    let output = try await Tool.run(
      program: "producer",
      ["--bootstrap-servers", "127.0.0.1:1", "--kafka", "socket.timeout.ms=100"]
        + ["--log-level", "critical", "seeds"])
    #expect(output.status == 69)
    #expect(output.err.contains("no broker answers at 127.0.0.1:1"))
  }
}
