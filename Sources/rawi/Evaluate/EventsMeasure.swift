internal import Contracts
internal import Evaluation
internal import EventExtraction
internal import Foundation

/// Events against those of annotators.
struct EventsMeasure {
  let extractor: Extractor

  func evaluate(articles: URL, gold: URL) throws -> [Measure] {
    var score = EventScore()
    for article in try GoldArticle.read(articles: articles, gold: gold) {
      score.add(extractor.extract(article.article, id: article.id), against: article)
    }
    let group = "events of \(score.articles) articles"
    let counts = [
      ("event found", score.triggers), ("event typed", score.types), ("actors", score.actors),
      ("recipients", score.recipients), ("whole event", score.events),
    ]
    let shares = [
      ("status", score.status), ("speaker", score.speaker), ("time", score.time),
      ("place", score.place),
    ]
    let types = EventType.allCases.compactMap { type in
      score.perType[type].map { (type.rawValue, $0) }
    }
    return counts.flatMap { name, count in
      [
        Measure(group, "\(name), F1", share: count.f1, of: count.right + count.missed),
        Measure(
          group, "\(name), precision", share: count.precision, of: count.right + count.spurious),
        Measure(group, "\(name), recall", share: count.recall, of: count.right + count.missed),
      ]
    } + shares.map { Measure(group, "\($0) right", share: $1.value, of: $1.asked) }
      + Self.bands(score).map {
        Measure(group, "confidence \($0), right", share: $1.value, of: $1.asked)
      }
      + types.map { Measure(group, "\($0), F1", share: $1.f1, of: $1.right + $1.missed) }
      + [
        Measure(
          group, "articles whose text is not their own", count: score.strayed.count,
          of: score.articles)
      ]
  }

  /// The bands of confidence that any event fell into.
  private static func bands(_ score: EventScore) -> [(String, EventScore.Share)] {
    let lower = EventScore.confidenceBands
    let upper = lower.dropFirst() + [1]
    return zip(zip(lower, upper), score.confidence)
      .map { (String(format: "%.1f to %.1f", $0.0, $0.1), $1) }.filter { $1.asked > 0 }
  }
}
