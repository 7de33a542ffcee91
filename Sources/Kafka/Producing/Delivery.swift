internal import CRdkafka
internal import Synchronization

/// What is called when a record's fate is known.
public typealias DeliveryHandler = @Sendable (Result<RecordPosition, KafkaError>) -> Void

/// Travels through librdkafka with a record whose sender wants to know its fate.
final class DeliveryBox {
  let handler: DeliveryHandler

  init(_ handler: @escaping DeliveryHandler) {
    self.handler = handler
  }
}

/// Receives the delivery reports of one producer.
final class ProducerContext: ClientContext, @unchecked Sendable {
  let failures = DeliveryFailures()
  /// Records whose fate is not known. librdkafka's own count has waiting events in it.
  let pending = Atomic<Int>(0)

  func installDeliveryReports(in configuration: OpaquePointer) {
    rd_kafka_conf_set_dr_msg_cb(configuration) { _, message, opaque in
      guard let message, let context = ClientContext.from(opaque) as? ProducerContext else {
        return
      }
      context.delivered(message.pointee)
    }
  }

  private func delivered(_ message: rd_kafka_message_t) {
    pending.subtract(1, ordering: .relaxed)
    let box = message._private.map {
      Unmanaged<DeliveryBox>.fromOpaque($0).takeRetainedValue()
    }
    let failed = message.err != RD_KAFKA_RESP_ERR_NO_ERROR
    if !failed && box == nil { return }
    let topic = String(cString: rd_kafka_topic_name(message.rkt))
    guard failed else {
      box?.handler(
        .success(
          RecordPosition(
            topic: topic, partition: message.partition,
            offset: message.offset >= 0 ? message.offset : nil)))
      return
    }
    let error = KafkaError(
      KafkaError.Code(rawValue: message.err.rawValue), topic: topic,
      partition: message.partition >= 0 ? message.partition : nil)
    if let box {
      box.handler(.failure(error))
    }
    failures.note(error, awaited: box != nil)
  }
}
