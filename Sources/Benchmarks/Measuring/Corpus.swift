internal import ArticleReading
internal import Contracts
internal import EventExtraction

/// Articles as records of `articles.raw`.
struct Corpus {
  let reader = ArticleReader(limit: 4 << 20)
  let records: [[UInt8]]
  /// Titles and bodies.
  let texts: [[UInt8]]
  let bytes: Int

  init(_ articles: [RawArticle]) {
    records = articles.map { article in
      var article = article
      // The record's key is to be the id.
      article.id = nil
      return article.json()
    }
    texts = articles.map { Array((($0.title ?? "") + "\n\n" + $0.body).utf8) }
    bytes = texts.reduce(0) { $0 + $1.count }
  }

  /// What the extractor reads in them.
  func parsed() throws -> [ParsedArticle] {
    let extractor = try Extractor()
    return try records.enumerated().map { number, record in
      extractor.extract(try reader.read(record), id: "article-\(number)")
    }
  }
}
