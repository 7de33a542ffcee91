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

  public var source: SourcePartition { SourcePartition(topic: topic, partition: partition) }
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
  /// The partition from which the event's article came: whoever reads that publishes the record.
  public var owner: SourcePartition
  /// Its number in the store; the records of an event go out in the order of their numbers.
  public var sequence: Int64
  /// The input that caused it; nil where that was in an earlier batch.
  public var cause: SourcePosition?
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

/// What a batch comes to.
public struct IndexResult: Sendable, Hashable {
  /// What the batch changed, in the order of the numbers; those of all partitions.
  public var outputs: [IndexOutput] = []
  /// In the order of the inputs.
  public var rejections: [IndexRejection] = []
  /// The number of the last output that each partition had before the batch.
  public var before: [SourcePartition: Int64] = [:]

  public init() {}
}
