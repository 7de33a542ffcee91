import Contracts
import EventStore
import Foundation
import GRDB
import Testing

@Suite(.onBothStores) struct RetentionTests {
  private let temporary: TemporaryStore
  private let day: Int64 = 86_400
  /// 2024-04-01.
  private let now: Int64 = 1_711_929_600

  init() throws { temporary = try TemporaryStore() }

  /// An article of one event, published on a day.
  private func article(_ id: String, _ published: String?, _ text: String) -> ParsedArticle {
    var article = ParsedArticle.sample(
      id, [SampleEvent(id: "\(id)-1", sentence: text, day: published)])
    article.article.publishedAt = published
    return article
  }

  private static let copied = """
    اجتمع وزير الخارجية مع نظيره في العاصمة اليوم لبحث سبل تعزيز التعاون بين البلدين في مجالات
    الاقتصاد والتجارة والثقافة واتفقا على عقد لقاء آخر في الشهر القادم
    """

  private func apply(_ articles: [ParsedArticle], from offset: Int64 = 0) throws -> IndexResult {
    try temporary.store.apply(
      batch: articles.enumerated().map { .article($1, at: offset + Int64($0)) })
  }

  private var found: Set<String> {
    get throws { Set(try temporary.store.search(SearchQuery(limit: 1000)).map(\.event.id)) }
  }

  private func forget(_ retention: Retention) throws -> Forgotten {
    var all = Forgotten()
    while true {
      let some = try temporary.store.forget(retention, now: now)
      all.articles += some.articles
      all.events += some.events
      if !some.isPartial { return all }
    }
  }

  @Test func oldArticlesGoWithTheirEventsAndComeNotBack() throws {
    let old = article("old", "2024-01-01", "زار الرئيس المدينة")
    let new = article("new", "2024-03-31", "وصل الوزير إلى العاصمة")
    _ = try apply([old, new, article("last", "2024-03-31", "قال المتحدث شيئا")])
    let forgotten = try forget(Retention(days: 30))
    #expect(forgotten.articles == 1 && forgotten.events == 1)
    #expect(try found == ["new-1", "last-1"])
    #expect(try temporary.store.search(SearchQuery(words: "زار")).isEmpty)
    #expect(try temporary.store.stories().keys.sorted() == ["last", "new"])
    // Redelivered, changed, and from a source that was turned back.
    #expect(try apply([old], from: 3).outputs.isEmpty)
    #expect(try apply([article("old", "2024-01-01", "عاد الرئيس")], from: 4).outputs.isEmpty)
    #expect(try apply([article("older", "2023-01-01", "نام الرئيس")], from: 5).outputs.isEmpty)
    #expect(try found == ["new-1", "last-1"])
    // The others go on as before.
    let changed = try apply([article("new", "2024-03-31", "وصل الوزير أمس")], from: 6)
    #expect(try changed.versions == ["new-1": 2])
  }

  @Test func aStoryStaysUntilItsLastArticleIsOld() throws {
    let first = article("a", "2024-02-28", Self.copied)
    let second = article("b", "2024-03-01", Self.copied)
    _ = try apply([first, second, article("last", "2024-03-31", "قال المتحدث شيئا")])
    #expect(try temporary.store.stories()["b"] == "a")
    #expect(try forget(Retention(days: 32)).articles == 0)
    #expect(try temporary.store.stories()["b"] == "a")
    #expect(try apply([second], from: 3).outputs.isEmpty, "nothing changed for the others")
    #expect(try forget(Retention(days: 30)).articles == 2)
    #expect(try found == ["last-1"])
    // What was forgotten is linked with nothing.
    let third = try apply([article("c", "2024-03-03", Self.copied)], from: 4)
    #expect(try third.outputs.map { try $0.event?.story } == ["c"])
  }

