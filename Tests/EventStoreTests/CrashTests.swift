import Contracts
import EventStore
import Testing

@Suite(.onBothStores) struct CrashTests {
  let one = SampleEvent(id: "x1", sentence: "قال الوزير")
  let two = SampleEvent(id: "y1", sentence: "وصل الرئيس")

  @Test func whatWasNotAcknowledgedIsGivenAgainUnaltered() throws {
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
    #expect(try temporary.store.outbox(of: partition0, from: 0) == first)
    #expect(try temporary.store.outbox(of: partition0, from: 8).outputs.map(\.eventID) == ["y1"])
    #expect(try temporary.store.apply(batch: batch) == first)
  }

  @Test func aBatchThatReachesFurtherIsAppliedFromWhereTheFirstEnded() throws {
    let temporary = try TemporaryStore()
    let first = try temporary.apply(.sample("a", [one]), at: 0)
    try temporary.reopen()
    var changed = one
    changed.type = .consult
    let result = try temporary.store.apply(batch: [
      .article(.sample("a", [one]), at: 0), .article(.sample("a", [changed]), at: 1),
    ])
    #expect(result.outputs.first == first.outputs.first)
    #expect(try result.outputs.map { try $0.event?.version } == [1, 2])
  }

  @Test func acknowledgedOutputsAreForgotten() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.apply(.sample("a", [one]), at: 0)
    let second = try temporary.apply(.sample("b", [two]), at: 1)
    try temporary.store.acknowledge([partition0: 1])
    #expect(try temporary.store.outbox(of: partition0, from: 0) == second)
    try temporary.store.acknowledge([partition0: 2])
    #expect(try temporary.store.outbox(of: partition0, from: 0) == IndexResult())
    #expect(try temporary.store.recordedOffsets(topic: "articles.parsed") == [0: 2])
  }

  @Test func aSourceThatIsReadFromTheStartAgainIsReadAfresh() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.apply(batch: [
      .article(.sample("a", [one]), at: 5), .article(.sample("b", [two]), at: 6),
    ])
    try temporary.store.acknowledge([partition0: 7])
    var changed = one
    changed.type = .consult
    #expect(try temporary.apply(.sample("a", [one]), at: 0) == IndexResult())
    #expect(try temporary.apply(.sample("a", [changed]), at: 1).versions == ["x1": 2])
    #expect(try temporary.store.recordedOffsets(topic: "articles.parsed") == [0: 2])
  }

  @Test func whatWasLeftBehindGoesOutWhenTheSourceIsTurnedBack() throws {
    let temporary = try TemporaryStore()
    let left = try temporary.apply(.sample("a", [one]), at: 5)
    try temporary.reopen()
    let result = try temporary.apply(.sample("a", [one]), at: 0)
    #expect(result.outputs.map(\.record) == left.outputs.map(\.record))
    #expect(result.outputs.map(\.position) == [.at(0)])
    #expect(try temporary.apply(.sample("a", [one]), at: 0) == result)
  }

  @Test func partitionsAreReadEachAtItsOwnPace() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.apply(batch: [
      .article(.sample("a", [one]), at: 3, partition: 0),
      .article(.sample("b", [two]), at: 40, partition: 1),
    ])
    #expect(try temporary.store.recordedOffsets(topic: "articles.parsed") == [0: 4, 1: 41])
    #expect(try temporary.store.recordedOffsets(topic: "other") == [:])
    try temporary.store.acknowledge([partition0: 4])
    let other = SourcePartition(topic: "articles.parsed", partition: 1)
    #expect(try temporary.store.outbox(of: other, from: 0).outputs.map(\.eventID) == ["y1"])
  }
}
