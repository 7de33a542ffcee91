public import Kafka

/// The one thing that a worker does: records of one topic in, records of others out.
public struct Stage: Sendable {
  public enum Work: Sendable {
    /// A pure function of one record, called on all cores at once. An error that it throws sends
    /// the record to the dead letters.
    case records(@Sendable (SourceRecord) throws -> [ProducerRecord])

    /// Work on whole batches that has effects of its own, in a store beside Kafka.
    case batches(BatchWork)
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
