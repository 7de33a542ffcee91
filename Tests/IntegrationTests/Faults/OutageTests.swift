import Contracts
import Foundation
import Kafka
import Testing

/// The broker goes away and comes back. It saves what it has when it is asked to end; what a broker of this kind loses when it
/// is killed is not the workers' to answer for.
@Suite(
  .serialized, .timeLimit(.minutes(30)),
  .disabled(if: TestBroker.isRealKafka, "a Kafka was named, which is not ours to stop"))
struct OutageTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func startBroker(_ last: LocalBroker? = nil) async throws -> LocalBroker {
    try await LocalBroker.start(
      dataDirectory: scratch.path("broker"),
      port: last.flatMap { Int($0.bootstrapServers.split(separator: ":").last ?? "") })
  }

  @Test(
    .enabled(
      if: Extent.isFull, "the local broker hides what follows a transaction that an outage aborted")
  )
  func workersOutliveTheirBroker() async throws {
    let count = Extent.of(800, full: 5000)
    let away = Duration.seconds(Extent.of(3, full: 60))
    let undisturbed = try await Deployment.undisturbed(count)

    var broker = try await startBroker()
    // A broker that forgets over a restart how far a producer had counted makes it end for good, and the local one may.
    let deployment = try await Deployment(
      "outage", brokers: broker.bootstrapServers, isSupervised: true)
    try await deployment.pipeline.produce(deployment.pipeline.articles(0..<count))
    await broker.stop()
    for name in ["parser-worker", "indexer"] { try deployment.start(name) }
    try await Task.sleep(for: away)
    broker = try await startBroker(broker)
    for _ in 0..<3 {
      try await Task.sleep(for: .milliseconds(.random(in: 500...1500)))
      await broker.stop()
      try await Task.sleep(for: .seconds(1))
      broker = try await startBroker(broker)
    }
    try await deployment.finish()
    for name in ["parser-worker", "indexer"] {
      let log = try deployment.worker(name).log
      // At most once for every time that the broker was away, and not for every attempt.
      #expect(log.components(separatedBy: "no broker answers").count - 1 <= 4, "\(log)")
    }
    try await deployment.stop()
    try await deployment.expectSame(as: undisturbed)
    await broker.stop()
  }

  @Test func aStopWhileTheBrokerIsAwayIsHeard() async throws {
    let broker = try await startBroker()
    let pipeline = try await Pipeline.make("gone", brokers: broker.bootstrapServers)
    try await pipeline.produce(pipeline.articles(0..<2000))
    let watch = Watch(
      pipeline.topics.articlesParsed, partitions: pipeline.partitions,
      configuration: pipeline.configuration)
    let worker = try pipeline.start("parser-worker", ["--drain-timeout", "2s"])
    try await watch.read(until: { !$0.isEmpty }, orEndOf: worker)
    await broker.kill()
    worker.send(SIGTERM)
    // Either nothing was under way, or it says that it left it.
    let status = await worker.ended()
    #expect(status == 0 || status == 1 && worker.log.contains("it will be done again"))
  }
}
