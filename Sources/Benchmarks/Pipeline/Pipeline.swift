internal import Contracts
internal import Foundation
internal import Kafka

/// The topics of one run, seen from outside of the workers.
final class Pipeline {
  private let configuration: KafkaConfiguration
  private let topics: Topics
  private let admin: Admin
  private let producer: Producer
  private let partitions: Int

  /// How the topics are reached, as workers are told.
  var options: [String] {
    ["--topic-prefix", topics.prefix]
      + configuration.properties.flatMap { ["--kafka", "\($0.key)=\($0.value)"] }
  }

  init(_ configuration: KafkaConfiguration, partitions: Int) async throws {
    self.configuration = configuration
    self.partitions = partitions
    topics = Topics(prefix: "rawi-benchmark-\(UUID()).")
    admin = try Admin(configuration)
    producer = try Producer(configuration)
    for name in topicNames {
      try await admin.createTopic(NewTopic(name, partitions: partitions))
    }
  }

  private var topicNames: [String] {
    [topics.articlesRaw, topics.articlesParsed, topics.events, topics.articlesDead]
  }

  func deleteTopics() async {
    for name in topicNames { try? await admin.deleteTopic(name) }
  }

  /// Waits until the parser-worker has committed something: how many articles.
  func whenBegun(_ workers: [Worker]) async throws -> Int {
    while true {
      guard workers.allSatisfy(\.isRunning) else { throw PipelineFailure.workerEnded }
      let committed = try await committed("parser-worker", topics.articlesRaw)
      let done = committed.values.reduce(0, +)
      if done > 0 { return Int(done) }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// Waits until both workers have done all that there is.
  func whenDone(_ workers: [Worker]) async throws {
    for (worker, topic, marks) in [
      ("parser-worker", topics.articlesRaw, Int64(0)),
      // The last transaction's mark is behind the last record.
      ("indexer", topics.articlesParsed, 1),
    ] {
      while true {
        guard workers.allSatisfy(\.isRunning) else { throw PipelineFailure.workerEnded }
        let ends = try await admin.watermarks(of: topic)
        let committed = try await committed(worker, topic)
        if ends.allSatisfy({ $0.value.high - marks <= committed[$0.key] ?? 0 }) { break }
        try await Task.sleep(for: .milliseconds(10))
      }
    }
  }

  /// Sends articles one by one and reads events: the seconds from each article to its first event, the shortest first.
  func latencies(of records: [[UInt8]], count: Int, rate: Int) async throws -> [Double] {
    let reader = try Consumer(configuration)
    let places = (0..<Int32(partitions)).map { TopicPartition(topics.events, $0) }
    try await reader.assign(Dictionary(uniqueKeysWithValues: places.map { ($0, .end) }))
    _ = try await reader.poll(timeout: .seconds(1))
    var sent: [String: ContinuousClock.Instant] = [:]
    var times: [Double] = []
    let start = ContinuousClock.now
    let pause = Duration.seconds(1) / rate
    var number = 0
    while number < count || ContinuousClock.now - start < pause * count + .seconds(2) {
      if number < count, ContinuousClock.now - start >= pause * number {
        let id = "single-\(number)"
        sent[id] = .now
        try await producer.enqueue(
          ProducerRecord(
            topic: topics.articlesRaw, key: Array(id.utf8), value: records[number % records.count]))
        number += 1
      }
      let read = try await reader.poll(timeout: .milliseconds(1))
      for record in read {
        guard let value = record.valueBytes, let id = Self.article(of: value) else { continue }
        if let moment = sent.removeValue(forKey: id) {
          times.append((ContinuousClock.now - moment) / .seconds(1))
        }
      }
    }
    try await reader.close()
    guard !times.isEmpty else { throw PipelineFailure.noEvent }
    return times.sorted()
  }

  /// The article that an event says it is of.
  private static func article(of event: [UInt8]) -> String? {
    struct Record: Decodable {
      struct Article: Decodable { var id: String }
      var article: Article
    }
    return try? JSONDecoder().decode(Record.self, from: Data(event)).article.id
  }

  private func committed(_ worker: String, _ topic: String) async throws -> [TopicPartition: Int64]
  {
    try await admin.committedOffsets(
      group: "\(topics.prefix)rawi-\(worker)",
      of: (0..<Int32(partitions)).map { TopicPartition(topic, $0) })
  }
}

/// Why nothing could be measured.
enum PipelineFailure: String, Error, CustomStringConvertible {
  case workerEnded = "a worker ended, or failed, before all articles were done"
  case tooFewArticles =
    "the first transaction had all articles: give more, or a smaller --batch-records"
  case noEvent = "none of the articles that followed one by one gave an event"

  var description: String { rawValue }
}
