internal import CRdkafka

/// One question of the admin interface and its answer: librdkafka gives it in a queue made for it.
struct AdminRequest: ~Copyable {
  private let options: OpaquePointer
  private let queue: OpaquePointer
  private let milliseconds: Int32

  init(
    _ handle: OpaquePointer, _ operation: rd_kafka_admin_op_t, timeout: Duration
  ) throws(KafkaError) {
    guard let options = rd_kafka_AdminOptions_new(handle, operation),
      let queue = rd_kafka_queue_new(handle)
    else { throw KafkaError(.invalidArgument, "librdkafka cannot make this request") }
    self.options = options
    self.queue = queue
    milliseconds = timeout.milliseconds
    var reason = [CChar](repeating: 0, count: 256)
    rd_kafka_AdminOptions_set_request_timeout(options, milliseconds, &reason, reason.count)
    // The broker answers when the change is made, not when it is accepted; not every request knows this.
    rd_kafka_AdminOptions_set_operation_timeout(options, milliseconds, &reason, reason.count)
  }

  deinit {
    rd_kafka_AdminOptions_destroy(options)
    rd_kafka_queue_destroy(queue)
  }

  /// Sends with `send(options, queue)` and throws the first error of any topic in the answer.
  func topicResults(
    _ send: (OpaquePointer, OpaquePointer) -> Void,
    _ results: (OpaquePointer, UnsafeMutablePointer<Int>) -> UnsafeMutablePointer<OpaquePointer?>?
  ) throws(KafkaError) {
    let event = try answer(send)
    defer { rd_kafka_event_destroy(event) }
    var count = 0
    guard let topics = results(event, &count) else { return }
    for index in 0..<count {
      guard let result = topics[index] else { continue }
      let words = rd_kafka_topic_result_error_string(result).map { String(cString: $0) }
      let code = rd_kafka_topic_result_error(result)
      guard code != RD_KAFKA_RESP_ERR_NO_ERROR else { continue }
      throw KafkaError(
        KafkaError.Code(rawValue: code.rawValue), words,
        topic: String(cString: rd_kafka_topic_result_name(result)))
    }
  }
  /// Sends and reads the offsets of the one group in the answer.
  func groupOffsets(
    _ send: (OpaquePointer, OpaquePointer) -> Void
  ) throws(KafkaError) -> [TopicPartition: Int64] {
    let event = try answer(send)
    defer { rd_kafka_event_destroy(event) }
    var count = 0
    let groups = rd_kafka_ListConsumerGroupOffsets_result_groups(
      rd_kafka_event_ListConsumerGroupOffsets_result(event), &count)
    guard count == 1, let group = groups?[0] else { return [:] }
    if let error = rd_kafka_group_result_error(group) { throw KafkaError(copying: error) }
    return rd_kafka_group_result_partitions(group).map {
      PartitionList.offsets(of: UnsafeMutablePointer(mutating: $0))
    } ?? [:]
  }

  /// The answer without an error; the caller owns it.
  private func answer(
    _ send: (OpaquePointer, OpaquePointer) -> Void
  ) throws(KafkaError) -> OpaquePointer {
    send(options, queue)
    // librdkafka keeps the time of the request itself; the margin lets its answer come first.
    guard let event = rd_kafka_queue_poll(queue, milliseconds + 5000) else {
      throw KafkaError(.timedOut, "no broker answered in time")
    }
    if let error = KafkaError(
      rd_kafka_event_error(event), rd_kafka_event_error_string(event).map { String(cString: $0) })
    {
      rd_kafka_event_destroy(event)
      throw error
    }
    return event
  }
}
