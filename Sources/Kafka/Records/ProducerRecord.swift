/// A record to be written.
///
/// The value may be absent: in a compacted topic such a record, a tombstone, deletes its key.
public struct ProducerRecord: Hashable, Sendable {
  public var topic: String
  /// Nil lets the partitioner choose: by the key where there is one.
  public var partition: Int32?
  public var key: [UInt8]?
  public var value: [UInt8]?
  public var headers: Headers
  /// Milliseconds since 1970; nil is the time of sending.
  public var timestamp: Int64?

  public init(
    topic: String, partition: Int32? = nil, key: [UInt8]? = nil, value: [UInt8]?,
    headers: Headers = [:], timestamp: Int64? = nil
  ) {
    self.topic = topic
    self.partition = partition
    self.key = key
    self.value = value
    self.headers = headers
    self.timestamp = timestamp
  }

  /// A record of text.
  public init(
    topic: String, key: String?, value: String, headers: Headers = [:], timestamp: Int64? = nil
  ) {
    self.init(
      topic: topic, key: key.map { Array($0.utf8) }, value: Array(value.utf8), headers: headers,
      timestamp: timestamp)
  }
}
