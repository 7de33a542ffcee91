import Contracts
import Kafka
import Testing

/// Workers join and leave while articles keep coming.
@Suite(.serialized, .timeLimit(.minutes(30))) struct RebalanceTests {
  @Test func workersThatJoinAndLeaveLoseAndDoubleNothingAndNoPartitionStandsStill() async throws {
    let deployment = try await Deployment("rebalance", partitions: 6)
    let pipeline = deployment.pipeline
    let load = try Load(pipeline)
    for name in ["parser-worker", "indexer"] { try deployment.start(name) }
    try await deployment.worker("parser-worker").says("partitions assigned")
    for round in 0..<Extent.of(1, full: 12) {
      var guests: [WorkerProcess] = []
      for name in ["second", "third"] {
        let guest = try pipeline.start("parser-worker", instance: name, ["--batch-records", "20"])
        // Every other time one comes after the other.
        if !round.isMultiple(of: 2) { try await guest.says("partitions assigned") }
        guests.append(guest)
      }
      for guest in guests { try await guest.says("reading") }
      try await everyPartitionMoves(in: deployment, besides: guests)
      for guest in guests { try await guest.says("partitions assigned") }
      for guest in guests.shuffled() { await guest.stop() }
      try await everyPartitionMoves(in: deployment)
    }
    let count = try await load.stop()
    try await deployment.finish()
    try await deployment.stop()
    try await deployment.expectSame(as: try await Deployment.undisturbed(count, partitions: 6))
  }

  /// Waits until everything that stands in the topic now is parsed and committed. Meanwhile no partition that is behind may stand
  /// still for as long as a session lasts (45 s unless set otherwise).
  private func everyPartitionMoves(
    in deployment: Deployment, besides guests: [WorkerProcess] = []
  ) async throws {
    let pipeline = deployment.pipeline
    let admin = try Admin(pipeline.configuration)
    let ends = try await admin.watermarks(of: pipeline.topics.articlesRaw).mapValues(\.high)
    var moved: [TopicPartition: (to: Int64, at: ContinuousClock.Instant)] = [:]
    while true {
      let committed = try await admin.committedOffsets(
        group: pipeline.group(of: "parser-worker"), of: Array(ends.keys))
      let behind = ends.filter { committed[$0.key, default: 0] < $0.value }
      if behind.isEmpty { break }
      let now = ContinuousClock.now
      for place in behind.keys where moved[place]?.to != committed[place, default: 0] {
        moved[place] = (committed[place, default: 0], now)
      }
      let still = behind.keys.filter { moved[$0].map { now - $0.at > .seconds(45) } ?? false }
      let logs = try (guests + [deployment.worker("parser-worker")]).map(\.log)
      try #require(
        still.isEmpty && !Task.isCancelled,
        "at \(committed) of \(ends)\n\(logs.joined(separator: "\n--\n"))")
      try await Task.sleep(for: .milliseconds(50))
    }
    await admin.close()
  }
}
