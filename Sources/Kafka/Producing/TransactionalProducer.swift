internal import CRdkafka
internal import Glibc
public import Logging

/// Writes records, and the offsets of the records they were made from, all or nothing.
///
/// Readers with `isolation.level=read_committed` see what is in a transaction when it is committed and never if it is aborted.
/// With ``sendOffsets(_:group:)`` the consumer's progress is in it too, so each record read has its results written exactly once,
/// whatever is killed when.
///
/// ```swift
/// try await producer.initTransactions()          // once; fences an older producer of the same transactional id
/// try producer.begin()
/// do {
///   for result in results { try await producer.enqueue(result) }
///   try await producer.sendOffsets(batch.nextOffsets, group: try await consumer.groupMetadata())
///   try await producer.commit()
/// } catch let error where error.isFatal {
///   throw error                                   // fenced: another producer has taken over
/// } catch {
///   try await producer.abort()                    // then read again from the committed offsets
/// }
/// ```
///
/// What can be tried again is tried again inside, until the timeout; an error that comes out of
/// ``commit(timeout:)`` means: abort, unless ``KafkaError/isFatal``.
public final class TransactionalProducer: Sendable {
  private let core: ProducerCore

  /// - Parameter configuration: needs ``KafkaConfiguration/transactionalID``.
  public init(
    _ configuration: KafkaConfiguration,
    logger: Logger = Logger(label: "kafka.transactional-producer")
  ) throws(KafkaError) {
    guard configuration.transactionalID?.isEmpty == false else {
      throw KafkaError(
        .invalidConfiguration, "transactional.id: a transactional producer needs one")
    }
    core = try ProducerCore(configuration, logger: logger)
  }

  /// Errors in the background and statistics. One task may listen; nobody has to.
  public var events: AsyncStream<ClientEvent> { core.events }

  /// Records whose fate is not known yet.
  public var pending: Int { core.pending }

  /// Makes this the only producer of its transactional id. Once, before anything else; an open transaction
  /// of an earlier one is aborted.
  public func initTransactions(timeout: Duration = .seconds(60)) async throws(KafkaError) {
    try await perform(within: timeout) { rd_kafka_init_transactions($0, $1) }
  }

  public func begin() throws(KafkaError) {
    let client = try core.client()
    _ = core.takeFailure(unheardOnly: false)
    try KafkaError.check(consuming: rd_kafka_begin_transaction(client.handle))
  }

  /// As ``Producer/enqueue(_:onDelivery:)``; a failure comes out of ``commit(timeout:)`` as well.
  public func enqueue(
    _ record: ProducerRecord, onDelivery: DeliveryHandler? = nil
  ) async throws(KafkaError) {
    try await core.enqueue(record, onDelivery)
  }

  /// As ``Producer/tryEnqueue(_:onDelivery:)``.
  public func tryEnqueue(
    _ record: ProducerRecord, onDelivery: DeliveryHandler? = nil
  ) throws(KafkaError) -> Bool {
    try core.tryEnqueue(record, onDelivery)
  }

  /// Waits until everything that was enqueued is delivered or has failed; failures are told as for ``enqueue(_:onDelivery:)``.
  ///
  /// - Throws: ``KafkaError/Code/timedOut`` with the number that is left.
  public func flush(timeout: Duration) async throws(KafkaError) {
    try await core.flush(timeout)
  }

  /// Writes a record within the transaction and waits until the broker has it.
  @discardableResult
  public func send(_ record: ProducerRecord) async throws(KafkaError) -> RecordPosition {
    try await core.send(record)
  }

  /// Makes the consumer's progress part of the transaction.
  ///
  /// - Parameters:
  ///   - offsets: for each partition the offset to go on from: one after the last record done.
  ///   - group: of ``Consumer/groupMetadata()``, asked after the records were read, so that a member that lost its
  ///     partitions meanwhile is refused.
  public func sendOffsets(
    _ offsets: [TopicPartition: Int64], group: ConsumerGroupMetadata,
    timeout: Duration = .seconds(60)
  ) async throws(KafkaError) {
    try await sendOffsets(
      offsets.mapValues { GroupOffset($0) }, group: group, timeout: timeout)
  }

  /// The same with words beside each offset.
  public func sendOffsets(
    _ offsets: [TopicPartition: GroupOffset], group: ConsumerGroupMetadata,
    timeout: Duration = .seconds(60)
  ) async throws(KafkaError) {
    guard !offsets.isEmpty else { return }
    try await perform(within: timeout) { handle, milliseconds in
      let list = PartitionList(offsets)
      return rd_kafka_send_offsets_to_transaction(
        handle, list.pointer, group.pointer, milliseconds)
    }
  }

  /// Delivers what is left and commits. Throws where any record of the transaction was not delivered.
  public func commit(timeout: Duration = .seconds(60)) async throws(KafkaError) {
    do {
      try await perform(within: timeout) { rd_kafka_commit_transaction($0, $1) }
    } catch {
      // The record that failed says more than "the transaction has to be aborted".
      guard let failure = core.takeFailure(unheardOnly: false) else { throw error }
      throw KafkaError(
        error.code, "\(error.message): \(failure.message)", topic: failure.topic,
        partition: failure.partition, isFatal: error.isFatal, isRetriable: error.isRetriable,
        requiresAbort: error.requiresAbort)
    }
  }

  /// Throws away what the transaction wrote.
  public func abort(timeout: Duration = .seconds(60)) async throws(KafkaError) {
    try await perform(within: timeout) { rd_kafka_abort_transaction($0, $1) }
  }

  /// Closes the producer at once. An open transaction is left to be aborted by the next producer of the same id,
  /// or by the broker after `transaction.timeout.ms`: abort it first. May be called twice.
  public func close() async {
    await core.close()
  }

  /// Calls again what librdkafka says may be called again, until the timeout.
  private func perform(
    within timeout: Duration,
    _ call: @escaping @Sendable (OpaquePointer, Int32) -> OpaquePointer?
  ) async throws(KafkaError) {
    let client = try core.client()
    try await client.calls.run { () throws(KafkaError) in
      let deadline = ContinuousClock.now + timeout
      while true {
        let left = ContinuousClock.now.duration(to: deadline)
        guard let error = KafkaError(consuming: call(client.handle, left.milliseconds)) else {
          return
        }
        guard error.isRetriable, ContinuousClock.now < deadline else { throw error }
        usleep(50_000)
      }
    }
  }
}
