internal import Contracts
internal import Foundation

/// Reads a record of `articles.parsed`.
struct InputReading {
  private let decoder = JSONDecoder()

  /// The article, or its ``RecordError``.
  func result(_ bytes: [UInt8], key: String?) -> Result<ParsedArticle, any Error> {
    Result { try parsed(bytes, key: key) }
  }

  /// - Throws: ``RecordError``.
  func parsed(_ bytes: [UInt8], key: String?) throws -> ParsedArticle {
    let parsed: ParsedArticle
    if let article = ParsedArticleScan.article(bytes) {
      parsed = article
    } else {
      do {
        parsed = try decoder.decode(ParsedArticle.self, from: Data(bytes))
      } catch let error as DecodingError {
        throw RecordError.malformed(key, error.reason)
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
