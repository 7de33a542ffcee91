internal import ArticleReading
internal import Contracts
internal import EventExtraction

extension WeekdayAgreement {
  /// - Parameter paths: files or folders of articles; those without a publication time are passed over.
  func evaluate(_ paths: [String]) -> Result {
    var result = Result()
    for item in ArticleInputs(paths: paths) {
      guard case .success(let article) = item.outcome,
        let published = article.publishedAt.flatMap({ EventExtraction.Day(iso: $0) })
      else { continue }
      add((article.title ?? "") + "\n\n" + article.body, reference: published, to: &result)
    }
    return result
  }
}
