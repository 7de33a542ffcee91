import Contracts
import EventStore
import Testing

@Suite struct HostileRecordTests {
  /// Every word of a record is data, whatever it would mean in SQL.
  @Test(arguments: [
    "'); DROP TABLE event; --", "\" OR 1=1", "a\\'b", "?1", ":id", "\u{202E}x", "a\nb", "%_",
  ])
  func wordsOfTheDatabasesLanguageAreOnlyWords(_ text: String) throws {
    let temporary = try TemporaryStore()
    let other = ParsedArticle.sample("other", [SampleEvent(id: "o1", sentence: "قال")])
    _ = try temporary.apply(other, at: 0)
    let event = SampleEvent(
      id: text, sentence: "وصل \(text)", actor: (name: text, country: text), day: text)
    let article = ParsedArticle.sample(text, [event])
    let result = try temporary.apply(article, at: 1)
    #expect(result.outputs.map(\.eventID) == [text])
    #expect(try temporary.apply(article, at: 2).outputs.isEmpty)
    let found = try temporary.store.search(SearchQuery(words: "وصل")).map(\.event)
    #expect(found.map(\.id) == [text])
    #expect(found.map(\.article.id) == [text])
    let gone = try temporary.store.apply(batch: [.withdrawal(of: text, at: 3)])
    #expect(gone.outputs.map(\.record) == [nil])
    #expect(try temporary.store.search(SearchQuery()).map(\.event.id) == ["o1"])
  }
}
