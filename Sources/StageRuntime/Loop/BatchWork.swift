public import Kafka

/// The work of a stage that keeps a store of its own: it gives not only what follows from the
/// records at hand, but whatever its store holds for the partitions that this worker has.
public struct BatchWork: Sendable {
  /// Told of partitions that were assigned, before the group's place in them is asked for: what is
  /// remembered now is surely not later than that.
  public var assigned: @Sendable ([TopicPartition]) throws -> Void

  /// Called for one batch after the other on a thread that may block; with no records now and then
  /// while none come. A batch can come again after a crash.
  ///
  /// ``Unavailable`` makes the worker try again later; any other error stops it. The same holds for
  /// ``assigned``.
  public var work: @Sendable (StageBatch) throws -> StageAnswer

  public init(
    assigned: @escaping @Sendable ([TopicPartition]) throws -> Void,
    work: @escaping @Sendable (StageBatch) throws -> StageAnswer
  ) {
    self.assigned = assigned
    self.work = work
  }
}

/// What a stage with a store is to work on.
public struct StageBatch: Sendable {
  /// In order within each partition; they may be none.
  public var records: [SourceRecord]
  /// Every partition that this worker has.
  public var places: [TopicPartition: StagePlace]

  public init(records: [SourceRecord], places: [TopicPartition: StagePlace]) {
    self.records = records
    self.places = places
  }
}

/// Where a partition stands.
public struct StagePlace: Sendable, Hashable {
  /// What the group has committed for good, with the mark that the stage gave along; nil where
  /// nothing is committed.
  public var committed: GroupOffset?
  /// What was handed over to be committed last; the same as ``committed`` after an assignment.
  public var handedOver: GroupOffset?
  /// Grows with each assignment of the partition to this worker.
  public var assignment: Int
}

/// What a stage with a store makes of a batch.
public struct StageAnswer: Sendable {
  /// What goes out before all else: it was there before the batch.
  public var earlier: [ProducerRecord]
  /// One for each record.
  public var results: [Result<[ProducerRecord], any Error>]
  /// Words to be committed beside the place of a partition. A partition without a place in the
  /// group and without a record in the batch cannot have any.
  public var marks: [TopicPartition: String]

  public init(
    earlier: [ProducerRecord] = [], results: [Result<[ProducerRecord], any Error>],
    marks: [TopicPartition: String] = [:]
  ) {
    self.earlier = earlier
    self.results = results
    self.marks = marks
  }
}
