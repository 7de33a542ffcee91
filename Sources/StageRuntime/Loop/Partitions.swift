internal import Kafka
internal import Logging
internal import Synchronization

/// What this worker holds of its topic, and the batch under way for it: what the rebalance handler
/// and the loop share.
final class Partitions: Sendable {
  private struct State {
    /// Grows whenever partitions go: a batch of an older assignment is nobody's business any more.
    var assignment = 0
    var held: Set<TopicPartition> = []
    /// Assigned, and not read from since.
    var fresh: Set<TopicPartition> = []
    var underWay: Publication?
    /// Whether the partitions of the batch under way were lost.
    var isLost = false
    /// Offsets before which everything is committed.
    var committed: [TopicPartition: Int64] = [:]
  }

  private let state = Mutex(State())
  private let logger: Logger
  /// Kafka tells nobody where a group goes on while a transaction that changes it is open. For brokers that do, a lost batch is
  /// waited for this long, and no longer, since a session must not run out meanwhile.
  private static let lostTime = Duration.seconds(10)

  init(logger: Logger) {
    self.logger = logger
  }

  var assignment: Int { state.withLock { $0.assignment } }
  var held: [TopicPartition] { state.withLock { $0.held.sorted() } }
  var committed: [TopicPartition: Int64] { state.withLock { $0.committed } }

  /// What was read first after an assignment tells up to where everything is committed.
  func noteRead(_ batch: ConsumerBatch) {
    state.withLock { state in
      guard !state.fresh.isEmpty else { return }
      for record in batch where state.fresh.remove(record.topicPartition) != nil {
        state.committed[record.topicPartition] = record.offset
      }
    }
  }

  func noteCommitted(_ offsets: [TopicPartition: Int64]) {
    state.withLock { state in
      for (partition, offset) in offsets where state.held.contains(partition) {
        state.committed[partition] = offset
      }
    }
  }

  func setUnderWay(_ publication: Publication?) {
    state.withLock { state in
      state.underWay = publication
      state.isLost = false
    }
  }

  /// Before partitions go, what is being published is finished or thrown away; where they are gone already, it is thrown away
  /// afterwards.
  func change(_ change: Rebalance) async {
    switch change {
    case .assigned(let partitions):
      let lost = state.withLock { $0.isLost ? $0.underWay : nil }
      if let lost, await !lost.over.wait(upTo: Self.lostTime) {
        logger.debug("reading on before the lost batch is over")
      }
      state.withLock { state in
        state.held.formUnion(partitions)
        state.fresh.formUnion(partitions)
      }
      logger.info("partitions assigned", metadata: ["partitions": "\(Self.list(partitions))"])
    case .revoking(let partitions):
      await leave(partitions, lost: false)
      logger.info("partitions given back", metadata: ["partitions": "\(Self.list(partitions))"])
    case .lost(let partitions):
      await leave(partitions, lost: true)
      logger.warning(
        "partitions lost: the group did not hear from this worker in time",
        metadata: ["partitions": "\(Self.list(partitions))"])
    }
  }

  private func leave(_ partitions: [TopicPartition], lost: Bool) async {
    let underWay = state.withLock { state in
      state.assignment += 1
      state.isLost = state.isLost || lost
      return state.underWay
    }
    if let underWay {
      underWay.revoke(lost: lost)
      // The broker waits for the same: nothing is gained by leaving earlier. What is lost is waited for when it is assigned again:
      // until this returns, librdkafka sends heartbeats without its name in the group, and the first one that is answered fences
      // the worker for good.
      if !lost { await underWay.over.wait() }
    }
    state.withLock { state in
      state.held.subtract(partitions)
      state.fresh.subtract(partitions)
      for partition in partitions { state.committed[partition] = nil }
    }
  }

  private static func list(_ partitions: [TopicPartition]) -> String {
    partitions.isEmpty ? "none" : partitions.sorted().map(\.description).joined(separator: " ")
  }
}
