public import Logging

/// Writes records to Kafka, each once and in order.
///
/// The producer is idempotent: what is sent again after an error stands in its partition once. There are two ways to write:
///
/// - ``send(_:)`` waits until the broker has the record, and says where it stands. Clear, and slow one by one.
/// - ``enqueue(_:onDelivery:)`` only waits for room in the queue, which is bounded: a producer faster than its broker
///   is slowed down rather than filling the memory or failing. What was not delivered is told to the handler, or by
///   ``flush(timeout:)``.
///
/// ```swift
/// let producer = try Producer(KafkaConfiguration(bootstrapServers: "localhost:9092"))
/// let position = try await producer.send(ProducerRecord(topic: "greetings", key: "ar", value: "مرحبا"))
/// for article in articles {
///   try await producer.enqueue(ProducerRecord(topic: "articles", key: article.id, value: article.json))
/// }
/// try await producer.flush(timeout: .seconds(30))  // throws if anything was not delivered
/// await producer.close()
/// ```
public final class Producer: Sendable {
  private let core: ProducerCore

  /// - Throws: ``KafkaError/Code/invalidConfiguration`` with the property's name.
  public init(
    _ configuration: KafkaConfiguration, logger: Logger = Logger(label: "kafka.producer")
  ) throws(KafkaError) {
    var configuration = configuration
    // A name for transactions, meant for another client of the same configuration, would make this one refuse to send.
    configuration.transactionalID = nil
    configuration.setDefaults(["enable.idempotence": "true"])
    core = try ProducerCore(configuration, logger: logger)
  }

  /// Errors in the background and statistics. One task may listen; nobody has to.
  public var events: AsyncStream<ClientEvent> { core.events }

  /// Records whose fate is not known yet.
  public var pending: Int { core.pending }

  /// Writes a record and waits until the broker has it.
  ///
  /// Cancelling the task ends the waiting for room, but a record that is on its way cannot be called back.
  @discardableResult
  public func send(_ record: ProducerRecord) async throws(KafkaError) -> RecordPosition {
    try await core.send(record)
  }

  /// Puts a record in the queue, and waits only while the queue is full.
  ///
  /// - Parameter onDelivery: called once when the record's fate is known, on librdkafka's thread: be quick.
  ///   Without it a failure is thrown by the next ``flush(timeout:)``.
  public func enqueue(
    _ record: ProducerRecord, onDelivery: DeliveryHandler? = nil
  ) async throws(KafkaError) {
    try await core.enqueue(record, onDelivery)
  }

  /// Puts a record in the queue without ever waiting; false where the queue is full.
  public func tryEnqueue(
    _ record: ProducerRecord, onDelivery: DeliveryHandler? = nil
  ) throws(KafkaError) -> Bool {
    try core.tryEnqueue(record, onDelivery)
  }

  /// Waits until everything that was enqueued is delivered.
  ///
  /// - Throws: ``KafkaError/Code/timedOut`` with the number that is left, or the first delivery failure
  ///   since the last flush that no handler was told.
  public func flush(timeout: Duration) async throws(KafkaError) {
    try await core.flush(timeout)
    if let failure = core.takeFailure(unheardOnly: true) { throw failure }
  }

  /// Throws away what is not delivered yet; its handlers are told ``KafkaError/Code/purgedFromQueue`` or
  /// ``KafkaError/Code/purgedInFlight`` (then it may stand in the topic all the same).
  public func purge() async throws(KafkaError) {
    try await core.purge()
  }

  /// Closes the producer at once: what was not flushed is purged. May be called twice.
  public func close() async {
    await core.close()
  }
}

extension ProducerCore {
  func send(_ record: ProducerRecord) async throws(KafkaError) -> RecordPosition {
    let fate = Fate()
    try await enqueue(record) { fate.decide($0) }
    return try await fate.value()
  }
}
