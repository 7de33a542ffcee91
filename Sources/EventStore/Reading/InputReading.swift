internal import ArabicText
internal import Contracts
internal import Dispatch
internal import Foundation
internal import Synchronization

/// Reads records of `articles.parsed`.
struct InputReading: ~Copyable {
  private var events = EventReading()
  private var text = TokenizedText()

  /// The inputs in their order, read on several threads at once.
  static func read(_ batch: [IndexInput], threads: Int) -> [ReadInput] {
    let threads = min(threads, batch.count)
    let parts = Mutex([[ReadInput]](repeating: [], count: threads))
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      var reading = InputReading()
      var part: [ReadInput] = []
      for place in stride(from: thread, to: batch.count, by: threads) {
        part.append(reading.read(batch[place]))
      }
      parts.withLock { $0[thread] = part }
    }
    return parts.withLock { parts in
      batch.indices.map { parts[$0 % threads][$0 / threads] }
    }
  }

  private mutating func read(_ input: IndexInput) -> ReadInput {
    ReadInput(
      position: input.position, articleID: input.articleID,
      article: input.parsed.map { bytes in
        Result { () throws(RecordError) in
          article(try Self.parsed(bytes, key: input.articleID), Digest(of: bytes).bytes)
        }
      })
  }

  private mutating func article(_ parsed: ParsedArticle, _ digest: [UInt8]) -> ReadArticle {
    let article = parsed.article
    text.read(parsed.text)
    let embedding = EventEmbedding(parsed)
    return ReadArticle(
      id: article.id, digest: digest,
      about: .init(
        source: article.source, url: article.url, title: article.title,
        publishedAt: article.publishedAt, referenceDate: article.referenceDate,
        sha256: article.sha256, simhash: article.simhash),
      published: Instant.published(article), sketch: Sketch(text),
      events: parsed.events.map {
        events.read(embedding.event($0, version: 0, story: "", sameAs: "", reports: 0))
      })
  }

  private static func parsed(_ bytes: [UInt8], key: String?) throws(RecordError) -> ParsedArticle {
    let parsed: ParsedArticle
    if let article = ParsedArticleScan.article(bytes) {
      parsed = article
    } else {
      do {
        parsed = try JSONDecoder().decode(ParsedArticle.self, from: Data(bytes))
      } catch {
        throw RecordError.malformed(key, (error as? DecodingError)?.reason ?? "\(error)")
      }
    }
    let id = parsed.article.id
    guard parsed.schema == ParsedArticle.schema else {
      throw RecordError.unknownSchema(id, parsed.schema)
    }
    guard key == nil || key == id else { throw RecordError.otherKey(key ?? "", id) }
    return parsed
  }
}

extension DecodingError {
  /// Where the value is wrong and how, without the debugger's ornaments.
  fileprivate var reason: String {
    switch self {
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context), .dataCorrupted(let context):
      let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
      let place = path.isEmpty ? "" : " (at \(path.joined(separator: ".")))"
      return context.debugDescription.trimmingCharacters(in: ["."]) + place
    @unknown default: return String(describing: self)
    }
  }
}
