internal import CRdkafka
internal import Dispatch
internal import Logging
internal import Synchronization

/// What both producers are made of: the handle, the thread that serves its delivery reports, and the waiting for room.
final class ProducerCore: Sendable {
  private let open: Mutex<Client?>
  private let serving: DeliveryThread
  private let context: ProducerContext
  private let destroyed: Signal

  var events: AsyncStream<ClientEvent> { context.events }

  init(_ configuration: KafkaConfiguration, logger: Logger) throws(KafkaError) {
    let context = ProducerContext(logger: logger)
    let client = try Client(.producer, configuration, context: context) {
      context.installDeliveryReports(in: $0)
    }
    self.context = context
    destroyed = client.destroyed
    serving = DeliveryThread(client)
    open = Mutex(client)
    serving.start(client)
  }

  deinit {
    serving.stop()
  }

  func client() throws(KafkaError) -> Client {
    guard let client = open.withLock({ $0 }) else { throw KafkaError(.closed) }
    return client
  }

  /// Records that are queued or on their way.
  var pending: Int { context.pending.load(ordering: .relaxed) }

  /// False where the queue is full.
  func tryEnqueue(
    _ record: ProducerRecord, _ handler: DeliveryHandler?
  ) throws(KafkaError) -> Bool {
    let client = try client()
    let box = handler.map { Unmanaged.passRetained(DeliveryBox($0)) }
    // Counted first: its report may come before the call returns.
    context.pending.add(1, ordering: .relaxed)
    guard let error = client.produce(record, opaque: box?.toOpaque()) else { return true }
    context.pending.subtract(1, ordering: .relaxed)
    box?.release()
    if error.code == .queueFull { return false }
    throw error.at(record)
  }

  /// Waits for room where there is none.
  func enqueue(_ record: ProducerRecord, _ handler: DeliveryHandler?) async throws(KafkaError) {
    while true {
      let turn = serving.room.turn
      if try tryEnqueue(record, handler) { return }
      await serving.room.wait(since: turn)
      if Task.isCancelled {
        throw KafkaError(
          .cancelled, "cancelled while waiting for room in the producer's queue",
          topic: record.topic)
      }
    }
  }

  func flush(_ deadline: Duration) async throws(KafkaError) {
    let client = try client()
    let milliseconds = deadline.milliseconds
    let context = context
    try await client.calls.run { () throws(KafkaError) in
      let answer = rd_kafka_flush(client.handle, milliseconds)
      guard answer == RD_KAFKA_RESP_ERR_NO_ERROR else {
        let left = context.pending.load(ordering: .relaxed)
        throw KafkaError(
          KafkaError.Code(rawValue: answer.rawValue),
          "\(left) \(left == 1 ? "record was" : "records were") not delivered within \(deadline)")
      }
    }
  }

  /// The first delivery failure since the last question.
  func takeFailure(unheardOnly: Bool) -> KafkaError? {
    context.failures.take(unheardOnly: unheardOnly)
  }

  func purge() async throws(KafkaError) {
    let client = try client()
    try await client.calls.run { () throws(KafkaError) in client.purge() }
  }

  /// Lets go of the handle and waits until its threads are gone. A second call waits for the same end.
  func close() async {
    open.withLock { $0 = nil }
    serving.stop()
    await destroyed.wait()
  }
}

extension KafkaError {
  /// The same error with the place the record was meant for.
  func at(_ record: ProducerRecord) -> KafkaError {
    KafkaError(
      code, message, topic: record.topic, partition: record.partition, offset: offset,
      isFatal: isFatal, isRetriable: isRetriable, requiresAbort: requiresAbort)
  }
}
