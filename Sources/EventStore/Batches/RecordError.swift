/// Why one record of `articles.parsed` cannot be indexed; the records around it can.
public struct RecordError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Code: String, Sendable {
    /// The value is not the JSON of a `ParsedArticle`.
    case malformed
    /// The value is of a form that this release does not know.
    case unknownSchema
    /// The record's key is not the article's id.
    case otherKey
    /// A withdrawal that does not say of what.
    case missingKey
    /// Two events have one id, or an event has the id of another article's.
    case repeatedEvent
  }

  public let code: Code
  /// Which record, what was wrong and what to do.
  public let description: String

  static func malformed(_ article: String?, _ reason: String) -> RecordError {
    RecordError(
      code: .malformed,
      description: "Article \(article ?? "without a key"): the value is no parsed article: "
        + "\(reason). Send it again from the parser-worker.")
  }

  static func unknownSchema(_ article: String, _ schema: String) -> RecordError {
    RecordError(
      code: .unknownSchema,
      description: "Article \(article): its schema is \(schema), which this indexer cannot read. "
        + "Run the indexer of the parser-worker's release.")
  }

  static func otherKey(_ key: String, _ article: String) -> RecordError {
    RecordError(
      code: .otherKey,
      description: "Article \(article): the record's key is \(key). The key must be the article's "
        + "id, or its records may overtake each other.")
  }

  static let missingKey = RecordError(
    code: .missingKey,
    description:
      "A record without key and value withdraws nothing. Give it the article's id as key."
  )

  static func repeatedEvent(_ article: String, _ event: String) -> RecordError {
    RecordError(
      code: .repeatedEvent,
      description: "Article \(article): event id \(event) is there twice, or belongs to another "
        + "article. Event ids must be unique; see what made the record.")
  }
}
