import Contracts
import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(5))) struct ZombieTests {
  /// The shortest that Kafka takes unless told otherwise.
  private static let session = Duration.seconds(6)

  /// A worker that is stopped in the middle and wakes up after another has its place.
  ///
  /// - Parameter heir: the other's instance; under the same name it takes over at once, under another
  ///   when the group gives the sleeper up.
  private func wake(heir: String, _ arguments: [String] = []) async throws -> WorkerProcess {
    let pipeline = try await Pipeline.make("zombie", partitions: 1)
    let count = 1000
    try await pipeline.produce(pipeline.articles(0..<count))
    let watch = Watch(pipeline.topics.articlesParsed, partitions: 1)
    let sleeper = try pipeline.start("parser-worker", ["--batch-records", "20"] + arguments)
    var seen = try await watch.read(until: { !$0.isEmpty }, orEndOf: sleeper).count
    sleeper.send(SIGSTOP)
    let other = try pipeline.start("parser-worker", instance: heir, arguments)
    if heir != "one" { try await givenUp(sleeper, for: other) }
    seen += try await watch.read(until: { seen + $0.count >= count }, orEndOf: other).count
    sleeper.send(SIGCONT)
    try await pipeline.produce(pipeline.articles(count..<count + 50))
    try await watch.read(until: { $0.count >= 50 }, orEndOf: other)
    if heir == "one" { _ = await sleeper.ended() } else { await sleeper.stop() }
    await other.stop()
    let keys = try await pipeline.keys(of: pipeline.topics.articlesParsed)
    #expect(keys.count == count + 50)
    #expect(Set(keys).count == count + 50)
    return sleeper
  }

  /// Waits until the heir has the sleeper's partition. Where the broker keeps it for the sleeper long after its session, there is
  /// nothing to show.
  private func givenUp(_ sleeper: WorkerProcess, for heir: WorkerProcess) async throws {
    let deadline = ContinuousClock.now + Self.session * 3
    while !heir.log.contains("partitions assigned") {
      if ContinuousClock.now > deadline {
        try Test.cancel("the broker kept a silent member for three times its session")
      }
      try #require(!Task.isCancelled && heir.isRunning, "\(heir.log)")
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  @Test func whoeverWakesUpReplacedIsFenced() async throws {
    let sleeper = try await wake(heir: "one")
    #expect(await sleeper.ended() == 1)
    #expect(sleeper.log.contains("fenced: another process runs as instance"))
  }

  @Test func whoeverWakesUpExpelledDoublesNothing() async throws {
    _ = try await wake(
      heir: "two",
      [
        "--kafka", "session.timeout.ms=\(Self.session.components.seconds * 1000)",
        "--kafka", "heartbeat.interval.ms=1000",
      ])
  }
}
