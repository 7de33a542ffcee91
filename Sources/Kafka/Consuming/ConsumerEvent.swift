/// What came with a batch beside its records.
public enum ConsumerEvent: Sendable, Hashable {
  /// The last record of this partition has been handed out; `next` is the offset that comes next.
  case partitionEnd(TopicPartition, next: Int64)
  /// The program took longer than `max.poll.interval.ms` between two polls, and its partitions are lost.
  case pollIntervalExceeded(KafkaError)
  /// Reading one partition, or the group as a whole, met an error; the consumer goes on trying.
  case error(KafkaError)
}
