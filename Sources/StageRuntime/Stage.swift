public import Kafka

/// The one thing that a worker does: records of one topic in, records of others out.
public struct Stage: Sendable {
  public enum Work: Sendable {
    /// A pure function of one record, called on all cores at once. An error that it throws sends
    /// the record to the dead letters.
    case records(@Sendable (SourceRecord) throws -> [ProducerRecord])

    /// A function of a whole batch that may have effects of its own, called for one batch after
    /// the other on a thread that may block.
    ///
    /// It gets the records, in order within each partition, and for each partition the offset
    /// before which everything is committed to Kafka for good. It gives one result for each
    /// record. A batch can come again after a crash, and must then have the same results.
    /// ``Unavailable`` makes the worker try the batch again later; any other error stops it.
    case batches(
      @Sendable ([SourceRecord], _ committed: [TopicPartition: Int64]) throws -> [Result<
        [ProducerRecord], any Error
      >])
  }

  /// The worker's name, such as `parser-worker`.
  public var name: String
  /// The topic that is read.
  public var input: String
  /// Where records go that cannot be processed.
  public var deadLetters: String
  /// Makes the function ready: loads what it needs.
  public var load: @Sendable () throws -> Work

  public init(
    name: String, input: String, deadLetters: String, load: @escaping @Sendable () throws -> Work
  ) {
    self.name = name
    self.input = input
    self.deadLetters = deadLetters
    self.load = load
  }
}
