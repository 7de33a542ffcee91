internal import Contracts
internal import Kafka

/// An article as a record of `articles.raw`.
struct ArticleRecord {
  let article: RawArticle
  let origin: String
  let key: String
  let headers: [(name: String, value: String)]

  init(_ article: RawArticle, origin: String) {
    var article = article
    key = article.identifier()
    article.id = key
    self.article = article
    self.origin = origin
    var headers = [("content-type", "application/json")]
    if let source = article.source { headers.append(("source", source)) }
    headers.append(("traceparent", Self.newTrace()))
    self.headers = headers
  }

  /// The record's time is that of sending: brokers delete records whose time is long past, and the
  /// publication's time stands in the article.
  func record(topic: String) -> ProducerRecord {
    var all = Headers()
    for header in headers { all.append(header.name, header.value) }
    return ProducerRecord(
      topic: topic, key: Array(key.utf8), value: article.json(), headers: all)
  }

  /// W3C trace context: each article begins a trace.
  private static func newTrace() -> String {
    "00-\(hexadecimal())\(hexadecimal())-\(hexadecimal())-00"
  }

  private static func hexadecimal() -> String {
    let digits = String(UInt64.random(in: 1...UInt64.max), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
