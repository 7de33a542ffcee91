import Contracts
import Foundation
import Kafka
import Testing

@Suite(.timeLimit(.minutes(5))) struct DeadLetterLoopTests {
  /// Sent back by the operator, failing in the worker: until the operator's tool refuses.
  @Test func recordThatKeepsFailingIsGivenUp() async throws {
    let pipeline = try await Pipeline.make("loop", partitions: 1)
    let topics = pipeline.topics
    try await pipeline.produce([
      ProducerRecord(
        topic: topics.articlesRaw, key: Array("a".utf8), value: Array("{".utf8),
        headers: ["mine": "kept"])
    ])
    let worker = try pipeline.start("parser-worker")
    let deaths = Watch(topics.articlesDead, partitions: 1)
    for attempt in 1...3 {
      let letters = try await deaths.read(until: { !$0.isEmpty }, orEndOf: worker)
      let letter = try #require(letters.first)
      #expect(letters.count == 1)
      #expect(letter.headerText("rawi.attempt") == "\(attempt)")
      #expect(letter.valueBytes == Array("{".utf8))
      #expect(letter.headerText("mine") == "kept")
      #expect(letter.headers.count { $0.name == "__connect.errors.topic" } == 1)
      let replay = try await self.replay(pipeline, "--max-attempts", "2")
      // The third letter was sent back twice already.
      #expect(replay.status == (attempt < 3 ? 0 : 1), "\(replay.err)")
      #expect(replay.out.hasPrefix(attempt < 3 ? "sent 1 letter:" : "sent 0 letters"))
    }
    await worker.stop()
    #expect(try await Reading.all(of: topics.articlesRaw).count == 3)
  }

  private func replay(_ pipeline: Pipeline, _ arguments: String...) async throws -> Tool.Output {
    try await Tool.run(
      ["dead-letters", "replay"] + arguments,
      environment: [
        "RAWI_BOOTSTRAP_SERVERS": try await TestBroker.bootstrapServers,
        "RAWI_TOPIC_PREFIX": pipeline.topics.prefix,
      ])
  }
}
