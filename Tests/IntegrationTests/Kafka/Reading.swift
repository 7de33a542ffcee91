import Kafka
import Testing

/// Reads topics from the beginning, as tests want to see them.
enum Reading {
  /// All records of a topic up to its end, in order of partition and offset, as a reader of this isolation sees them.
  static func all(
    of topic: String, partitions: Int = 1,
    isolation: KafkaConfiguration.IsolationLevel = .readCommitted,
    configuration: KafkaConfiguration? = nil
  ) async throws -> [ConsumerRecord] {
    let shared = try await TestBroker.configuration
    var configuration = configuration ?? shared
    configuration.isolationLevel = isolation
    let consumer = try Consumer(configuration)
    let places = (0..<partitions).map { TopicPartition(topic, Int32($0)) }
    try await consumer.assign(
      Dictionary(uniqueKeysWithValues: places.map { ($0, StartOffset.beginning) }))
    var open = Set(places)
    var records: [ConsumerRecord] = []
    while !open.isEmpty {
      try Task.checkCancellation()
      let batch = try await consumer.poll(timeout: .seconds(20))
      try #require(!batch.isEmpty || !batch.events.isEmpty, "the end of \(topic) does not come")
      records += batch
      for case .partitionEnd(let place, _) in batch.events {
        open.remove(place)
      }
    }
    try await consumer.close()
    return records.sorted { ($0.partition, $0.offset) < ($1.partition, $1.offset) }
  }
}
