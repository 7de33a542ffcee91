internal import CRdkafka
public import Logging
internal import Synchronization

/// Makes, describes and deletes topics.
///
/// ```swift
/// let admin = try Admin(configuration)
/// do {
///   try await admin.createTopic(NewTopic("events", partitions: 6, configuration: ["cleanup.policy": "compact"]))
/// } catch let error where error.code == .topicAlreadyExists {}
/// for topic in try await admin.topics() { print(topic.name, topic.partitions.count) }
/// await admin.close()
/// ```
public final class Admin: Sendable {
  private let open: Mutex<Client?>
  private let destroyed: Signal
  /// How long a call may take.
  let timeout: Duration

  /// - Throws: ``KafkaError/Code/invalidConfiguration`` with the property's name.
  public init(
    _ configuration: KafkaConfiguration, timeout: Duration = .seconds(30),
    logger: Logger = Logger(label: "kafka.admin")
  ) throws(KafkaError) {
    let client = try Client(.admin, configuration, context: ClientContext(logger: logger))
    destroyed = client.destroyed
    open = Mutex(client)
    self.timeout = timeout
  }

  /// Closes the connections. May be called twice.
  public func close() async {
    open.withLock { $0 = nil }
    await destroyed.wait()
  }

  func client() throws(KafkaError) -> Client {
    guard let client = open.withLock({ $0 }) else { throw KafkaError(.closed) }
    return client
  }

  /// Makes a blocking call off Swift's pool.
  func call<Value: Sendable>(
    _ body: @escaping @Sendable (OpaquePointer) throws(KafkaError) -> Value
  ) async throws(KafkaError) -> Value {
    let client = try client()
    return try await client.calls.run { () throws(KafkaError) in try body(client.handle) }
  }
}
