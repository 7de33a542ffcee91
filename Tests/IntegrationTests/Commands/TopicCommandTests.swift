import Contracts
import Foundation
import Kafka
import Testing

@Suite(.timeLimit(.minutes(5)))
struct TopicCommandTests {
  /// A deployment of its own on the shared broker.
  let prefix = TestBroker.uniqueName("commands") + "."

  private func run(_ arguments: String...) async throws -> Tool.Output {
    try await Tool.run(
      arguments,
      environment: [
        "RAWI_BOOTSTRAP_SERVERS": try await TestBroker.bootstrapServers,
        "RAWI_TOPIC_PREFIX": prefix,
      ])
  }

  @Test func topicsAreMadeOnceAndListed() async throws {
    let missing = try await run("topics", "list")
    #expect(missing.status == 1)
    #expect(missing.lines.allSatisfy { $0.hasPrefix("missing") })
    #expect(missing.err.contains("rawi topics create"))

    let made = try await run("topics", "create", "--partitions", "3")
    #expect(made.status == 0)
    #expect(made.lines.count == 4)
    #expect(made.lines.allSatisfy { $0.hasPrefix("created \(prefix)") })
    let again = try await run("topics", "create", "--partitions", "5")
    #expect(again.lines.allSatisfy { $0.hasPrefix("exists") })

    let listed = try await run("topics", "list")
    #expect(listed.status == 0)
    #expect(listed.out.contains("\(prefix)events: 3 partitions"))
    #expect(listed.out.contains("\(prefix)articles.dead: 1 partitions"))
  }

  @Test func eventsAreShownFilteredAndFollowed() async throws {
    _ = try await run("topics", "create", "--partitions", "1")
    let topics = Topics(prefix: prefix)
    let producer = try Producer(try await TestBroker.configuration)
    func send(_ key: String, _ value: [UInt8]?) async throws {
      try await producer.send(
        ProducerRecord(topic: topics.events, key: Array(key.utf8), value: value))
    }
    try await send("a-1", SampleEvents.event("a").json())
    try await send("b-1", SampleEvents.event("b", type: .state, country: "EGY").json())
    try await send("bad", Array("{}".utf8))
    try await send("a-1", nil)
    await producer.close()

    let all = try await run("events")
    #expect(all.status == 0)
    #expect(try all.objects.map { $0["id"] as? String } == ["a-1", "b-1", "a-1"])
    #expect(try all.objects.last?["value"] is NSNull)
    #expect(all.err.contains("\(topics.events)[0]@2"))
    #expect(try await run("events", "--type", "STATE").objects.count == 1)
    #expect(try await run("events", "--country", "chn").objects.count == 1)
    #expect(try await run("events", "--from", "end").lines.isEmpty)
    #expect(try await run("events", "--from", "2020-01-01").lines.count == 3)
    #expect(try await run("events", "--from", "2999-01-01").lines.isEmpty)
    #expect(try await run("events", "--from", "sometime").status == 64)
    #expect(try await run("events", "--format", "text").out.contains("withdrawn · event a-1"))
  }

  @Test func aTopicThatIsNotThereIsNamed() async throws {
    let output = try await run("events")
    #expect(output.status == 1)
    #expect(output.err.contains("\(prefix)events"))
    #expect(output.err.contains("rawi topics create"))
  }
}
