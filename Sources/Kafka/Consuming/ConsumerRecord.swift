internal import CRdkafka

/// One record of a batch: a view of the memory in which it was received.
///
/// ``value`` and ``key`` are spans over that memory and cost nothing; ``valueBytes`` and ``keyBytes`` are copies to keep.
/// Both are nil where the record has none: a null value is a tombstone.
public struct ConsumerRecord: Sendable {
  /// Keeps the memory alive.
  let batch: ConsumerBatch
  let index: Int

  private var message: rd_kafka_message_t { batch.messages[index].pointee }

  public var topic: String { String(cString: rd_kafka_topic_name(message.rkt)) }
  public var partition: Int32 { message.partition }
  public var offset: Int64 { message.offset }
  public var topicPartition: TopicPartition { TopicPartition(topic, partition) }

  public var isTombstone: Bool { message.payload == nil }

  /// Milliseconds since 1970, as the producer or the broker stamped it; nil where there is no stamp.
  public var timestamp: Int64? {
    let stamp = rd_kafka_message_timestamp(batch.messages[index], nil)
    return stamp >= 0 ? stamp : nil
  }

  public var value: RawSpan? {
    @_lifetime(borrow self)
    get {
      guard let bytes = message.payload else { return nil }
      let span = RawSpan(
        _unsafeStart: UnsafeRawPointer(bytes), byteCount: message.len)
      return _overrideLifetime(span, borrowing: self)
    }
  }

  public var key: RawSpan? {
    @_lifetime(borrow self)
    get {
      guard let bytes = message.key else { return nil }
      let span = RawSpan(
        _unsafeStart: UnsafeRawPointer(bytes), byteCount: message.key_len)
      return _overrideLifetime(span, borrowing: self)
    }
  }

  /// Lends the value to a call; the pointer must not outlive it.
  public func withValue<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer?) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(message.payload.map { UnsafeRawBufferPointer(start: $0, count: message.len) })
  }

  /// Lends the key to a call; the pointer must not outlive it.
  public func withKey<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer?) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(message.key.map { UnsafeRawBufferPointer(start: $0, count: message.key_len) })
  }

  /// A copy of the value.
  public var valueBytes: [UInt8]? { withValue { $0.map(Array.init) } }
  /// A copy of the key.
  public var keyBytes: [UInt8]? { withKey { $0.map(Array.init) } }
  /// The value as text, invalid UTF-8 replaced.
  public var valueText: String? { withValue { $0.map { String(decoding: $0, as: UTF8.self) } } }
  /// The key as text, invalid UTF-8 replaced.
  public var keyText: String? { withKey { $0.map { String(decoding: $0, as: UTF8.self) } } }
}
