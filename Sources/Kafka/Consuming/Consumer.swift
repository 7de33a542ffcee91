internal import CRdkafka
public import Logging
internal import Synchronization

/// Reads records in batches, alone or as a member of a group.
///
/// Nothing is committed by itself: a program commits what it has done, here or in a transaction
/// (``TransactionalProducer/sendOffsets(_:group:timeout:)``). When partitions go to another member of the group, the rebalance handler is told
/// *before* they are gone, and whatever it commits still counts.
///
/// ```swift
/// var configuration = KafkaConfiguration(bootstrapServers: "localhost:9092")
/// configuration.groupID = "readers"
/// let consumer = try Consumer(configuration)
/// try await consumer.subscribe(to: ["greetings"]) { change in
///   if case .revoking = change { await work.finishAndCommit() }
/// }
/// while !Task.isCancelled {
///   let batch = try await consumer.poll(max: 500, timeout: .seconds(1))
///   for record in batch { handle(record.value) }
///   try await consumer.commit(batch.nextOffsets)
/// }
/// try await consumer.close()
/// ```
///
/// Polling happens on a thread of the consumer's own. One task polls; the other calls may come from any.
/// Keep polling while partitions are paused: a member that does not poll for `max.poll.interval.ms` loses its partitions.
public final class Consumer: Sendable {
  private enum State {
    case open(Client)
    /// Leaving the group: no more polls, but the rebalance handler still commits.
    case closing(Client)
    case closed
  }

  private let state: Mutex<State>
  let context: ConsumerContext
  /// The thread that polls, apart from the one for other calls: a commit must get through while a poll waits.
  let polls: BlockingQueue
  private let wake: Wake
  private let destroyed: Signal
  private let left = Signal()
  /// Whether a group was named.
  private let isMember: Bool

  /// - Throws: ``KafkaError/Code/invalidConfiguration`` with the property's name.
  public init(
    _ configuration: KafkaConfiguration, logger: Logger = Logger(label: "kafka.consumer")
  ) throws(KafkaError) {
    var configuration = configuration
    configuration.setDefaults([
      "enable.auto.commit": "false",
      "enable.auto.offset.store": "false",
      // Tells where a partition ends behind the marks of transactions, which no record shows.
      "enable.partition.eof": "true",
      "partition.assignment.strategy": "range,roundrobin",
      "auto.offset.reset": "earliest",
      "isolation.level": "read_committed",
    ])
    isMember = configuration.groupID?.isEmpty == false
    if !isMember {
      // librdkafka wants a name even of a reader that is in no group.
      configuration.groupID = "none"
    }
    let context = ConsumerContext(logger: logger)
    let client = try Client(.consumer, configuration, context: context) {
      context.install(rebalancesIn: $0)
    }
    // Background events come with the polls, so that one thread serves everything.
    rd_kafka_poll_set_consumer(client.handle)
    self.context = context
    polls = BlockingQueue("polls")
    wake = Wake(rd_kafka_queue_get_consumer(client.handle))
    destroyed = client.destroyed
    state = Mutex(.open(client))
  }

  deinit {
    guard case .open(let client) = state.withLock({ $0 }) else { return }
    // Nobody can answer for the partitions any more, but the group should not have to wait for a dead member.
    context.setHandler(nil)
    let wake = wake
    polls.schedule {
      wake.release()
      rd_kafka_consumer_close(client.handle)
    }
  }

  /// Errors in the background, statistics and commits that failed. One task may listen; nobody has to.
  public var events: AsyncStream<ClientEvent> { context.events }

  /// Joins the group for these topics; a name that begins with `^` is a regular expression.
  ///
  /// - Parameter onRebalance: see ``RebalanceHandler``.
  public func subscribe(
    to topics: [String], onRebalance: RebalanceHandler? = nil
  ) async throws(KafkaError) {
    context.setHandler(onRebalance)
    try await callAsMember { handle throws(KafkaError) in
      let list = PartitionList(topics.map { TopicPartition($0, RD_KAFKA_PARTITION_UA) })
      try KafkaError.check(rd_kafka_subscribe(handle, list.pointer))
    }
  }

