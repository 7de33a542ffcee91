import Contracts
import EventStore
import Testing

@Suite(.onBothStores) struct CrashTests {
  let one = SampleEvent(id: "x1", sentence: "قال الوزير")
  let two = SampleEvent(id: "y1", sentence: "وصل الرئيس")

  @Test func whatWasNotAcknowledgedIsInTheOutboxUnaltered() throws {
    let temporary = try TemporaryStore()
    let batch: [IndexInput] = [
      .article(.sample("a", [one]), at: 7), .article(.sample("b", [two]), at: 9),
      IndexInput(position: .at(10), articleID: "c", parsed: [UInt8]("{".utf8)),
    ]
    let first = try temporary.store.apply(batch: batch)
    #expect(first.outputs.count == 2)
    #expect(first.rejections.count == 1)
    try temporary.reopen()
    #expect(try temporary.store.recordedOffsets(topic: "articles.parsed") == [0: 11])
    let left = try temporary.store.outbox(of: partition0)
    #expect(left.map(\.record) == first.outputs.map(\.record))
    #expect(left.map(\.sequence) == [1, 2])
    #expect(try temporary.store.outbox(of: partition0, behind: 1).map(\.eventID) == ["y1"])
    #expect(try temporary.store.outbox(of: partition0, limit: 1).map(\.eventID) == ["x1"])
    let again = try temporary.store.apply(batch: batch)
    #expect(again.outputs.isEmpty)
    #expect(again.rejections == first.rejections)
    #expect(try temporary.store.outbox(of: partition0) == left)
  }

  @Test func aBatchThatReachesFurtherIsAppliedFromWhereTheFirstEnded() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.apply(.sample("a", [one]), at: 0)
    try temporary.reopen()
    var changed = one
    changed.type = .consult
    let result = try temporary.store.apply(batch: [
      .article(.sample("a", [one]), at: 0), .article(.sample("a", [changed]), at: 1),
    ])
    #expect(try result.outputs.map { try $0.event?.version } == [2])
    #expect(result.before == [partition0: 1])
    let all = try temporary.store.outbox(of: partition0)
    #expect(try all.map { try $0.event?.version } == [1, 2])
  }

  @Test func acknowledgedOutputsAreForgotten() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.apply(.sample("a", [one]), at: 0)
    let second = try temporary.apply(.sample("b", [two]), at: 1)
    try temporary.acknowledge(1, 1)
    #expect(
      try temporary.store.outbox(of: partition0).map(\.record) == second.outputs.map(\.record))
    try temporary.acknowledge(2, 2)
    #expect(try temporary.store.outbox(of: partition0).isEmpty)
    #expect(try temporary.store.recordedOffsets(topic: "articles.parsed") == [0: 2])
    #expect(try temporary.store.lastOutputs() == [partition0: 2])
  }

  @Test func aSourceThatIsReadFromTheStartAgainIsReadAfresh() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.apply(batch: [
      .article(.sample("a", [one]), at: 5), .article(.sample("b", [two]), at: 6),
    ])
    try temporary.acknowledge(7, 2)
    var changed = one
    changed.type = .consult
    _ = try temporary.take(committed: nil)
    #expect(try temporary.apply(.sample("a", [one]), at: 0).isEmpty)
    #expect(try temporary.apply(.sample("a", [changed]), at: 1).versions == ["x1": 2])
    #expect(try temporary.store.recordedOffsets(topic: "articles.parsed") == [0: 2])
  }

  @Test func whatWasReadWithoutBeingTurnedBackIsNotReadAgain() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.apply(.sample("a", [one]), at: 5)
    var changed = one
    changed.type = .consult
    // A worker that stood still holds records that others have done long ago.
    #expect(try temporary.apply(.sample("a", [changed]), at: 3).isEmpty)
    try temporary.acknowledge(6, 1)
    #expect(try temporary.apply(.sample("a", [changed]), at: 3).isEmpty)
    // It asked for the group's place before others went on.
    let known = try temporary.store.acknowledged([partition0])[partition0]
    #expect(known == 6)
    _ = try temporary.apply(.sample("b", [two]), at: 6)
    try temporary.acknowledge(7, 2)
    _ = try temporary.store.take(partition0, committed: 5, mark: nil, known: known)
    #expect(try temporary.apply(.sample("a", [changed]), at: 5).isEmpty)
  }

  @Test func anotherStoresMarkSaysNothing() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.apply(.sample("a", [one]), at: 0)
    let mark = temporary.store.mark(1)
    #expect(OutboxMark(mark.text) == mark)
    #expect(OutboxMark("") == nil)
    #expect(OutboxMark("rawi-outbox x y") == nil)
    #expect(try temporary.take(committed: 1, mark: mark) == 1)
    let other = OutboxMark(store: mark.store ^ 1, sequence: 1)
    #expect(try temporary.take(committed: 1, mark: other) == 0)
    #expect(try temporary.store.outbox(of: partition0).count == 1)
  }

  @Test func partitionsAreReadEachAtItsOwnPace() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.apply(batch: [
      .article(.sample("a", [one]), at: 3, partition: 0),
      .article(.sample("b", [two]), at: 40, partition: 1),
    ])
    #expect(try temporary.store.recordedOffsets(topic: "articles.parsed") == [0: 4, 1: 41])
    #expect(try temporary.store.recordedOffsets(topic: "other") == [:])
    try temporary.acknowledge(4, 2)
    let other = SourcePartition(topic: "articles.parsed", partition: 1)
    #expect(try temporary.store.outbox(of: other).map(\.eventID) == ["y1"])
    #expect(try temporary.store.outbox(of: partition0).isEmpty)
  }
}
