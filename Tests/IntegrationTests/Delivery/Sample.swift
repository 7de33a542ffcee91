import Contracts
import Kafka

/// Parsed articles of one sentence and one event, each of its own text unless it is given one: they
/// would share a story otherwise.
enum Sample {
  static func parsed(
    _ number: Int, in topics: Topics, events: [String]? = nil, text: String? = nil
  ) -> ProducerRecord {
    let text = text ?? "قال الوزير نعم \(number)"
    let id = "article-\(number)"
    let article = ParsedArticle(
      extractor: "1.0.0+lexicon-test",
      article: .init(
        id: id, title: "عنوان \(number)", sha256: Digest(of: id, text).hex(),
        simhash: Digest(of: id).hex(8), scalars: text.unicodeScalars.count),
      text: text,
      sentences: [.init(start: 0, end: text.unicodeScalars.count, kind: .body)],
      events: (events ?? ["event-\(number)"]).map {
        ParsedEvent(
          id: $0, type: .state, status: .actual, trigger: .init(start: 0, end: 3), sentence: 0,
          confidence: 0.9)
      })
    return ProducerRecord(
      topic: topics.articlesParsed, key: Array(id.utf8), value: article.json())
  }
}
