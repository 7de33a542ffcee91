internal import ArticleReading
internal import Contracts
internal import Evaluation
internal import EventExtraction
internal import Foundation

/// Articles without labels: what breaks the contract, and how fast they are read on one core.
///
/// A crash ends the program, so figures at all say that there was none.
struct CorpusMeasure {
  let extractor: Extractor

  func evaluate(_ paths: [String]) -> [Measure] {
    var articles = 0
    var unread = 0
    var events = 0
    var seconds = 0.0
    var breaches: [ContractBreach.Kind: Int] = [:]
    for item in ArticleInputs(paths: paths) {
      guard case .success(let article) = item.outcome else {
        unread += 1
        continue
      }
      let start = ProcessorTime.seconds()
      let parsed = extractor.extract(article, id: article.identifier())
      seconds += ProcessorTime.seconds() - start
      articles += 1
      events += parsed.events.count
      for breach in ContractBreach.all(in: parsed) {
        breaches[breach.kind, default: 0] += 1
        Terminal.note("\(item.origin): \(breach.description)")
      }
    }
    let group = "articles without labels"
    return [
      Measure(group, "events", count: events, of: articles),
      Measure(group, "articles that cannot be read", count: unread, of: articles + unread),
      Measure(
        group, "spans that do not stand in the text", count: breaches[.span] ?? 0, of: articles),
      Measure(group, "references to nothing", count: breaches[.reference] ?? 0, of: articles),
      Measure(group, "other breaches of the contract", count: breaches[.value] ?? 0, of: articles),
      Measure(
        group, "articles in a second of one core",
        perSecond: seconds == 0 ? 0 : Double(articles) / seconds, of: articles),
    ]
  }
}
