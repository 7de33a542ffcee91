import Contracts
import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(30))) struct KillTests {
  @Test func workersKilledAtRandomMomentsLoseAndDoubleNothing() async throws {
    let count = Extent.of(1000, full: 5000)
    let undisturbed = try await Deployment.undisturbed(count)
    #expect(undisturbed.events.count >= count)

    // A killed parser-worker leaves transactions that are aborted, behind which an indexer starts again.
    let isApart = try await BrokerFaults.namesOldAborts(TestBroker.configuration)
    if isApart { print("the broker still names old aborts: the workers are tested apart") }
    let deployment = try await Deployment("killed", isApart: isApart)
    let names = ["parser-worker", "indexer"]
    for name in names { try deployment.start(name) }
    let kills = Extent.of(10, full: 60)
    for number in 0..<kills {
      // Some at a time: there is work at each moment, however fast the workers are.
      let portion = count * number / kills..<count * (number + 1) / kills
      try await deployment.pipeline.produce(deployment.pipeline.articles(portion))
      try await deployment.feedIndexer(undisturbed.parsed[portion])
      try await Task.sleep(for: .milliseconds(.random(in: 50...1500)))
      let name = names.randomElement()!
      try await deployment.kill(name)
      try deployment.start(name)
    }
    try await deployment.finish()
    try await deployment.stop()
    try await deployment.expectSame(as: undisturbed)
  }

  @Test func aStopAtAnyMomentOfTheStartIsHeard() async throws {
    let pipeline = try await Pipeline.make("early")
    for delay in 0..<Extent.of(12, full: 200) {
      let worker = try pipeline.start("parser-worker")
      try await Task.sleep(for: .milliseconds(delay * 40 % 500))
      worker.send(SIGTERM)
      // Before the worker listens, the system's own way to end it.
      #expect([0, 128 + SIGTERM].contains(await worker.ended()), "\(worker.log)")
    }
  }
}
