internal import Kafka
internal import Synchronization

/// Reads a topic from outside of any group, committed records only.
final class TopicReader: Sendable {
  private let consumer: Consumer
  private let partitions: [TopicPartition]
  /// Up to where each partition was read.
  private let reached = Mutex<[TopicPartition: Int64]>([:])

  init(_ topic: String, from start: ReadingStart, _ cluster: Cluster) async throws {
    partitions = try await cluster.partitions(of: topic)
    consumer = try cluster.reader(.readCommitted)
    try await consumer.assign(start.offsets(of: partitions, consumer))
  }

  /// Hands out records in the order of each partition until the end, or until the task is
  /// cancelled.
  ///
  /// - Parameter follow: whether to wait at the end for what comes.
  func read(follow: Bool, _ handle: (ConsumerRecord) throws -> Void) async throws {
    var ended: Set<TopicPartition> = []
    while !Task.isCancelled {
      let batch = try await consumer.poll(timeout: .seconds(1))
      for record in batch { try handle(record) }
      reached.withLock { $0.merge(batch.nextOffsets) { max($0, $1) } }
      for event in batch.events {
        switch event {
        case .partitionEnd(let place, let next):
          ended.insert(place)
          reached.withLock { $0[place] = max($0[place] ?? 0, next) }
        case .error(let error) where !error.isRetriable: throw error
        case .error, .pollIntervalExceeded: break
        }
      }
      if !follow, ended.count == partitions.count { return }
    }
  }

  /// Whether everything before these offsets was handed out.
  func hasRead(to offsets: [TopicPartition: Int64]) -> Bool {
    reached.withLock { reached in
      offsets.allSatisfy { $0.value == 0 || (reached[$0.key] ?? 0) >= $0.value }
    }
  }

  func close() async { try? await consumer.close() }
}
