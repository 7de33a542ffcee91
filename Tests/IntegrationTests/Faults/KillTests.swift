import Contracts
import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(30))) struct KillTests {
  @Test func workersKilledAtRandomMomentsLoseAndDoubleNothing() async throws {
    let count = Extent.of(1000, full: 5000)
    let undisturbed = try await Deployment.undisturbed(count)
    #expect(undisturbed.events.count >= count)

    let deployment = try await Deployment("killed")
    try await deployment.pipeline.produce(deployment.pipeline.articles(0..<count))
    let names = ["parser-worker", "indexer"]
    for name in names { try deployment.start(name) }
    for _ in 0..<Extent.of(10, full: 60) {
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
