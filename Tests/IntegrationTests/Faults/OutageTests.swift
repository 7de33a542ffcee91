import Contracts
import Foundation
import Kafka
import Testing

/// The broker, or the way to it, goes away and comes back.
@Suite(.serialized, .timeLimit(.minutes(30))) struct OutageTests {
  private static let names = ["parser-worker", "indexer"]
  private static let needsCommands: Comment =
    "a Kafka was named without RAWI_TEST_BROKER_STOP and RAWI_TEST_BROKER_START"

  private func withBroker(_ body: (StoppableBroker) async throws -> Void) async throws {
    let scratch = try Scratch()
    let broker = try await StoppableBroker(dataDirectory: scratch.path("broker"))
    do {
      try await body(broker)
    } catch {
      await broker.close()
      throw error
    }
    await broker.close()
  }

  @Test func workersOutliveACutConnection() async throws {
    let configuration = try await TestBroker.configuration
    let admin = try Admin(configuration)
    let brokers = try await admin.cluster().brokers
    await admin.close()
    guard let broker = brokers.first, brokers.count == 1,
      ["127.0.0.1", "localhost"].contains(broker.host)
    else { try Test.cancel("only the way to a single broker on this machine can be cut") }
    let link = try CuttableLink(to: broker)
    defer { link.close() }
    try await outlive(
      brokers: link.bootstrapServers,
      isApart: try await BrokerFaults.namesOldAborts(configuration)
    ) { away in
      link.cut()
      return {
        try await Task.sleep(for: away)
        link.mend()
      }
    }
  }

  @Test(.enabled(if: StoppableBroker.isPossible, needsCommands))
  func workersOutliveTheirBroker() async throws {
    try await withBroker { broker in
      if try await BrokerFaults.forgetsOpenTransactions(broker) {
        try Test.cancel(
          "the broker forgot a transaction over a restart and said that it had committed it")
      }
      try await outlive(
        brokers: broker.bootstrapServers,
        isApart: try await BrokerFaults.namesOldAborts(broker.configuration)
      ) { away in
        try await broker.stop()
        return {
          try await Task.sleep(for: away)
          try await broker.start()
        }
      }
    }
  }

  /// Runs both workers while the broker is away at the start, later for as long again, and three more times under load.
  ///
  /// - Parameters:
  ///   - isApart: whether each worker is to have an input of its own: where aborts of the one would hide its records from the other.
  ///   - takeAway: takes the broker away; what it gives waits for the time it is told, and brings the broker back.
  private func outlive(
    brokers: String, isApart: Bool,
    takeAway: (Duration) async throws -> () async throws -> Void
  ) async throws {
    let count = Extent.of(800, full: 5000)
    // Longer than a session, so that the workers lose their places in their groups.
    let long = Duration.seconds(Extent.of(9, full: 60))
    let session = Extent.of(["session.timeout.ms=6000", "heartbeat.interval.ms=1000"], full: [])
    let undisturbed = try await Deployment.undisturbed(count)
    if isApart { print("the broker still names old aborts: the workers are tested apart") }
    let deployment = try await Deployment(
      "outage", brokers: brokers, arguments: session.flatMap { ["--kafka", $0] },
      isApart: isApart)
    try await deployment.pipeline.produce(deployment.pipeline.articles(0..<count))
    try await deployment.feedIndexer(undisturbed.parsed)
    let bringBack = try await takeAway(long)
    for name in Self.names { try deployment.start(name) }
    try await bringBack()
    try await deployment.waitUntilParsed(count / 20)
    try await takeAway(long)()
    for _ in 0..<3 {
      try await Task.sleep(for: .milliseconds(.random(in: 500...1500)))
      #expect(try await deployment.parsedCount() < Int64(count), "there is no load any more")
      try await takeAway(.seconds(1))()
    }
    try await deployment.finish()
    for name in Self.names {
      let log = try deployment.worker(name).log
      // At most once for every time that the broker was away, and not for every attempt.
      #expect(log.components(separatedBy: "no broker answers").count - 1 <= 5, "\(log)")
    }
    try await deployment.stop()
    try await deployment.expectSame(as: undisturbed)
  }

  @Test(.enabled(if: StoppableBroker.isPossible, needsCommands))
  func aStopWhileTheBrokerIsAwayIsHeard() async throws {
    try await withBroker { broker in
      let pipeline = try await Pipeline.make("gone", brokers: broker.bootstrapServers)
      try await pipeline.produce(pipeline.articles(0..<2000))
      let watch = Watch(
        pipeline.topics.articlesParsed, partitions: pipeline.partitions,
        configuration: pipeline.configuration)
      let worker = try pipeline.start("parser-worker", ["--drain-timeout", "2s"])
      try await watch.read(until: { !$0.isEmpty }, orEndOf: worker)
      try await broker.stop()
      worker.send(SIGTERM)
      // Either nothing was under way, or it says that it left it.
      let status = await worker.ended()
      #expect(status == 0 || status == 1 && worker.log.contains("it will be done again"))
      try await broker.start()
    }
  }
}
