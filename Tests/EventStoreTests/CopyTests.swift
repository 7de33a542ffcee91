import Contracts
import Evaluation
import EventStore
import Foundation
import Testing

/// Copies of real articles are known for copies, and nothing else is.
@Suite(.onBothStores) struct CopyTests {
  @Test func copiesOfArticlesAreFound() throws {
    let file = try #require(
      Bundle.module.url(forResource: "articles", withExtension: "jsonl", subdirectory: "Fixtures"))
    let decoder = JSONDecoder()
    let articles = try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map {
      try decoder.decode(RawArticle.self, from: $0)
    }
    let trial = StoryTrial(articles, seed: 1)
    let temporary = try TemporaryStore()
    _ = try temporary.store.apply(
      batch: trial.articles.enumerated().map { .article(Self.parsed($1), at: Int64($0)) })
    let score = trial.score(try temporary.store.stories(), StoryLabels())
    #expect(articles.count == 26)
    #expect(score.all == 26 * 7 * 6 / 2)
    #expect(try #require(score.precision) >= 0.98)
    #expect(try #require(score.recall) >= 0.95)
  }

  private static func parsed(_ article: RawArticle) -> ParsedArticle {
    let text = "\(article.title ?? "")\n\n\(article.body)"
    return ParsedArticle(
      extractor: "1",
      article: .init(
        id: article.identifier(), publishedAt: article.publishedAt, sha256: Digest(of: text).hex(),
        simhash: "0000000000000000", scalars: text.unicodeScalars.count), text: text)
  }

  @Test func pairsAreCountedWithinStories() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).tsv")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("# by hand\na\tb\tsame\nc\td\teither\nb\tc\tdifferent\n".utf8).write(to: file)
    let labels = try StoryLabels(file)
    let score = PairScore(
      [("1", "a"), ("1", "b"), ("1", "c"), ("2", "c"), ("2", "d")], labels)
    #expect(score.right == 1)
    #expect(score.found == 3)
    #expect(score.all == 2)
    try Data("a\tb\tmaybe\n".utf8).write(to: file)
    #expect(throws: GoldError.self) { _ = try StoryLabels(file) }
  }
}
