internal import Kafka

/// What came to a topic since a moment, for whoever waits until a group has done it.
///
/// A group commits one after the last record that it has done, and the marks of transactions
/// behind that one are never committed: so the last record is looked up before it is waited for.
struct Backlog: Sendable {
  private let topic: String
  private let cluster: Cluster
  /// Where the topic ended when this was made; what is older is none of ours.
  private let start: [TopicPartition: Int64]

  init(_ topic: String, _ cluster: Cluster) async throws {
    self.topic = topic
    self.cluster = cluster
    start = try await Self.ends(topic, cluster)
  }

  /// The offset behind the last record that came since the start, for partitions in which any did.
  func targets() async throws -> [TopicPartition: Int64] {
    let reader = try cluster.reader(.readCommitted)
    var targets: [TopicPartition: Int64] = [:]
    for (place, end) in try await Self.ends(topic, cluster) where end > start[place] ?? 0 {
      targets[place] = try await Self.lastRecord(
        of: place, from: start[place] ?? 0, to: end, reader)
    }
    try await reader.close()
    return targets
  }

  /// How many offsets came since the start, up to `targets`.
  func count(to targets: [TopicPartition: Int64]) -> Int64 {
    targets.reduce(0) { $0 + $1.value - (start[$1.key] ?? 0) }
  }

  /// Where each partition ends, transactions that are still open included.
  static func ends(_ topic: String, _ cluster: Cluster) async throws -> [TopicPartition: Int64] {
    let reader = try cluster.reader(.readUncommitted)
    var ends: [TopicPartition: Int64] = [:]
    for place in try await cluster.partitions(of: topic) {
      ends[place] = try await reader.watermarks(of: place).high
    }
    try await reader.close()
    return ends
  }

  /// The offset behind the last record before `end`, looked for in growing steps from the end,
  /// since nearly always it is among the last few offsets.
  private static func lastRecord(
    of place: TopicPartition, from start: Int64, to end: Int64, _ reader: Consumer
  ) async throws -> Int64? {
    var step: Int64 = 16
    while true {
      let first = max(start, end - step)
      try await reader.assign([place: .offset(first)])
      var last: Int64?
      var reached = first
      while reached < end {
        try Task.checkCancellation()
        let batch = try await reader.poll(timeout: .seconds(1))
        for record in batch where record.offset < end { last = record.offset + 1 }
        reached = max(reached, batch.nextOffsets[place] ?? 0)
        for case .partitionEnd(place, let next) in batch.events { reached = max(reached, next) }
      }
      if let last { return last }
      if first == start { return nil }
      step *= 32
    }
  }
}
