import Contracts
import Evaluation
import EventExtraction
import Foundation
import Testing

/// What the tests of whole articles share: the lexicon is loaded once.
enum Shared {
  private static let loaded = Result { try Extractor() }

  static func extractor() throws -> Extractor { try loaded.get() }

  static func fixture(_ name: String) throws -> URL {
    try #require(Bundle.module.resourceURL).appending(path: "Fixtures").appending(path: name)
  }

  private static let seeds = Result {
    try GoldArticle.read(articles: fixture("articles"), gold: fixture("gold")).map { gold in
      (gold: gold, parsed: try extractor().extract(gold.article, id: gold.id))
    }
  }

  /// The annotated articles with what is read in them.
  static func annotated() throws -> [(gold: GoldArticle, parsed: ParsedArticle)] {
    try seeds.get()
  }

  static func seed(_ id: String) throws -> ReadArticle {
    ReadArticle(try #require(annotated().first { $0.gold.id == id }).parsed)
  }
}
