import ArgumentParser
import Kafka
import Logging
import Synchronization
import Testing

@testable import StageRuntime

/// The whole loop over librdkafka's mock cluster, which has no transactions.
@Suite(.serialized, .timeLimit(.minutes(5))) struct StageLoopTests {
  private struct Refused: Error {}

  /// More than the workers of these tests may send.
  private static let large = [UInt8](repeating: 0x2E, count: 30_000)

  private static func settings(
    _ cluster: EmbeddedCluster, group: String = "echoes"
  ) throws -> StageSettings {
    let kafka = try KafkaOptions.parse([
      "--bootstrap-servers", cluster.bootstrapServers,
      "--kafka", "reconnect.backoff.max.ms=100", "--kafka", "message.max.bytes=20000",
    ])
    let options = try StageOptions.parse([
      "--delivery", "at-least-once", "--batch-records", "50", "--instance", "one", "--group", group,
    ])
    return try StageSettings(worker: "echo", kafka: kafka, stage: options)
  }

  /// Runs the loop until a reader has seen `outputs` records; gives these, and what was logged.
  ///
  /// - Parameter atWork: called with each record that is worked on.
  private static func run(
    _ cluster: EmbeddedCluster, inputs: [ProducerRecord], outputs: Int, group: String = "echoes",
    atWork: @escaping @Sendable (SourceRecord) throws -> Void = { _ in }
  ) async throws -> (records: [ConsumerRecord], figures: StageFigures, log: [String]) {
    let configuration = KafkaConfiguration(bootstrapServers: cluster.bootstrapServers)
    let producer = try Producer(configuration)
    for record in inputs { try await producer.enqueue(record) }
    try await producer.flush(timeout: .seconds(30))
    await producer.close()

    let lines = Lines()
    let logger = Logger(label: "echo") { label in
      LineLog(label: label, format: .text, level: .info) { lines.add($0) }
    }
    let stage = Stage(name: "echo", input: "in", deadLetters: "dead") {
      preconditionFailure("the test gives the work itself")
    }
    let stop = StopSignal()
    let loop = try StageLoop(
      settings(cluster, group: group), stage,
      .records { record in
        try atWork(record)
        if record.keyText == "bad" { throw Refused() }
        if record.keyText == "swells" {
          return [ProducerRecord(topic: "out", key: record.key, value: Self.large)]
        }
        return [ProducerRecord(topic: "out", key: record.key, value: record.value)]
      }, stop: stop, logger: logger)
    let ended = Latch()
    let running = Task {
      defer { ended.open() }
      try await loop.run()
    }

    let reader = try Consumer(configuration)
    try await reader.assign([
      TopicPartition("out", 0): .beginning, TopicPartition("out", 1): .beginning,
      TopicPartition("dead", 0): .beginning,
    ])
    var records: [ConsumerRecord] = []
    while records.count < outputs, !ended.isOpen {
      try Task.checkCancellation()
      records += try await reader.poll(timeout: .milliseconds(200))
    }
    stop.request()
    try await running.value
    try await reader.close()
    return (records, loop.counters.figures, lines.all)
  }

  private static func cluster() throws -> EmbeddedCluster {
    let cluster = try EmbeddedCluster()
    for (topic, partitions) in [("in", 2), ("out", 2), ("dead", 1)] {
      try cluster.createTopic(topic, partitions: partitions)
    }
    return cluster
  }

  private static func inputs(_ numbers: Range<Int>) -> [ProducerRecord] {
    numbers.map { ProducerRecord(topic: "in", key: "k\($0 % 7)", value: "\($0)") }
  }

  @Test func outputKeepsTheOrderOfEachKeyAndDeadLettersLeaveTheRestAlone() async throws {
    let cluster = try Self.cluster()
    var inputs = Self.inputs(0..<300)
    inputs.insert(ProducerRecord(topic: "in", key: "bad", value: "x"), at: 150)
    let (records, figures, log) = try await Self.run(cluster, inputs: inputs, outputs: 301)
    let good = records.filter { $0.topic == "out" }
    for (key, values) in Dictionary(grouping: good, by: { $0.keyText ?? "" }) {
      let numbers = values.compactMap { $0.valueText.flatMap { Int($0) } }
      #expect(numbers == numbers.sorted(), "\(key)")
    }
    #expect(Set(good.compactMap(\.valueText)) == Set((0..<300).map(String.init)))
    #expect(records.filter { $0.topic == "dead" }.map(\.valueText) == ["x"])
    #expect(figures.recordsIn == 301)
    #expect(figures.recordsOut == 300)
    #expect(figures.deadLetters == 1)
    #expect(log.count { $0.contains("record refused") } == 1)
    await cluster.close()
  }

  @Test func outputThatIsTooLargeIsADeadLetterOfItsInput() async throws {
    let cluster = try Self.cluster()
    var inputs = Self.inputs(0..<40)
    inputs.insert(ProducerRecord(topic: "in", key: "swells", value: "small"), at: 20)
    let (records, figures, _) = try await Self.run(cluster, inputs: inputs, outputs: 41)
    let dead = try #require(records.first { $0.topic == "dead" })
    #expect(dead.keyText == "swells")
    #expect(dead.valueText == "small")
    #expect(
      dead.headerText("__connect.errors.exception.message")?.contains("message.max.bytes") == true)
    let good = records.filter { $0.topic == "out" }.compactMap(\.valueText)
    #expect(Set(good) == Set((0..<40).map(String.init)))
    #expect(figures.deadLetters == 1)
    await cluster.close()
  }

  @Test func outputsRefusedInCompanyAreSentAlone() async throws {
    let cluster = try Self.cluster()
    let (records, figures, _) = try await Self.run(
      cluster, inputs: Self.inputs(0..<300), outputs: 300
    ) { record in
      // A broker refuses a batch of the producer's as a whole.
      if record.value == Array("150".utf8) {
        try cluster.failRequests(.produce, with: [.recordTooLarge])
      }
    }
    #expect(Set(records.compactMap(\.valueText)) == Set((0..<300).map(String.init)))
    #expect(!records.contains { $0.topic == "dead" })
    #expect(figures.deadLetters == 0)
    await cluster.close()
  }

  @Test func deadLetterThatIsTooLargeLeavesOutWhatItMust() async throws {
    let cluster = try Self.cluster()
    var inputs = Self.inputs(0..<40)
    let headers = Headers([.init("long", Self.large)])
    inputs.insert(ProducerRecord(topic: "in", key: Array("bad".utf8), value: Self.large), at: 10)
    inputs.insert(
      ProducerRecord(topic: "in", key: Array("bad".utf8), value: [0x2E], headers: headers), at: 20)
    let (records, figures, _) = try await Self.run(cluster, inputs: inputs, outputs: 42)
    let dead = records.filter { $0.topic == "dead" }
    #expect(dead.allSatisfy { $0.isTombstone })
    #expect(dead.allSatisfy { $0.headerText("__connect.errors.topic") == "in" })
    let omitted = dead.map { DeadLetter.Account($0.headers).omittedBytes }
    #expect(Set(omitted) == [Self.large.count, 1])
    #expect(Set(dead.map { $0.keyText }) == ["bad", nil])
    let good = records.filter { $0.topic == "out" }.compactMap(\.valueText)
    #expect(Set(good) == Set((0..<40).map(String.init)))
    #expect(figures.deadLetters == 2)
    await cluster.close()
  }

  @Test func whereNoDeadLetterFitsTheWorkerEndsAndSaysWhy() async throws {
    let cluster = try Self.cluster()
    await #expect {
      try await Self.run(
        cluster, inputs: [ProducerRecord(topic: "in", key: "bad", value: "x")], outputs: 1,
        group: String(repeating: "g", count: 25_000))
    } throws: { error in
      (error as? StageFailure)?.description.contains("raise its max.message.bytes") == true
    }
    await cluster.close()
  }

  @Test func lostBrokerIsWaitedForAndSaidOnce() async throws {
    let cluster = try Self.cluster()
    let (records, figures, log) = try await Self.run(
      cluster, inputs: Self.inputs(0..<2000), outputs: 2000
    ) { record in
      // What it gives is still to be sent: five times the connection breaks over it.
      if record.value == Array("1000".utf8) {
        try cluster.failRequests(.produce, with: .init(repeating: .transport, count: 5))
      }
    }
    #expect(Set(records.compactMap(\.valueText)).count == 2000)
    #expect(figures.recordsIn >= 2000)
    #expect(log.count { $0.contains("no broker answers") } == 1)
    #expect(log.contains { $0.contains("output goes through again") })
    await cluster.close()
  }

  @Test func stopWhileTheBrokerIsAwayEndsInOrder() async throws {
    let cluster = try Self.cluster()
    try cluster.setRoundTrip(.seconds(3600))
    let stop = StopSignal()
    let stage = Stage(name: "echo", input: "in", deadLetters: "dead") {
      preconditionFailure("the test gives the work itself")
    }
    let loop = try StageLoop(
      Self.settings(cluster), stage, .records { _ in [] }, stop: stop,
      logger: Logger(label: "echo") { _ in SwiftLogNoOpLogHandler() })
    stop.request()
    try await loop.run()
    #expect(loop.counters.figures == StageFigures())
    await cluster.close()
  }
}

/// Log lines as they come.
private final class Lines: Sendable {
  private let state = Mutex<[String]>([])
  var all: [String] { state.withLock { $0 } }
  func add(_ line: String) { state.withLock { $0.append(line) } }
}
