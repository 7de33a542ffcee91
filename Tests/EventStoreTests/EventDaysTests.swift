import Contracts
import EventStore
import Testing

@Suite(.onBothStores) struct EventDaysTests {
  @Test(arguments: ["2024-03-30T09:15:00Z", "2024-03-30", "30/03/2024"])
  func theDayOfPublicationIsReadHoweverItIsWritten(written: String) throws {
    let temporary = try TemporaryStore()
    var article = ParsedArticle.sample("a", [SampleEvent(id: "x", sentence: "قال الوزير")])
    article.article.publishedAt = written
    _ = try temporary.apply(article, at: 0)
    let found = try temporary.store.search(SearchQuery(from: "2024-03-30", to: "2024-03-30"))
    #expect(found.map(\.event.days) == ["2024-03-30"..."2024-03-30"])
    #expect(try temporary.store.search(SearchQuery(from: "2024-03-31")).isEmpty)
  }
}
