/// Which record of the source something belongs to.
public struct SourcePosition: Sendable, Hashable {
  public var topic: String
  public var partition: Int32
  public var offset: Int64

  public init(topic: String, partition: Int32, offset: Int64) {
    self.topic = topic
    self.partition = partition
    self.offset = offset
  }

  var source: SourcePartition { SourcePartition(topic: topic, partition: partition) }
}

/// One partition of a source topic.
public struct SourcePartition: Sendable, Hashable {
  public var topic: String
  public var partition: Int32

  public init(topic: String, partition: Int32) {
    self.topic = topic
    self.partition = partition
  }
}

/// One record of `articles.parsed`.
public struct IndexInput: Sendable {
  public var position: SourcePosition
  /// The record's key; nil where it has none.
  public var articleID: String?
  /// The JSON of a `ParsedArticle`; nil for an article that is withdrawn.
  public var parsed: [UInt8]?

  public init(position: SourcePosition, articleID: String?, parsed: [UInt8]?) {
    self.position = position
    self.articleID = articleID
    self.parsed = parsed
  }
}

/// One record for `events`.
public struct IndexOutput: Sendable, Hashable {
  /// The input that it comes from.
  public var position: SourcePosition
  /// The record's key.
  public var eventID: String
  /// The JSON of an `Event`; nil where it is withdrawn.
  public var record: [UInt8]?
}

/// An input that cannot be indexed, for the dead letters.
public struct IndexRejection: Sendable, Hashable {
  public var position: SourcePosition
  public var error: RecordError
}

/// What a batch comes to: everything in the order of its inputs.
public struct IndexResult: Sendable, Hashable {
  public var outputs: [IndexOutput] = []
  public var rejections: [IndexRejection] = []

  public init() {}
}
