internal import CRdkafka
internal import Synchronization

/// Records that were read together, in the order of each partition.
///
/// The batch owns the memory in which librdkafka received the records: key, value and headers are read where they stand.
/// A record keeps its batch alive, so records may go to other tasks; the memory is given back when the last of them is gone.
/// A batch may be empty, and may carry ``events`` without records.
public final class ConsumerBatch: @unchecked Sendable {
  typealias Message = UnsafeMutablePointer<rd_kafka_message_t>

  let messages: [Message]
  /// Parsed before the batch is handed out, since librdkafka parses on first use and tasks may share a batch.
  let headers: [OpaquePointer?]
  /// What happened beside the records.
  public let events: [ConsumerEvent]
  /// Let go before it is counted as given back, so that who closes waits for the right end.
  private var client: Client?
  private let context: ConsumerContext

  init(messages: [Message], events: [ConsumerEvent], client: Client, context: ConsumerContext) {
    self.messages = messages
    self.events = events
    self.client = client
    self.context = context
    headers = messages.map { message in
      var list: OpaquePointer?
      let answer = rd_kafka_message_headers(message, &list)
      return answer == RD_KAFKA_RESP_ERR_NO_ERROR ? list : nil
    }
    context.lent.add(1, ordering: .relaxed)
  }

  deinit {
    for message in messages {
      rd_kafka_message_destroy(message)
    }
    client = nil
    context.lent.subtract(1, ordering: .releasing)
  }

  /// Where each partition of the batch goes on: one after its last record. This is what is committed when the batch is done.
  public var nextOffsets: [TopicPartition: Int64] {
    var offsets: [TopicPartition: Int64] = [:]
    // Records of a partition mostly stand together, so the last one of each run is enough.
    for index in messages.indices {
      let message = messages[index].pointee
      if index + 1 < messages.count {
        let next = messages[index + 1].pointee
        if next.rkt == message.rkt && next.partition == message.partition { continue }
      }
      offsets[self[index].topicPartition] = message.offset + 1
    }
    return offsets
  }
}

extension ConsumerBatch: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { messages.count }
  public subscript(index: Int) -> ConsumerRecord { ConsumerRecord(batch: self, index: index) }
}
