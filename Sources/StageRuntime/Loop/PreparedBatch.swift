internal import Kafka

/// What one record came to.
struct PreparedRecord: Sendable {
  var source: SourceRecord
  var outputs: [ProducerRecord]
  /// Why the record goes to the dead letters instead; the only output is then its dead letter.
  var rejection: (any Error)?
  /// Whether it was read in this batch.
  var isInput = true
  /// How much of the record its dead letter holds.
  var letter = Letter.whole

  enum Letter: Sendable {
    case whole, withoutValue, withoutContent
  }
}

/// A batch with all its outputs, ready to be published; kept until it is committed, so that what
/// fails is sent again without doing the work again.
struct PreparedBatch: Sendable {
  var records: [PreparedRecord]
  /// Where each partition goes on after this batch.
  var nextOffsets: [TopicPartition: GroupOffset]
}
