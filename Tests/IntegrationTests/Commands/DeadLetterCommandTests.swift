import Contracts
import Foundation
import Kafka
import Testing

@Suite(.timeLimit(.minutes(5)))
struct DeadLetterCommandTests {
  /// A deployment of its own on the shared broker.
  let topics = Topics(prefix: TestBroker.uniqueName("letters") + ".")

  private func run(_ arguments: String...) async throws -> Tool.Output {
    try await Tool.run(
      ["dead-letters"] + arguments,
      environment: [
        "RAWI_BOOTSTRAP_SERVERS": try await TestBroker.bootstrapServers,
        "RAWI_TOPIC_PREFIX": topics.prefix,
      ])
  }

  /// Makes the topics and puts letters into the dead ones, a transaction each as workers do.
  private func prepare(_ letters: [SampleLetter]) async throws {
    let admin = try Admin(try await TestBroker.configuration)
    for (name, partitions) in [
      (topics.articlesRaw, 3), (topics.articlesParsed, 1), (topics.articlesDead, 1),
    ] { try await admin.createTopic(NewTopic(name, partitions: partitions)) }
    await admin.close()
    try await send(letters)
  }

  private func send(_ letters: [SampleLetter]) async throws {
    var configuration = try await TestBroker.configuration
    configuration.transactionalID = TestBroker.uniqueName("letters")
    let producer = try TransactionalProducer(configuration)
    try await producer.initTransactions()
    for letter in letters {
      try producer.begin()
      try await producer.enqueue(letter.record(topics))
      try await producer.commit()
    }
    await producer.close()
  }

  private func letters() async throws -> [ConsumerRecord] {
    try await Reading.all(of: topics.articlesDead)
  }

  private func sent() async throws -> [ConsumerRecord] {
    try await Reading.all(of: topics.articlesRaw, partitions: 3)
  }

  @Test func listFindsByEveryFilter() async throws {
    let days = Int64(24 * 60 * 60 * 1000)
    let now = Int64(Date().timeIntervalSince1970 * 1000)
    try await prepare([
      SampleLetter(
        "a", reason: "malformed JSON: this is no JSON value (byte 0)", time: now - 3 * days),
      SampleLetter("b", stage: "indexer", topic: topics.articlesParsed, time: now),
      SampleLetter("ج", reason: "neither title nor body has any text", time: now),
    ])
    func keys(_ arguments: String...) async throws -> [String] {
      let found = try await Tool.run(
        ["dead-letters", "list", "--format", "json"] + arguments,
        environment: [
          "RAWI_BOOTSTRAP_SERVERS": try await TestBroker.bootstrapServers,
          "RAWI_TOPIC_PREFIX": topics.prefix,
        ])
      #expect(found.status == 0, "\(found.err)")
      return try found.objects.compactMap { $0["key"] as? String }
    }
    let yesterday = Date(timeIntervalSince1970: Double(now - days) / 1000)
      .formatted(.iso8601)
    #expect(try await keys() == ["a", "b", "ج"])
    #expect(try await keys("--stage", "indexer") == ["b"])
    #expect(try await keys("--reason", "MALFORMED json") == ["a"])
    #expect(try await keys("--topic", topics.articlesParsed) == ["b"])
    #expect(try await keys("--key", "ج") == ["ج"])
    #expect(try await keys("--since", yesterday) == ["b", "ج"])
    #expect(try await keys("--until", yesterday) == ["a"])
    #expect(try await keys("--since", String(yesterday.prefix(10)), "--limit", "1") == ["b"])
    #expect(try await keys("--stage", "indexer", "--key", "a") == [])
  }

  @Test func hostileLetterIsHarmlessOnTheTerminal() async throws {
    let hostile = "k\u{1B}[2J\u{202E}\u{9B}1m\u{200B}\nrawi: all is well"
    try await prepare([
      SampleLetter(
        hostile, value: Array("a\u{1B}]0;x\u{07}\nسطر\u{202E}\u{85}".utf8) + [0xFF],
        reason: hostile, stage: hostile, headers: [hostile: hostile])
    ])
    let letter = try #require(try await letters().first)
    let list = try await run("list", "--format", "text")
    #expect(list.lines.count == 1)
    let show = try await run("show", "0:\(letter.offset)")
    #expect(show.status == 0, "\(show.err)")
    #expect(show.out.contains("سطر"))
    for output in [list.out, show.out] {
      #expect(output.contains("\\u{1B}[2J\\u{202E}\\u{9B}1m\\u{200B}\\u{A}rawi"))
      for scalar in output.unicodeScalars where scalar != "\n" {
        #expect(scalar.properties.generalCategory != .control)
        #expect(!(0x202A...0x202E).contains(scalar.value))
      }
    }
    let raw = try await Tool.bytes([
      "dead-letters", "show", "0:\(letter.offset)", "--raw", "--topic-prefix", topics.prefix,
      "--bootstrap-servers", try await TestBroker.bootstrapServers,
    ])
    #expect(raw == letter.valueBytes)
    let missing = try await run("show", "0:\(letter.offset + 50)")
    #expect(missing.status == 1)
    #expect(missing.err.contains("rawi dead-letters list"))
    #expect(try await run("show", "17").status == 64)
  }

