internal import Kafka
internal import Logging

/// The producer, with or without transactions.
enum Output: Sendable {
  case transactions(TransactionalProducer)
  case plain(Producer)

  /// How long one call may take before the worker looks whether it should go on.
  static let patience = Duration.seconds(10)

  init(_ settings: StageSettings, logger: Logger) throws(KafkaError) {
    switch settings.delivery {
    case .exactlyOnce:
      self = .transactions(try TransactionalProducer(settings.producer, logger: logger))
    case .atLeastOnce: self = .plain(try Producer(settings.producer, logger: logger))
    }
  }

  func initialize() async throws(KafkaError) {
    guard case .transactions(let producer) = self else { return }
    try await producer.initTransactions(timeout: Self.patience)
  }

  func begin() throws(KafkaError) {
    guard case .transactions(let producer) = self else { return }
    try producer.begin()
  }

  /// Sends what is open; without transactions waits until it is delivered.
  func produce(_ sending: inout Sending) async throws(KafkaError) {
    var refusal: KafkaError?
    while let place = sending.next {
      let isAlone = sending.goesAlone(place)
      if isAlone { try await flush(&sending) }
      let reports = sending.reports
      do throws(KafkaError) {
        try await enqueue(sending[place]) { result in
          guard case .failure(let error) = result else { return }
          reports.add(Reports.Failure(place: place, error: error))
        }
        sending.sent()
      } catch {
        guard error.refusesRecord else { throw error }
        sending.refuse(error)
        refusal = refusal ?? error
      }
      if isAlone { try await flush(&sending) }
    }
    if let refusal { throw refusal }
    if case .plain = self { try await flush(&sending) }
  }

  /// Waits until all that was sent is delivered.
  private func flush(_ sending: inout Sending) async throws(KafkaError) {
    switch self {
    case .transactions(let producer): try await producer.flush(timeout: Self.patience)
    case .plain(let producer): try await producer.flush(timeout: Self.patience)
    }
    if let failure = sending.takeFailures() { throw failure }
  }

  private func enqueue(
    _ record: ProducerRecord, _ report: @escaping DeliveryHandler
  ) async throws(KafkaError) {
    switch self {
    case .transactions(let producer): try await producer.enqueue(record, onDelivery: report)
    case .plain(let producer): try await producer.enqueue(record, onDelivery: report)
    }
  }

  func sendOffsets(
    _ offsets: [TopicPartition: GroupOffset], group: ConsumerGroupMetadata, _ consumer: Consumer
  ) async throws(KafkaError) {
    switch self {
    case .transactions(let producer):
      try await producer.sendOffsets(offsets, group: group, timeout: Self.patience)
    case .plain: try await consumer.commit(offsets)
    }
  }

  func commit() async throws(KafkaError) {
    guard case .transactions(let producer) = self else { return }
    try await producer.commit(timeout: Self.patience)
  }

  func abort() async throws(KafkaError) {
    guard case .transactions(let producer) = self else { return }
    try await producer.abort(timeout: Self.patience)
  }

  func close() async {
    switch self {
    case .transactions(let producer): await producer.close()
    case .plain(let producer): await producer.close()
    }
  }
}