  /// Leaves the group; the handler is told by a following poll.
  public func unsubscribe() async throws(KafkaError) {
    try await call { handle throws(KafkaError) in
      try KafkaError.check(rd_kafka_unsubscribe(handle))
    }
  }

  /// Waits for records and gives what is there, in one batch.
  ///
  /// Comes back as soon as there is anything: records, an event, or the end of `timeout`. If the task is cancelled
  /// it comes back at once with what it has; nothing that was read is lost.
  ///
  /// - Parameters:
  ///   - max: of records.
  ///   - maxBytes: of keys and values together: the record that reaches it is the batch's last.
  /// - Throws: what ended the consumer for good (``KafkaError/isFatal``) or ``KafkaError/Code/closed``.
  ///   Other errors come as ``ConsumerBatch/events``.
  public func poll(
    max: Int = 500, maxBytes: Int = .max, timeout: Duration
  ) async throws(KafkaError) -> ConsumerBatch {
    let client = try openClient()
    let polls = polls
    let wake = wake
    let context = context
    let gate = PollGate()
    let result: Result<ConsumerBatch, KafkaError> = await withTaskCancellationHandler {
      do throws(KafkaError) {
        return .success(
          try await polls.run { () throws(KafkaError) in
            let milliseconds = gate.enter() ? timeout.milliseconds : 0
            defer { gate.leave() }
            return try Poll(client: client, context: context)
              .run(max: max, maxBytes: maxBytes, milliseconds: milliseconds)
          })
      } catch {
        return .failure(error)
      }
    } onCancel: {
      gate.cancel { wake.up() }
    }
    return try result.get()
  }

  /// Leaves the group and closes. The rebalance handler is told of the partitions that go, and may commit.
  ///
  /// Batches that are still held keep their memory; the rest is given back when this returns. May be called twice.
  public func close() async throws(KafkaError) {
    let outcome = await leave()
    // A batch that is still held keeps the handle; everything else has let it go.
    if context.lent.load(ordering: .acquiring) == 0 {
      await destroyed.wait()
    }
    left.fire()
    try outcome.get()
  }

  private func leave() async -> Result<Void, KafkaError> {
    let open = state.withLock { state -> Client? in
      guard case .open(let client) = state else { return nil }
      state = .closing(client)
      return client
    }
    guard let client = open else {
      await left.wait()
      return .success(())
    }
    wake.up()
    let wake = wake
    defer {
      state.withLock { $0 = .closed }
      // The handler mostly holds this consumer.
      context.setHandler(nil)
    }
    do throws(KafkaError) {
      try await polls.run { () throws(KafkaError) in
        wake.release()
        try KafkaError.check(rd_kafka_consumer_close(client.handle))
      }
      return .success(())
    } catch {
      return .failure(error)
    }
  }

  private func openClient() throws(KafkaError) -> Client {
    guard case .open(let client) = state.withLock({ $0 }) else { throw KafkaError(.closed) }
    return client
  }

  /// The client for calls that a rebalance handler may make while the consumer closes.
  func client() throws(KafkaError) -> Client {
    switch state.withLock({ $0 }) {
    case .open(let client), .closing(let client): return client
    case .closed: throw KafkaError(.closed)
    }
  }

  /// Makes a blocking call off Swift's pool.
  func call<Value: Sendable>(
    _ body: @escaping @Sendable (OpaquePointer) throws(KafkaError) -> Value
  ) async throws(KafkaError) -> Value {
    let client = try client()
    return try await client.calls.run { () throws(KafkaError) in try body(client.handle) }
  }

  /// Makes a blocking call that only a member of a group can make.
  func callAsMember<Value: Sendable>(
    _ body: @escaping @Sendable (OpaquePointer) throws(KafkaError) -> Value
  ) async throws(KafkaError) -> Value {
    try requireGroup()
    return try await call(body)
  }

  func requireGroup() throws(KafkaError) {
    guard isMember else {
      throw KafkaError(.wrongState, "this consumer is in no group: set group.id")
    }
  }
}
