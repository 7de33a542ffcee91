/// One partition of one topic: the place where records stand in order.
public struct TopicPartition: Hashable, Sendable, Comparable, CustomStringConvertible {
  public var topic: String
  public var partition: Int32

  public init(_ topic: String, _ partition: Int32) {
    self.topic = topic
    self.partition = partition
  }

  public var description: String { "\(topic)[\(partition)]" }

  public static func < (left: TopicPartition, right: TopicPartition) -> Bool {
    (left.topic, left.partition) < (right.topic, right.partition)
  }
}

/// Where a record stands, as its broker answered.
public struct RecordPosition: Hashable, Sendable, CustomStringConvertible {
  public var topic: String
  public var partition: Int32
  /// Nil where the broker did not say: with `acks=0`, or where it had stored the record in an earlier attempt.
  public var offset: Int64?

  public init(topic: String, partition: Int32, offset: Int64?) {
    self.topic = topic
    self.partition = partition
    self.offset = offset
  }

  public var description: String { "\(topic)[\(partition)]@\(offset.map(String.init) ?? "?")" }
}

/// Where reading a partition starts.
public enum StartOffset: Hashable, Sendable {
  case beginning
  case end
  /// Where the group's last commit says; where there is none, as `auto.offset.reset` says.
  case committed
  case offset(Int64)
  /// This many records before the end.
  case beforeEnd(Int64)
}

/// The oldest offset that a partition still has, and the one that its next record will get.
public struct Watermarks: Hashable, Sendable {
  public var low: Int64
  public var high: Int64

  public init(low: Int64, high: Int64) {
    self.low = low
    self.high = high
  }
}
