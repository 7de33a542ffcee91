public import Kafka

/// A record that a stage reads, kept by itself.
public struct SourceRecord: Sendable, Hashable {
  public var topic: String
  public var partition: Int32
  public var offset: Int64
  /// Milliseconds since 1970.
  public var timestamp: Int64?
  public var key: [UInt8]?
  /// Nil where the record withdraws what its key names.
  public var value: [UInt8]?
  public var headers: Headers

  public init(
    topic: String, partition: Int32, offset: Int64, timestamp: Int64? = nil, key: [UInt8]?,
    value: [UInt8]?, headers: Headers = [:]
  ) {
    self.topic = topic
    self.partition = partition
    self.offset = offset
    self.timestamp = timestamp
    self.key = key
    self.value = value
    self.headers = headers
  }

  init(_ record: ConsumerRecord) {
    topic = record.topic
    partition = record.partition
    offset = record.offset
    timestamp = record.timestamp
    key = record.keyBytes
    value = record.valueBytes
    headers = record.headers
  }

  public var topicPartition: TopicPartition { TopicPartition(topic, partition) }

  /// The key as text, invalid UTF-8 replaced.
  public var keyText: String? { key.map { String(decoding: $0, as: UTF8.self) } }
}
