internal import ArticleReading
internal import Contracts
internal import Evaluation
internal import EventExtraction
internal import EventStore
internal import Foundation

/// Whether events of different articles that tell the same thing are known for that.
struct OccurrencesMeasure {
  let extractor: Extractor

  /// - Parameters:
  ///   - paths: articles, those that the labels name among them.
  ///   - path: pairs of events.
  func evaluate(_ paths: [String], labels path: String) throws -> [Measure] {
    let labels = try OccurrenceLabels(URL(filePath: path))
    let articles = labels.articles
    let parsed = ArticleInputs(paths: paths).compactMap { item -> ParsedArticle? in
      guard case .success(let article) = item.outcome, articles.contains(article.identifier())
      else { return nil }
      return extractor.extract(article, id: article.identifier())
    }
    let occurrences = try Self.occurrences(parsed)
    var right = 0
    var found = 0
    for pair in labels.pairs {
      guard let one = occurrences[pair.one], one == occurrences[pair.other] else { continue }
      found += 1
      if pair.isSame { right += 1 }
    }
    let group = "events of articles in one story"
    return [
      Measure(group, "pairs found that tell the same", right: right, of: found),
      Measure(
        group, "pairs that tell the same and are found", right: right,
        of: labels.pairs.count { $0.isSame }),
      Measure(
        group, "labelled events that are there",
        right: Set(labels.pairs.flatMap { [$0.one, $0.other] }).count { occurrences[$0] != nil },
        of: Set(labels.pairs.flatMap { [$0.one, $0.other] }).count),
    ]
  }

  /// The occurrence of each event, by where it is told.
  private static func occurrences(
    _ articles: [ParsedArticle]
  ) throws -> [OccurrenceLabels.Place: String] {
    let outputs = try ScratchStore.run(articles) { try $0.apply(batch: $1).outputs }
    let decoder = JSONDecoder()
    var occurrences: [OccurrenceLabels.Place: String] = [:]
    for record in outputs.compactMap(\.record) {
      let event = try decoder.decode(Event.self, from: Data(record))
      let place = OccurrenceLabels.Place(
        article: event.article.id, start: event.trigger.start, type: event.type)
      occurrences[place] = event.sameAs
    }
    return occurrences
  }
}
