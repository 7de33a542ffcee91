internal import Contracts
internal import EventExtraction
internal import EventStore

/// Articles without end, made of some: again and again under other ids, each time a month later.
struct Replicas {
  let originals: [ParsedArticle]
  /// Days between an article and the next that is like it: more than stories reach.
  private static let days = 30

  /// The article of this number, as the indexer gets it.
  func input(_ number: Int) -> IndexInput {
    let article = later(originals[number % originals.count], number / originals.count)
    let position = SourcePosition(topic: "articles.parsed", partition: 0, offset: Int64(number))
    return IndexInput(
      position: position, articleID: article.article.id, parsed: article.json())
  }

  private func later(_ original: ParsedArticle, _ round: Int) -> ParsedArticle {
    var article = original
    article.article.id = "\(round)-\(original.article.id)"
    article.article.publishedAt = later(original.article.publishedAt, round)
    article.article.referenceDate = later(original.article.referenceDate, round)
    for index in article.events.indices {
      article.events[index].id = Digest(of: "\(round)", article.events[index].id).hex(16)
      if let time = article.events[index].time {
        article.events[index].time?.value = later(time.value, round)
      }
    }
    for index in article.times.indices {
      article.times[index].value = later(article.times[index].value, round)
    }
    return article
  }

  /// A day, a time on one, or a range of such, so many rounds later; anything else as it is.
  private func later(_ value: String?, _ round: Int) -> String? {
    guard let value, round > 0 else { return value }
    return value.split(separator: "/", omittingEmptySubsequences: false).map { part in
      guard let day = Day(iso: part) else { return String(part) }
      let (year, month, date) = (day + round * Self.days).civil
      return "\(year)-\(twoDigits(month))-\(twoDigits(date))" + part.dropFirst(10)
    }.joined(separator: "/")
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
