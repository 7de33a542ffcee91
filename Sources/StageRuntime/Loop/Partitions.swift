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
    var underWay: Publication?
    /// Whether the partitions of the batch under way were lost.
    var isLost = false
    /// Where those stand of which it was asked.
    var places: [TopicPartition: StagePlace] = [:]
    /// How often places were asked for.
    var assignments = 0
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
  var places: [TopicPartition: StagePlace] { state.withLock { $0.places } }

  /// Those of which the group's place was not asked since they were assigned.
  var unplaced: [TopicPartition] {
    state.withLock { state in state.held.filter { state.places[$0] == nil }.sorted() }
  }

  /// The group's places in partitions that were assigned.
  ///
  /// - Parameter assignment: the one that was asked for; for another it is nobody's business.
  func place(
    _ partitions: [TopicPartition], at committed: [TopicPartition: GroupOffset], of assignment: Int
  ) {
    state.withLock { state in
      guard state.assignment == assignment else { return }
      for partition in partitions {
        state.places[partition] = StagePlace(
          committed: committed[partition], handedOver: committed[partition],
          assignment: state.assignments)
      }
      state.assignments += 1
    }
  }

  func noteHandedOver(_ offsets: [TopicPartition: GroupOffset]) {
    state.withLock { state in
      for (partition, offset) in offsets { state.places[partition]?.handedOver = offset }
    }
  }

  func noteCommitted(_ offsets: [TopicPartition: GroupOffset]) {
    state.withLock { state in
      for (partition, offset) in offsets { state.places[partition]?.committed = offset }
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
        for partition in partitions { state.places[partition] = nil }
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
      for partition in partitions { state.places[partition] = nil }
    }
  }

  private static func list(_ partitions: [TopicPartition]) -> String {
    partitions.isEmpty ? "none" : partitions.sorted().map(\.description).joined(separator: " ")
  }
}
