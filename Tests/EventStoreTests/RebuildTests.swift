import Contracts
import Evaluation
import EventStore
import Foundation
import LocalPostgreSQL
import Testing

@Suite(.onBothStores) struct RebuildTests {
  /// A store with all that came to it and all that it told.
  final class History {
    let temporary: TemporaryStore
    var inputs: [IndexInput] = []
    var told: [(eventID: String, record: [UInt8]?)] = []

    init() throws { temporary = try TemporaryStore() }

    func apply(_ batch: [IndexInput]) throws {
      inputs += batch
      told += try temporary.store.apply(batch: batch).outputs.map { ($0.eventID, $0.record) }
    }

    var next: Int64 { (inputs.last?.position.offset ?? -1) + 1 }

    /// Makes another store from the topics as given.
    func rebuild(
      inputs: [IndexInput]? = nil, told: [(eventID: String, record: [UInt8]?)]? = nil
    ) throws -> (store: EventStore, amends: Int) {
      let path = try temporary.path(of: "again")
      let rebuild = try StoreRebuild(path: path, storyWindow: EventStore.usualStoryWindow)
      try rebuild.note(told: told ?? self.told)
      for input in inputs ?? self.inputs { try rebuild.read([input]) }
      let amends = try rebuild.finish(goingOnAt: [partition0: next])
      return (try EventStore(path: path), amends)
    }
  }

  private static func events(_ store: EventStore) throws -> [Event] {
    try store.search(SearchQuery(limit: 1000)).map(\.event).sorted { $0.id < $1.id }
  }

  /// Articles that come, change, go, come back, and are rejected.
  private static func history() throws -> History {
    let history = try History()
    var changed = StoryTests.second
    changed.text += " وأضاف البيان أن الاجتماع سيعقد في العاصمة"
    try history.apply([
      .article(StoryTests.third.parsed, at: 0), .article(StoryTests.other.parsed, at: 1),
    ])
    try history.apply([
      .article(StoryTests.second.parsed, at: 3),
      IndexInput(position: .at(4), articleID: "x", parsed: [UInt8]("{".utf8)),
    ])
    try history.apply([.withdrawal(of: "d", at: 5), .article(StoryTests.first.parsed, at: 6)])
    try history.apply([.article(changed.parsed, at: 7), .article(StoryTests.other.parsed, at: 8)])
    try history.apply([.withdrawal(of: "a", at: 9)])
    return history
  }

  @Test func aStoreMadeAnewIsTheSame() throws {
    let history = try Self.history()
    let again = try history.rebuild()
    #expect(again.amends == 0)
    #expect(try Self.events(again.store) == Self.events(history.temporary.store))
    #expect(try again.store.stories() == history.temporary.store.stories())
    #expect(try again.store.recordedOffsets(topic: "articles.parsed") == [0: 10])
    #expect(try again.store.search(SearchQuery(words: "العاصمة")).map(\.event.id) == ["event-c"])
    let further = [IndexInput.article(StoryTests.third.parsed, at: 10)]
    let outputs = try again.store.apply(batch: further).outputs
    #expect(
      try outputs.map(\.record)
        == history.temporary.store.apply(batch: further).outputs.map(\.record)
    )
  }

  @Test func whatWasToldWrongIsLeftToBePublished() throws {
    let history = try Self.history()
    let left = try #require(history.told.lastIndex { $0.eventID == "event-b" })
    var told = history.told
    told.remove(at: left)
    told.append(("event-of-nobody", told.last { $0.eventID == "event-d" }?.record))
    let again = try history.rebuild(told: told)
    #expect(again.amends == 1)
    // The old store's numbers mean nothing in the new one.
    let old = history.temporary.store.mark(100)
    let start = try again.store.take(partition0, committed: 10, mark: old, known: 10)
    let found = try again.store.outbox(of: partition0, behind: start)
    #expect(found.map(\.eventID) == ["event-b"])
    #expect(try again.store.apply(batch: [.withdrawal(of: "nobody", at: 12)]).isEmpty)
    #expect(try Self.events(again.store).map(\.id) == ["event-b", "event-c", "event-d"])
  }

  @Test func eventsOfArticlesThatAreGoneFromTheTopicStay() throws {
    let history = try History()
    try history.apply([.article(StoryTests.other.parsed, at: 0)])
    try history.apply([.article(StoryTests.first.parsed, at: 1)])
    let again = try history.rebuild(inputs: Array(history.inputs.dropFirst()))
    #expect(again.amends == 0)
    #expect(try Self.events(again.store) == Self.events(history.temporary.store))
  }

  @Test func theOldStoreIsReplacedInTheEndOnly() throws {
    let history = try Self.history()
    let path = history.temporary.store.path
    do {
      let rebuild = try StoreRebuild(path: path, storyWindow: EventStore.usualStoryWindow)
      try rebuild.note(told: [])
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: history.temporary.folder.path)
    #expect(files.allSatisfy { !$0.contains("rebuild") })
    #expect(try Self.halfMadeSchemas(beside: path) == [])
    let before = try Self.events(history.temporary.store)
    #expect(before.count == 3)
    try history.temporary.store.close()
    let rebuild = try StoreRebuild(path: path, storyWindow: EventStore.usualStoryWindow)
    _ = try rebuild.finish(goingOnAt: [partition0: 10])
    #expect(try Self.events(EventStore(reading: path)) == [])
    #expect(try Self.halfMadeSchemas(beside: path) == [])
  }

  /// Schemas of new stores that stand in the database for the one in a schema.
  private static func halfMadeSchemas(beside url: String) throws -> [[String?]] {
    guard StoreKind.current == .postgresql else { return [] }
    return try LocalPostgreSQL.shared.execute(
      """
      SELECT making.nspname FROM pg_namespace AS making JOIN pg_namespace AS old
        ON making.nspname = 'rawi_rebuild_' || old.oid
      WHERE '\(url)' LIKE '%' || old.nspname || '%'
      """)
  }

  @Test(.enabled(if: LocalPostgreSQL.isInstalled, Comment(rawValue: LocalPostgreSQL.absence)))
  func rightsAndViewsOfOthersStay() throws {
    try StoreKind.$current.withValue(.postgresql) {
      let history = try Self.history()
      let url = history.temporary.store.path
      let view = "view_\(UUID().uuidString.lowercased())"
      let schema = try #require(url.split(separator: "%22").last)
      try LocalPostgreSQL.shared.execute(
        "CREATE VIEW \"\(view)\" AS SELECT id FROM \"\(schema)\".told")
      let rebuild = try StoreRebuild(path: url, storyWindow: EventStore.usualStoryWindow)
      try rebuild.note(told: history.told)
      for input in history.inputs { try rebuild.read([input]) }
      #expect(try rebuild.finish(goingOnAt: [partition0: history.next]) == 0)
      let ids = try LocalPostgreSQL.shared.execute("SELECT id FROM \"\(view)\" ORDER BY id")
      #expect(ids == [["event-b"], ["event-c"], ["event-d"]])
    }
  }
}
