import Contracts
import Foundation
import Kafka
import Synchronization
import Testing

/// Topics of one test, with a prefix of their own, and the workers that it starts on them.
struct Pipeline: Sendable {
  let topics: Topics
  let partitions: Int
  private let brokers: String

  var configuration: KafkaConfiguration { KafkaConfiguration(bootstrapServers: brokers) }

  /// - Parameters:
  ///   - brokers: others than those that all tests share.
  ///   - settings: of the topics.
  static func make(
    _ stem: String, partitions: Int = 2, brokers: String? = nil, settings: [String: String] = [:]
  ) async throws -> Pipeline {
    let shared = try await TestBroker.bootstrapServers
    let pipeline = Pipeline(
      topics: Topics(prefix: TestBroker.uniqueName(stem) + "."), partitions: partitions,
      brokers: brokers ?? shared)
    let admin = try Admin(pipeline.configuration)
    for name in [
      pipeline.topics.articlesRaw, pipeline.topics.articlesParsed, pipeline.topics.events,
      pipeline.topics.articlesDead,
    ] {
      try await admin.createTopic(NewTopic(name, partitions: partitions, configuration: settings))
    }
    await admin.close()
    return pipeline
  }

  /// Starts a worker that runs in small batches, so that there are many of them.
  func start(
    _ program: String, instance: String = "one", _ arguments: [String] = []
  ) throws -> WorkerProcess {
    try WorkerProcess(
      program, ["--batch-records", "200", "--log-format", "json"] + arguments,
      environment: [
        "RAWI_BOOTSTRAP_SERVERS": brokers, "RAWI_TOPIC_PREFIX": topics.prefix,
        "RAWI_INSTANCE": instance,
      ])
  }

  /// The group that a worker has unless it is told otherwise.
  func group(of program: String) -> String { "\(topics.prefix)rawi-\(program)" }

  func produce(_ records: [ProducerRecord]) async throws {
    let producer = try Producer(configuration)
    for record in records { try await producer.enqueue(record) }
    try await producer.flush(timeout: .seconds(60))
    await producer.close()
  }

  /// Raw articles `0..<count`, each of one short sentence.
  func articles(_ numbers: Range<Int>) -> [ProducerRecord] {
    numbers.map { number in
      let article = RawArticle(
        id: "article-\(number)", title: "عنوان \(number)", body: "قال الوزير إن العدد \(number).")
      return ProducerRecord(
        topic: topics.articlesRaw, key: Array("article-\(number)".utf8), value: article.json())
    }
  }

  /// Where the group of a worker goes on, all partitions of its topic together.
  func committed(by program: String, of topic: String) async throws -> Int64 {
    let admin = try Admin(configuration)
    let offsets = try await admin.committedOffsets(
      group: group(of: program), of: (0..<partitions).map { TopicPartition(topic, Int32($0)) })
    await admin.close()
    return offsets.values.reduce(0, +)
  }

  func keys(of topic: String) async throws -> [String] {
    try await records(of: topic).map { $0.keyText ?? "" }
  }

  /// What a reader sees in a topic.
  func records(of topic: String) async throws -> [ConsumerRecord] {
    try await Reading.all(of: topic, partitions: partitions, configuration: configuration)
  }
}

/// Watches what committed readers see in a topic, from its beginning.
///
/// It reads from the beginning each time: to a reader who goes on behind an aborted transaction the
/// local broker (0.2.3) still names it as aborted, and librdkafka then hides all that the same
/// producer commits after it.
final class Watch: Sendable {
  private let topic: String
  private let partitions: Int
  private let configuration: KafkaConfiguration?
  private let known = Mutex<Set<Place>>([])

  private struct Place: Hashable {
    var partition: Int32
    var offset: Int64
  }

  init(
    _ topic: String, partitions: Int, configuration: KafkaConfiguration? = nil
  ) {
    self.topic = topic
    self.partitions = partitions
    self.configuration = configuration
  }

  /// Reads until `isEnough` of the records that came since the last call says so.
  @discardableResult
  func read(
    until isEnough: ([ConsumerRecord]) -> Bool, orEndOf worker: WorkerProcess
  ) async throws -> [ConsumerRecord] {
    let known = known.withLock { $0 }
    var records: [ConsumerRecord] = []
    while !isEnough(records) {
      try #require(!Task.isCancelled, "given up after \(records.count) records:\n\(worker.log)")
      records = try await Reading.all(
        of: topic, partitions: partitions, configuration: configuration
      ).filter { !known.contains(Place(partition: $0.partition, offset: $0.offset)) }
      try #require(worker.isRunning, "the worker ended:\n\(worker.log)")
    }
    self.known.withLock { known in
      known.formUnion(records.map { Place(partition: $0.partition, offset: $0.offset) })
    }
    return records
  }
}
