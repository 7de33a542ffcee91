import Contracts
import Evaluation
import EventExtraction
import Foundation
import Testing

/// What holds of every parsed article, over real news.
@Suite struct ContractTests {
  static func articles() throws -> [RawArticle] {
    try Data(contentsOf: Shared.fixture("ant-sample.jsonl")).split(separator: UInt8(ascii: "\n"))
      .map { try JSONDecoder().decode(RawArticle.self, from: $0) }
  }

  private static let parsed = Result {
    try articles().map { try Shared.extractor().extract($0, id: $0.identifier()) }
  }

  @Test func theSampleIsReadWhole() throws {
    #expect(try Self.articles().count == 22)
    #expect(try Self.parsed.get().flatMap(\.events).count > 100)
  }

  @Test func nothingBreaksTheContract() throws {
    for article in try Self.parsed.get() {
      #expect(ContractBreach.all(in: article) == [], "\(article.article.id)")
    }
  }

  @Test func theSameArticleGivesTheSameBytes() throws {
    let extractor = try Shared.extractor()
    for (article, parsed) in zip(try Self.articles(), try Self.parsed.get()) {
      #expect(extractor.extract(article, id: article.identifier()).json() == parsed.json())
    }
  }

  @Test func manyThreadsGiveWhatOneGives() async throws {
    let extractor = try Shared.extractor()
    let articles = Array(try Self.articles().prefix(8))
    let alone = articles.map { extractor.extract($0, id: "a").json() }
    let together = await withTaskGroup(of: (Int, [UInt8]).self) { group in
      for (index, article) in articles.enumerated() {
        group.addTask { (index, extractor.extract(article, id: "a").json()) }
      }
      return await group.reduce(into: [Int: [UInt8]]()) { $0[$1.0] = $1.1 }
    }
    #expect(articles.indices.map { together[$0] } == alone)
  }

  @Test func whatIsReadComesBackFromItsJSON() throws {
    for article in try Self.parsed.get() {
      let decoded = try JSONDecoder().decode(ParsedArticle.self, from: Data(article.json()))
      #expect(decoded == article)
    }
  }
}
