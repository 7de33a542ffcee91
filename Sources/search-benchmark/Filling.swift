internal import Contracts
internal import EventStore
internal import Foundation

/// Fills a store with articles that are like given ones.
struct Filling {
  let store: EventStore
  let lines: [Data]
  /// Days between an article and the next that is like it: more than stories reach.
  private static let days = 30.0

  func fill(atLeast wanted: Int) throws {
    let decoder = JSONDecoder()
    let originals = try lines.map { try decoder.decode(ParsedArticle.self, from: $0) }
    var offset: Int64 = 0
    var events = 0
    let start = ContinuousClock.now
    for round in 0... {
      var inputs: [IndexInput] = []
      var batch = 0
      for original in originals {
        let article = shifted(original, round)
        inputs.append(
          IndexInput(
            position: SourcePosition(topic: "articles.parsed", partition: 0, offset: offset),
            articleID: article.article.id, parsed: article.json()))
        offset += 1
        batch += article.events.count
        if batch >= 2000 {
          events += try apply(&inputs, offset)
          batch = 0
        }
      }
      events += try apply(&inputs, offset)
      print("\(events) events after \((ContinuousClock.now - start).components.seconds) s")
      if events >= wanted || events == 0 { return }
    }
  }

  private func apply(_ inputs: inout [IndexInput], _ next: Int64) throws -> Int {
    let result = try store.apply(batch: inputs)
    try store.acknowledge([
      SourcePartition(topic: "articles.parsed", partition: 0): PublishedPlace(
        offset: next, sequence: result.outputs.last?.sequence)
    ])
    inputs = []
    return result.outputs.count
  }

  private func shifted(_ original: ParsedArticle, _ round: Int) -> ParsedArticle {
    var article = original
    article.article.id = "\(round)-\(original.article.id)"
    article.article.publishedAt = original.article.publishedAt.map { shifted($0, round) }
    article.article.referenceDate = original.article.referenceDate.map { shifted($0, round) }
    for index in article.events.indices {
      article.events[index].id = Digest(of: "\(round)", article.events[index].id).hex(16)
    }
    for index in article.times.indices {
      article.times[index].value = article.times[index].value.map { shifted($0, round) }
    }
    return article
  }

  /// A day, or a time on one, so many rounds later; anything else as it is.
  private func shifted(_ value: String, _ round: Int) -> String {
    let style = Date.ISO8601FormatStyle().year().month().day()
    guard let date = try? Date(String(value.prefix(10)), strategy: style) else { return value }
    let later = date + Double(round) * Self.days * 86_400
    return later.formatted(style) + value.dropFirst(10)
  }
}
