internal import Contracts

/// A parsed article as its events' blocks under a line with its title.
struct ArticleText {
  private let parsed: ParsedArticle

  init(_ parsed: ParsedArticle) { self.parsed = parsed }

  var text: String {
    let article = parsed.article
    let title = article.title ?? "without a title"
    let head =
      "\(Terminal.bold("article")) \(title.isolated) · \(parsed.events.count) events"
    let from = [article.source?.isolated, article.publishedAt?.plain ?? article.referenceDate]
      .compactMap(\.self)
    let embedding = EventEmbedding(parsed)
    let events = parsed.events.map { event in
      EventText(
        event: embedding.event(
          event, version: 1, story: article.id, sameAs: event.id, reports: 1))
    }
    return ([[head] + from.map { "  \($0)" }] + events.map(\.lines))
      .map { ($0 + [""]).joined(separator: "\n") }.joined(separator: "\n")
  }
}
