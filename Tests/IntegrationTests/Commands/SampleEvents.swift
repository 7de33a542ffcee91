import Contracts
import EventStore

enum SampleEvents {
  static func parsed(
    _ article: String, type: EventType = .consult, sentence: String = "زار الرئيس مدينة شيآن",
    country: String = "CHN"
  ) -> ParsedArticle {
    let length = sentence.unicodeScalars.count
    return ParsedArticle(
      extractor: "1",
      article: .init(
        id: article, title: "عنوان", sha256: Digest(of: sentence).hex(), simhash: "00",
        scalars: length),
      text: sentence, sentences: [.init(start: 0, end: length, kind: .body)],
      entities: [
        .init(id: "e1", kind: .person, name: "الرئيس\u{1B}[2J\u{202E}", country: country)
      ],
      events: [
        ParsedEvent(
          id: "\(article)-1", type: type, status: .actual, trigger: .init(start: 0, end: 3),
          sentence: 0, participants: [.init(role: .actor, entity: "e1", start: 4, end: 10)],
          confidence: 0.5)
      ])
  }

  static func event(
    _ article: String, type: EventType = .consult, country: String = "CHN"
  ) -> Event {
    let parsed = parsed(article, type: type, country: country)
    return EventEmbedding(parsed).event(
      parsed.events[0], version: 1, story: article, sameAs: parsed.events[0].id, reports: 1)
  }

  /// A store that holds these articles.
  static func store(_ articles: [ParsedArticle], at path: String) throws {
    let store = try EventStore(path: path)
    let inputs = articles.enumerated().map { offset, article in
      IndexInput(
        position: .init(topic: "articles.parsed", partition: 0, offset: Int64(offset)),
        articleID: article.article.id, parsed: article.json())
    }
    _ = try store.apply(batch: inputs)
    try store.close()
  }
}
