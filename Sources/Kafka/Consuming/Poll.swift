internal import CRdkafka

/// One poll on the consumer's thread: waits for the first record, then takes what is there.
///
/// librdkafka's own call for batches loses its place around pauses (2.0.2), so records are taken one by one, which is as fast.
struct Poll: ~Copyable {
  private let client: Client
  private let context: ConsumerContext
  private var messages: [ConsumerBatch.Message] = []
  private var events: [ConsumerEvent] = []

  init(client: Client, context: ConsumerContext) {
    self.client = client
    self.context = context
  }

  consuming func run(
    max: Int, maxBytes: Int, milliseconds: Int32
  ) throws(KafkaError) -> ConsumerBatch {
    var wait = milliseconds
    var bytes = 0
    while messages.count < max, bytes < maxBytes,
      let message = rd_kafka_consumer_poll(client.handle, wait)
    {
      wait = 0
      // Before this one is added: it may come from an assignment that followed in the same call, and is not to be lost.
      dropGone()
      if message.pointee.err == RD_KAFKA_RESP_ERR_NO_ERROR {
        messages.append(message)
        bytes += message.pointee.key_len + message.pointee.len
      } else {
        take(message)
      }
    }
    // A rebalance may have come without a record after it.
    dropGone()
    if let error = Client.fatalError(of: client.handle) {
      for message in messages {
        rd_kafka_message_destroy(message)
      }
      throw error
    }
    return ConsumerBatch(messages: messages, events: events, client: client, context: context)
  }

  /// Takes what is not a record.
  private mutating func take(_ message: ConsumerBatch.Message) {
    defer { rd_kafka_message_destroy(message) }
    let content = message.pointee
    let topic = content.rkt.map { String(cString: rd_kafka_topic_name($0)) }
    if content.err == RD_KAFKA_RESP_ERR__PARTITION_EOF, let topic {
      let place = TopicPartition(topic, content.partition)
      context.noteEnd(place, content.offset)
      events.append(.partitionEnd(place, next: content.offset))
      return
    }
    let error = KafkaError(
      KafkaError.Code(rawValue: content.err.rawValue),
      rd_kafka_message_errstr(message).map { String(cString: $0) }, topic: topic,
      partition: content.partition >= 0 && topic != nil ? content.partition : nil,
      offset: content.offset >= 0 ? content.offset : nil)
    let exceeded = content.err == RD_KAFKA_RESP_ERR__MAX_POLL_EXCEEDED
    events.append(exceeded ? .pollIntervalExceeded(error) : .error(error))
  }

  /// Records that were taken before their partition went away belong to its next owner, who reads them again.
  private mutating func dropGone() {
    let gone = context.takeGone()
    guard !gone.isEmpty else { return }
    messages.removeAll { message in
      let place = TopicPartition(
        String(cString: rd_kafka_topic_name(message.pointee.rkt)), message.pointee.partition)
      guard gone.contains(place) else { return false }
      rd_kafka_message_destroy(message)
      return true
    }
  }
}
