internal import Kafka

extension ReplayMemory {
  /// What the consumer's group has committed for each of these partitions.
  ///
  /// - Parameter ends: where each partition ends now. One that ends before what is remembered of it
  ///   was made anew.
  static func all(
    _ consumer: Consumer, _ ends: [TopicPartition: Int64]
  ) async throws(KafkaError) -> [TopicPartition: ReplayMemory] {
    var memories: [TopicPartition: ReplayMemory] = [:]
    for (place, committed) in try await consumer.committedWithMetadata(Array(ends.keys))
    where committed.offset <= ends[place] ?? 0 {
      memories[place] = ReplayMemory(offset: committed.offset, words: committed.metadata)
    }
    return memories
  }
}
