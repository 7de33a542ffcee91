/// All that the store keeps of a parsed article which follows from its record alone.
struct ReadArticle: Sendable {
  let id: String
  /// SHA-256 of the record.
  let digest: [UInt8]
  let about: ArticleState.About
  /// See ``Instant``.
  let published: Int64
  let sketch: Sketch
  /// In the order of the article.
  let events: [ReadEvent]
}

/// All that the store keeps of an event which follows from its record alone.
struct ReadEvent: Sendable {
  let id: String
  /// See ``EventRecord``.
  let body: [UInt8]
  /// SHA-256 of the body.
  let content: [UInt8]
  let traits: Traits
  /// Under the number that the event is to be listed under, see ``ListingKey``.
  let words: IndexedWords
  let days: ClosedRange<String>?
  let point: SearchPoint?
  let extractor: String
}

/// An input, read.
struct ReadInput: Sendable {
  let position: SourcePosition
  let articleID: String?
  /// Nil for an article that is withdrawn.
  let article: Result<ReadArticle, RecordError>?
}
