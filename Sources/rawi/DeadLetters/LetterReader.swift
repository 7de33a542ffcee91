internal import Contracts
internal import Kafka
internal import StageRuntime

/// Reads the dead letters that are there when it is made, each partition in order, from outside of
/// any group.
final class LetterReader {
  private let consumer: Consumer
  /// Where each partition ended at first: what is sent back and fails again is not met again.
  private let ends: [TopicPartition: Int64]
  private var open: Set<TopicPartition>

  /// - Parameter starts: where to begin; partitions that are not named are not read.
  init(
    _ consumer: Consumer, ends: [TopicPartition: Int64], from starts: [TopicPartition: StartOffset]
  ) async throws {
    self.consumer = consumer
    self.ends = ends
    open = Set(starts.keys)
    try await consumer.assign(starts)
  }

  /// Reads all of them.
  convenience init(_ cluster: Cluster) async throws {
    let ends = try await Self.ends(cluster)
    try await self.init(
      cluster.reader(.readCommitted), ends: ends, from: ends.mapValues { _ in .beginning })
  }

  /// Where each partition of the dead letters ends now.
  static func ends(_ cluster: Cluster) async throws -> [TopicPartition: Int64] {
    let topic = cluster.topics.articlesDead
    // Tells what to do where there is no such topic.
    _ = try await cluster.partitions(of: topic)
    return try await cluster.administer { try await $0.watermarks(of: topic) }.mapValues(\.high)
  }

  /// The next letters; nil when there are no more.
  func next() async throws -> [StoredLetter]? {
    var letters: [StoredLetter] = []
    while letters.isEmpty {
      guard !open.isEmpty, !Task.isCancelled else { return nil }
      let batch = try await consumer.poll(timeout: .seconds(1))
      letters = batch.filter { $0.offset < ends[$0.topicPartition] ?? 0 }.map(StoredLetter.init)
      for (place, next) in batch.nextOffsets where next >= ends[place] ?? 0 { open.remove(place) }
      for event in batch.events {
        switch event {
        case .partitionEnd(let place, _): open.remove(place)
        case .error(let error) where !error.isRetriable: throw error
        case .error, .pollIntervalExceeded: break
        }
      }
    }
    return letters
  }

  /// Hands out the letters that the filter lets through, as many as it allows.
  func read(_ filter: LetterFilter, _ handle: (StoredLetter) throws -> Void) async throws {
    var left = filter.limit ?? .max
    while left > 0, let letters = try await next() {
      for letter in letters.filter(filter.allows).prefix(left) {
        try handle(letter)
        left -= 1
      }
    }
  }

  func close() async { try? await consumer.close() }
}
