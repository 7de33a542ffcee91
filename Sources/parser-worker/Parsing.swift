internal import ArticleReading
internal import Contracts
internal import EventExtraction
internal import Kafka
internal import StageRuntime

/// One raw article in, one parsed article out.
struct Parsing: Sendable {
  static let defaultLimit = ArticleReader.defaultLimit

  private let reader: ArticleReader
  private let extractor: Extractor
  private let topic: String
  private let event = CloudEvent(type: "rawi.parsed-article", source: "/rawi/parser-worker")

  /// - Parameters:
  ///   - limit: bytes of an article.
  ///   - topic: where parsed articles go.
  /// - Throws: ``ConfigurationError`` where a table cannot be read.
  init(_ lexicons: LexiconSource, limit: Int, into topic: String) throws {
    reader = ArticleReader(limit: limit)
    do {
      extractor = try Extractor(lexicons: lexicons)
    } catch let error as LexiconError {
      throw ConfigurationError("\(error)")
    }
    self.topic = topic
  }

  /// - Throws: why the record is no article.
  func parse(_ record: SourceRecord) throws -> [ProducerRecord] {
    guard let bytes = record.value else { return [try withdrawal(record)] }
    let article = try reader.read(
      bytes, contentType: record.headers.text("content-type"), key: record.keyText)
    let id = article.identifier(recordKey: record.keyText)
    let parsed = extractor.extract(article, id: id)
    return [
      ProducerRecord(
        topic: topic, key: Array(id.utf8), value: parsed.json(),
        headers: event.headers(for: record, index: 0, subject: id))
    ]
  }

  /// An article without a value is taken back, and so is what was read in it.
  private func withdrawal(_ record: SourceRecord) throws -> ProducerRecord {
    guard let key = record.key, !key.isEmpty else { throw NothingToWithdraw() }
    return ProducerRecord(
      topic: topic, key: key, value: nil,
      headers: event.headers(
        for: record, index: 0, subject: record.keyText, isTombstone: true))
  }
}

/// A tombstone without a key names no article.
struct NothingToWithdraw: Error, CustomStringConvertible {
  let description = "the record has neither key nor value; a withdrawn article is named by its key"
}
