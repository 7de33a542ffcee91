import Contracts
import EventStore
import Foundation
import Testing

/// One after the other: each starts three workers.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct UpCommandTests {
  let scratch: Scratch
  /// A deployment of its own on the shared broker.
  let prefix = TestBroker.uniqueName("up") + "."

  init() throws { scratch = try Scratch() }

  private func up(_ arguments: String..., interruption: String? = nil) async throws -> Tool.Output {
    try await Tool.run(
      ["up", "--format", "json", "--data", scratch.path("data")] + arguments,
      environment: [
        "RAWI_BOOTSTRAP_SERVERS": try await TestBroker.bootstrapServers,
        "RAWI_TOPIC_PREFIX": prefix,
      ], interruption: interruption)
  }

  private func events(_ output: Tool.Output) throws -> [Event] {
    try output.lines.map { try JSONDecoder().decode(Event.self, from: Data($0.utf8)) }
  }

  @Test func seedsComeOutAsEvents() async throws {
    let first = try await up("seeds")
    #expect(first.status == 0, "\(first.err)")
    #expect(first.err.contains("2 articles"))
    let shown = try events(first)
    #expect(Set(shown.map(\.article.id)).count == 2)
    #expect(shown.allSatisfy { $0.version == 1 && $0.schema == Event.schema })
    #expect(Set(shown.map(\.id)).count == shown.count)

    let store = try EventStore(reading: scratch.path("data/events.sqlite"))
    let indexed = try store.search(SearchQuery(limit: 10_000)).map(\.event)
    #expect(Set(indexed) == Set(shown))
    try store.close()
  }

  @Test func theSameArticlesAgainGiveNothing() async throws {
    _ = try await up("seeds")
    let again = try await up("seeds")
    #expect(again.status == 0, "\(again.err)")
    #expect(again.lines.isEmpty)
  }

  @Test func whatCannotBeSentIsNamedAndTheRestComesOut() async throws {
    let output = try await up("seeds", "/nowhere/article.txt")
    #expect(output.status == 1)
    #expect(output.err.contains("/nowhere/article.txt"))
    #expect(try Set(events(output).map(\.article.id)).count == 2)
  }

  @Test func runsOnUntilInterrupted() async throws {
    let output = try await up("--keep-running", "seeds", interruption: "running until interrupted")
    #expect(output.status == 0, "\(output.err)")
    #expect(!output.out.isEmpty)
  }

  @Test(.disabled(if: TestBroker.isRealKafka, "a Kafka was named, so that none is installed"))
  func startsABrokerOfItsOwnAndLeavesNothing() async throws {
    let output = try await Tool.run(["up", "seeds"], environment: ["TMPDIR": scratch.folder.path])
    #expect(output.status == 0, "\(output.err)")
    #expect(output.out.contains("· actual"))
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    #expect(left.filter { $0.hasPrefix("rawi-") }.isEmpty)
  }
}
