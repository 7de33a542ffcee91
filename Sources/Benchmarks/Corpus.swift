internal import ArticleReading
internal import Contracts
internal import Foundation

/// Articles as records of `articles.raw`.
struct Corpus {
  let reader = ArticleReader()
  var records: [[UInt8]] = []
  /// Titles and bodies.
  var texts: [[UInt8]] = []
  var bytes: Int { texts.reduce(0) { $0 + $1.count } }

  init(paths: [String], limit: Int) {
    for item in ArticleInputs(paths: paths) {
      guard records.count < limit else { return }
      guard case .success(let article) = item.outcome else { continue }
      guard let record = Self.record(article) else { continue }
      records.append(record)
      texts.append(Array(((article.title ?? "") + "\n\n" + article.body).utf8))
    }
  }

  private static func record(_ article: RawArticle) -> [UInt8]? {
    var fields = ["body": article.body]
    fields["title"] = article.title
    fields["published_at"] = article.publishedAt
    fields["source"] = article.source
    fields["url"] = article.url
    return (try? JSONEncoder().encode(fields)).map { Array($0) }
  }
}
