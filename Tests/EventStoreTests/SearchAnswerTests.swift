import Contracts
import EventStore
import Testing

/// What the index finds is what is found by looking at every event.
@Suite(.onBothStores) struct SearchAnswerTests {
  let temporary: TemporaryStore
  let events: [Event]

  init() throws {
    temporary = try TemporaryStore()
    var samples = SearchSamples(seed: 1)
    for offset in 0..<20 {
      // Some articles come twice, the second time with other events.
      let article = samples.article("article-\(offset % 15)", events: 8)
      _ = try temporary.apply(article, at: Int64(offset))
    }
    events = try temporary.store.search(SearchQuery(limit: 1000)).map(\.event)
  }

  /// All hits, a page at a time.
  private func pages(_ query: SearchQuery) throws -> [SearchHit] {
    var query = query
    var hits: [SearchHit] = []
    while true {
      let page = try temporary.store.search(query)
      #expect(page.count <= query.limit)
      hits += page
      guard page.count == query.limit, let last = page.last else { return hits }
      let cursor: SearchCursor = try #require(SearchCursor("\(last.cursor)"))
      query.after = cursor
    }
  }

  @Test func allEventsAreThere() {
    #expect(events.count == 15 * 8)
    #expect(Set(events.map(\.id)).count == events.count)
  }

  @Test func indexAndEyeAgree() throws {
    var found = 0
    for seed in 0..<60 {
      var samples = SearchSamples(seed: UInt64(1000 + seed))
      let query = samples.query()
      let filter = try SearchFilter(query)
      let ids = try pages(query).map(\.event.id)
      #expect(Set(ids).count == ids.count, "\(query)")
      #expect(Set(ids) == Set(events.filter(filter.allows).map(\.id)), "\(query)")
      var whole = query
      whole.limit = 1000
      #expect(try temporary.store.search(whole).map(\.event.id) == ids, "\(query)")
      if !ids.isEmpty { found += 1 }
    }
    #expect(found > 20, "most queries ask for what there is not")
  }

  @Test func aStoryIsSearchedLikeTheStore() throws {
    for seed in 0..<20 {
      var samples = SearchSamples(seed: UInt64(5000 + seed))
      var query = samples.query()
      query.story = events[seed].story
      let filter = try SearchFilter(query)
      let ids = try pages(query).map(\.event.id)
      #expect(Set(ids) == Set(events.filter(filter.allows).map(\.id)), "\(query)")
      query.story = nil
      #expect(try pages(query).map(\.event.id).filter(Set(ids).contains) == ids, "\(query)")
    }
  }

  @Test func daysAreInOrderAndUnknownOnesLast() throws {
    let known = events.compactMap { $0.days?.lowerBound }
    let unknown = events.count { $0.days == nil }
    let latest = try pages(SearchQuery(order: .date, limit: 7)).map { $0.event.days?.lowerBound }
    #expect(latest == known.sorted(by: >) + Array(repeating: nil, count: unknown))
    let oldest = try pages(SearchQuery(order: .oldest, limit: 7)).map { $0.event.days?.lowerBound }
    #expect(oldest == known.sorted() + Array(repeating: nil, count: unknown))
  }

  @Test func pagesGoOnWhereTheyWereThoughEventsComeAndGo() throws {
    var query = SearchQuery(words: "زار", order: .date, limit: 10)
    let all = try pages(query).map(\.event.id)
    let first = try temporary.store.search(query)
    query.after = first.last?.cursor
    // The first page's events go, and later ones come.
    let gone = Set(first.map(\.event.article.id))
    let withdrawals = gone.sorted().enumerated().map {
      IndexInput.withdrawal(of: $1, at: Int64(100 + $0))
    }
    _ = try temporary.store.apply(batch: withdrawals)
    let new = SampleEvent(id: "new", sentence: "زار", day: "2025-01-01")
    _ = try temporary.apply(.sample("new", [new]), at: 200)
    let rest = try pages(query).map(\.event.id)
    let kept = Set(events.filter { !gone.contains($0.article.id) }.map(\.id))
    #expect(rest == all.dropFirst(10).filter(kept.contains))
  }
}
