import Contracts
import Evaluation
import EventStore
import Testing

@Suite(.onBothStores) struct VersionTests {
  let one = SampleEvent(id: "x1", sentence: "قال الوزير")
  let two = SampleEvent(id: "x2", sentence: "وصل الرئيس")

  @Test func firstReadingGivesVersionOneAndSelfContainedRecords() throws {
    let temporary = try TemporaryStore()
    let result = try temporary.apply(.sample("a", [one, two]), at: 0)
    #expect(result.outputs.map(\.eventID) == ["x1", "x2"])
    #expect(result.outputs.map(\.cause) == [.at(0), .at(0)])
    #expect(result.outputs.map(\.owner) == [partition0, partition0])
    #expect(result.outputs.map(\.sequence) == [1, 2])
    let event = try #require(try result.outputs[0].event)
    #expect(event.version == 1)
    #expect(event.sentence.text == one.sentence)
    #expect(event.article.id == "a")
    #expect(event.story == "a")
    #expect(event.sameAs == "x1")
    #expect(event.reports == 1)
  }

  @Test func unchangedArticleGivesNothing() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.apply(.sample("a", [one, two]), at: 0)
    #expect(try temporary.apply(.sample("a", [one, two]), at: 1).isEmpty)
  }

  @Test func anotherExtractorThatReadsTheSameGivesNothing() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.apply(.sample("a", [one, two]), at: 0)
    let again = ParsedArticle.sample("a", [one, two], extractor: "2")
    #expect(try temporary.apply(again, at: 1).isEmpty)
  }

  @Test func onlyWhatChangedComesAgain() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.apply(.sample("a", [one, two]), at: 0)
    var changed = two
    changed.type = .consult
    let result = try temporary.apply(.sample("a", [one, changed]), at: 1)
    #expect(try result.versions == ["x2": 2])
    #expect(try result.outputs[0].event?.type == .consult)
  }

  @Test func goneEventsAreWithdrawnAndGoOnCountingWhenTheyComeBack() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.apply(.sample("a", [one, two]), at: 0)
    #expect(try temporary.apply(.sample("a", [one]), at: 1).versions == ["x2": nil])
    #expect(try temporary.apply(.sample("a", [one]), at: 2).isEmpty)
    #expect(try temporary.apply(.sample("a", [one, two]), at: 3).versions == ["x2": 2])
  }

  @Test func withdrawnArticleWithdrawsItsEventsOnce() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.apply(.sample("a", [one, two]), at: 0)
    let gone = try temporary.store.apply(batch: [.withdrawal(of: "a", at: 1)])
    #expect(try gone.versions == ["x1": nil, "x2": nil])
    #expect(try temporary.store.apply(batch: [.withdrawal(of: "a", at: 2)]).isEmpty)
    #expect(try temporary.store.apply(batch: [.withdrawal(of: "b", at: 3)]).isEmpty)
    let back = try temporary.apply(.sample("a", [one, two]), at: 4)
    #expect(try back.versions == ["x1": 2, "x2": 2])
  }

  @Test func articlesOfTheSameTextShareAStory() throws {
    let temporary = try TemporaryStore()
    var copy = one
    copy.id = "y1"
    _ = try temporary.apply(.sample("a", [one]), at: 0)
    #expect(try temporary.apply(.sample("b", [copy]), at: 1).outputs[0].event?.story == "a")
    copy.sentence += " اليوم"
    let apart = try temporary.apply(.sample("b", [copy]), at: 2).outputs.compactMap { try $0.event }
    #expect(apart.map { "\($0.id) \($0.story)" }.sorted() == ["x1 a", "y1 b"])
  }

  /// Whatever comes, a consumer that keeps the latest record of each key has exactly what the
  /// articles' latest readings say, and each key's versions rise by one.
  @Test(arguments: 0..<20 as Range<UInt64>) func consumersEndWithTheLatestReadings(seed: UInt64)
    throws
  {
    let temporary = try TemporaryStore()
    var numbers = SeededNumbers(state: seed)
    var latest: [String: [String: EventType]] = [:]
    var consumer: [String: Event] = [:]
    var versions: [String: Int] = [:]
    var offset: Int64 = 0
    for _ in 0..<15 {
      let batch = (0..<Int.random(in: 1...6, using: &numbers)).map { _ in
        offset += Int64.random(in: 1...3, using: &numbers)
        let article = "a\(Int.random(in: 0..<4, using: &numbers))"
        guard Int.random(in: 0..<6, using: &numbers) > 0 else {
          latest[article] = [:]
          return IndexInput.withdrawal(of: article, at: offset)
        }
        let events = (0..<5).filter { _ in Bool.random(using: &numbers) }.map {
          SampleEvent(
            id: "\(article)-\($0)", sentence: "قال",
            type: [.state, .consult].randomElement(using: &numbers)!)
        }
        latest[article] = Dictionary(uniqueKeysWithValues: events.map { ($0.id, $0.type) })
        return .article(.sample(article, events), at: offset)
      }
      for output in try temporary.store.apply(batch: batch).outputs {
        let event = try output.event
        if let event {
          #expect(event.version == versions[output.eventID, default: 0] + 1)
          versions[output.eventID] = event.version
        } else {
          #expect(consumer[output.eventID] != nil, "withdrawn though it was not there")
        }
        consumer[output.eventID] = event
      }
      try temporary.acknowledge(offset + 1)
    }
    let expected = latest.values.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    #expect(consumer.mapValues(\.type) == expected)
  }
}