  @Test func exportKeepsEveryByteAndIsForNobodyElse() async throws {
    let value: [UInt8] = [0x00, 0xFF, 0x0A, 0x7B]
    try await prepare([
      SampleLetter("a", value: value, headers: ["mine": "\u{1}x"]), SampleLetter("b"),
    ])
    let scratch = try Scratch()
    let folder = scratch.path("letters")
    #expect(try await run("export", folder, "--key", "a").status == 0)
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    let path = "\(folder)/\(name)"
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let lines = try await run("export", "-", "--key", "a")
    #expect(try scratch.text("letters/\(name)") == lines.out)
    let object = try #require(try lines.objects.first)
    #expect(
      (object["value_base64"] as? String).flatMap { Data(base64Encoded: $0) } == Data(value))
    let headers = try #require(object["headers"] as? [[String: Any]])
    #expect(headers.first?["name"] as? String == "mine")
    #expect(headers.first?["value_base64"] as? String == Data("\u{1}x".utf8).base64EncodedString())
    // A file that is there may be somebody's work.
    let again = try await run("export", folder)
    #expect(again.status == 1)
    #expect(again.err.contains("give an empty folder"))
  }

  @Test func replaySendsEachLetterBackOnceAsItWas() async throws {
    let topics = topics
    try await prepare([
      SampleLetter("a", value: [0xFF, 0x00], partition: 2, headers: ["mine": "kept"]),
      SampleLetter("b", reason: "too large"), SampleLetter("c"),
    ])
    let dry = try await run("replay", "--dry-run")
    #expect(dry.lines.count == 4)
    #expect(dry.lines.last == "would send 3 letters: 3 to \(topics.articlesRaw)")
    #expect(try await sent().isEmpty)

    // One from the midst, then what is left, then nothing.
    let one = try await run("replay", "--reason", "too large")
    #expect(one.out == "sent 1 letter: 1 to \(topics.articlesRaw)\n", "\(one.err)")
    #expect(try await run("replay", "--limit", "1").out.hasPrefix("sent 1 letter:"))
    let rest = try await run("replay")
    #expect(rest.status == 0)
    #expect(rest.out.hasPrefix("sent 1 letter:"))
    #expect(rest.err.contains("--again"))
    let none = try await run("replay")
    #expect(none.out == "sent 0 letters\n")
    #expect(try await sent().compactMap(\.keyText).sorted() == ["a", "b", "c"])

    // The group tells Kafka's own tools how many wait: none.
    let admin = try Admin(try await TestBroker.configuration)
    let place = TopicPartition(topics.articlesDead, 0)
    let committed = try await admin.committedOffsets(
      group: "\(topics.prefix)rawi-dead-letters-replay", of: [place])
    await admin.close()
    let last = try #require(try await letters().last)
    #expect(committed[place] == last.offset + 1)

    try await send([SampleLetter("d")])
    #expect(try await run("replay").out.hasPrefix("sent 1 letter:"))
    #expect(try await run("replay", "--again", "--key", "a").out.hasPrefix("sent 1 letter:"))
    let records = try await sent()
    #expect(records.count == 5)
    for record in records.filter({ $0.keyText == "a" }) {
      #expect(record.valueBytes == [0xFF, 0x00])
      #expect(record.partition == 2)
      #expect(record.headers == ["mine": "kept", "rawi.attempt": "2"])
    }
  }

  @Test func lettersThatMayNotGoBackAreNamed() async throws {
    try await prepare([
      SampleLetter("often", headers: ["rawi.attempt": "4"]),
      SampleLetter("last", headers: ["rawi.attempt": "3"]),
      SampleLetter("foreign", topic: topics.events),
      SampleLetter("none", topic: "no.such.topic"),
      SampleLetter("bare", value: nil, headers: ["rawi.omitted-value-bytes": "3000000"]),
      SampleLetter("withdrawn", value: nil),
    ])
    let replay = try await run("replay")
    #expect(replay.status == 1)
    #expect(replay.out.hasPrefix("sent 2 letters:"))
    #expect(replay.errorLines.count == 5)
    #expect(replay.err.contains("it was sent back 3 times already"))
    #expect(replay.err.contains("came from \(topics.events)[1]@7, which no worker reads here"))
    #expect(replay.err.contains("came from no.such.topic"))
    #expect(replay.err.contains("it holds no value"))
    #expect(try await sent().compactMap(\.keyText).sorted() == ["last", "withdrawn"])
    let forced = try await run("replay", "--key", "often", "--max-attempts", "4")
    #expect(forced.status == 0, "\(forced.err)")
    #expect(try await sent().first { $0.keyText == "often" }?.headerText("rawi.attempt") == "5")
  }

  @Test func letterThatIsTooLargeIsNamedAndTheRestSent() async throws {
    try await prepare([
      SampleLetter("a"), SampleLetter("large", value: [UInt8](repeating: 0x2E, count: 5000)),
      SampleLetter("b"),
    ])
    let replay = try await run("replay", "--kafka", "message.max.bytes=2000")
    #expect(replay.status == 1)
    #expect(replay.out.hasPrefix("sent 2 letters:"), "\(replay.err)")
    #expect(replay.err.contains("rawi: letter 0:"))
    #expect(try await sent().compactMap(\.keyText).sorted() == ["a", "b"])
    // It is not remembered as sent.
    #expect(try await run("replay").out.hasPrefix("sent 1 letter:"))
    #expect(try await sent().compactMap(\.keyText).sorted() == ["a", "b", "large"])
  }

  @Test func withoutTheTopicItSaysHowToMakeIt() async throws {
    let list = try await run("list")
    #expect(list.status == 1)
    #expect(list.err.contains("rawi topics create"))
  }
}
