/// Why an article could not be read, in words for the person who has to mend it.
public struct ArticleReadingError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Code: String, Sendable, CaseIterable {
    /// More bytes than ``ArticleReader/limit``.
    case tooLarge = "too-large"
    /// The bytes are not JSON, or not one JSON object.
    case malformedJSON = "malformed-json"
    /// A field is missing, has the wrong type, stands twice or holds what it may not.
    case invalidField = "invalid-field"
    /// The content type is none that holds an article.
    case unsupportedType = "unsupported-type"
    /// The bytes are text in no encoding that is known.
    case undecodable
    /// Neither title nor body has any text.
    case empty
    /// A file or folder cannot be opened or read.
    case unreadable
    /// Compressed data that is damaged or ends early.
    case damagedCompression = "damaged-compression"
  }

  public let code: Code
  /// The field of the raw article that is wrong, where it is one field.
  public let field: String?
  /// What is wrong and what to do about it.
  public let reason: String

  public init(_ code: Code, field: String? = nil, _ reason: String) {
    self.code = code
    self.field = field
    self.reason = reason
  }

  public var description: String {
    if let field { "field \"\(field)\": \(reason)" } else { reason }
  }
}