  @Test func noMoreEventsStayThanAreKept() throws {
    let articles = (0..<60).map { number in
      let day = String(format: "2024-01-%02d", number / 2 + 1)
      return article("\(number)", day, "قال المتحدث رقم \(number) شيئا عن الأمر \(number * 7)")
    }
    _ = try apply(articles.shuffled())
    #expect(try forget(Retention(events: 100)).articles == 0)
    _ = try forget(Retention(events: 20))
    let left = try found
    #expect(left.count <= 20 && left.count >= 15)
    // The latest ones, and perhaps the one whose number is the highest.
    let latest = Set((60 - left.count..<60).map { "\($0)-1" })
    #expect(left.subtracting(latest).count <= 2)
    #expect(try apply([articles[0]], from: 100).outputs.isEmpty)
  }

  @Test func whatHasNoTimeStays() throws {
    _ = try apply([article("a", nil, "زار الرئيس المدينة"), article("b", nil, "قال المتحدث")])
    #expect(try forget(Retention(days: 1, events: 1)).articles == 0)
    #expect(try found == ["a-1", "b-1"])
  }

  @Test func withdrawnArticlesGoToo() throws {
    let old = article("old", "2024-01-01", "زار الرئيس المدينة")
    _ = try apply([old, article("last", "2024-03-31", "قال المتحدث شيئا")])
    _ = try temporary.store.apply(batch: [.withdrawal(of: "old", at: 2)])
    #expect(try forget(Retention(days: 30)).articles == 1)
    #expect(try apply([old], from: 3).outputs.isEmpty)
    #expect(try temporary.store.apply(batch: [.withdrawal(of: "old", at: 4)]).outputs.isEmpty)
  }

  @Test func aClockPutBackBringsNothingBack() throws {
    let old = article("old", "2024-01-01", "زار الرئيس المدينة")
    _ = try apply([old, article("last", "2024-03-31", "قال المتحدث شيئا")])
    _ = try forget(Retention(days: 30))
    _ = try temporary.store.forget(Retention(days: 30), now: 0)
    #expect(try apply([old], from: 2).outputs.isEmpty)
  }
}

@Suite struct SpaceTests {
  @Test func aRebuildForgetsWhatWasForgotten() throws {
    let temporary = try TemporaryStore(.sqlite)
    let path = temporary.store.path
    var inputs: [IndexInput] = []
    for (offset, day) in ["2024-01-01", "2024-03-30", "2024-03-31"].enumerated() {
      var article = ParsedArticle.sample(
        "a\(offset)", [SampleEvent(id: "e\(offset)", sentence: "قال المتحدث رقم \(offset) شيئا")])
      article.article.publishedAt = day
      inputs.append(.article(article, at: Int64(offset)))
    }
    let told = try temporary.store.apply(batch: inputs).outputs
    _ = try temporary.store.forget(Retention(days: 30), now: 1_711_929_600)
    try temporary.store.close()
    let rebuild = try StoreRebuild(path: path, storyWindow: EventStore.usualStoryWindow)
    try rebuild.note(told: told.map { ($0.eventID, $0.record) })
    try rebuild.read(inputs)
    #expect(try rebuild.finish(goingOnAt: [partition0: 3]) == 0)
    let store = try EventStore(path: path)
    #expect(try store.search(SearchQuery(order: .oldest)).map(\.event.id) == ["e1", "e2"])
    let again = IndexInput(position: .at(3), articleID: "a0", parsed: inputs[0].parsed)
    #expect(try store.apply(batch: [again]).outputs.isEmpty)
  }

  @Test func theFileBecomesSmaller() throws {
    let temporary = try TemporaryStore(.sqlite)
    let filler = String(repeating: "كلمة أخرى ", count: 200)
    for number in 0..<40 {
      var article = ParsedArticle.sample(
        "\(number)", [SampleEvent(id: "e\(number)", sentence: "\(filler) \(number)")])
      article.article.publishedAt = number < 39 ? "2024-01-01" : "2024-04-01"
      _ = try temporary.apply(article, at: Int64(number))
    }
    let before = try DatabaseQueue(path: temporary.store.path).read { db in
      try Int.fetchOne(
        db, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
    }
    let forgotten = try temporary.store.forget(Retention(days: 30), now: 1_711_929_600)
    #expect(forgotten.articles > 0)
    let file = try FileManager.default.attributesOfItem(atPath: temporary.store.path)
    let after = try #require(file[.size] as? Int)
    #expect(try after < #require(before) * 3 / 4)
  }
}
