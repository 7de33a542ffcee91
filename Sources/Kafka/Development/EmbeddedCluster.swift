internal import CRdkafka
internal import Logging
internal import Synchronization

/// A Kafka cluster inside this process, for development and tests: nothing to install, gone with the object.
///
/// It is librdkafka's mock cluster. It answers on loopback ports like a real one and can be made to fail on purpose, which a real
/// one cannot. It does not keep its promises beyond that: transactions are not isolated, groups commit no offsets in them, there
/// is no admin interface, and only the newest 5 MB of a partition are kept. For those use ``LocalBroker`` or a real Kafka.
///
/// ```swift
/// let cluster = try EmbeddedCluster(brokers: 1)
/// try cluster.createTopic("greetings", partitions: 3)
/// let producer = try Producer(KafkaConfiguration(bootstrapServers: cluster.bootstrapServers))
/// ```
public final class EmbeddedCluster: Sendable {
  /// Where the cluster answers, for ``KafkaConfiguration``.
  public let bootstrapServers: String
  private let open: Mutex<MockCluster?>
  private let destroyed: Signal

  /// - Parameter brokers: how many; their numbers are 1 and up.
  public init(brokers: Int = 1) throws(KafkaError) {
    // The cluster needs a client for its threads only; that it knows no broker is not worth a line in the log.
    let quiet = Logger(label: "kafka.embedded-cluster") { _ in SwiftLogNoOpLogHandler() }
    let context = ClientContext(logger: quiet)
    let client = try Client(.admin, KafkaConfiguration(bootstrapServers: ""), context: context)
    guard let pointer = rd_kafka_mock_cluster_new(client.handle, Int32(brokers)) else {
      throw KafkaError(.invalidArgument, "a cluster of \(brokers) brokers cannot be made")
    }
    bootstrapServers = String(cString: rd_kafka_mock_cluster_bootstraps(pointer))
    destroyed = client.destroyed
    open = Mutex(MockCluster(pointer: pointer, client: client))
  }

  public func createTopic(_ name: String, partitions: Int) throws(KafkaError) {
    try with { cluster in rd_kafka_mock_topic_create(cluster, name, Int32(partitions), 1) }
  }

  /// Makes the next requests of this kind fail, one with each of the errors.
  /// ``KafkaError/Code/transport`` cuts the connection instead of answering.
  public func failRequests(
    _ request: Request, with errors: [KafkaError.Code]
  ) throws(KafkaError) {
    let answers = errors.map { rd_kafka_resp_err_t(rawValue: $0.rawValue) }
    try with { cluster in
      rd_kafka_mock_push_request_errors_array(cluster, request.rawValue, answers.count, answers)
      return RD_KAFKA_RESP_ERR_NO_ERROR
    }
  }

  /// Makes every question about a topic be answered with an error.
  public func refuseTopic(_ name: String, with error: KafkaError.Code) throws(KafkaError) {
    try with { cluster in
      rd_kafka_mock_topic_set_error(cluster, name, rd_kafka_resp_err_t(rawValue: error.rawValue))
      return RD_KAFKA_RESP_ERR_NO_ERROR
    }
  }

  /// Lets every answer take this much longer, also those that are under way; nil for all brokers.
  ///
  /// An hour is a broker that hangs, and none at all afterwards one that is back: what it held up it answers at once. Together with
  /// ``failRequests(_:with:)`` that is an outage. (librdkafka can also take a broker's listener down. It ends this process where that
  /// happens while another thread starts a program, whose copy of the socket holds the port for a moment: hence not here.)
  public func setRoundTrip(_ time: Duration, broker: Int32? = nil) throws(KafkaError) {
    try with { cluster in rd_kafka_mock_broker_set_rtt(cluster, broker ?? -1, time.milliseconds) }
  }

  /// Makes a broker the leader of a partition.
  public func setLeader(of place: TopicPartition, broker: Int32) throws(KafkaError) {
    try with { cluster in
      rd_kafka_mock_partition_set_leader(cluster, place.topic, place.partition, broker)
    }
  }

  /// Takes the cluster down for good and waits until its threads are gone. May be called twice.
  public func close() async {
    open.withLock { $0 = nil }
    await destroyed.wait()
  }

  private func with(_ body: (OpaquePointer) -> rd_kafka_resp_err_t) throws(KafkaError) {
    let cluster = open.withLock { $0 }
    guard let cluster else { throw KafkaError(.closed, "the embedded cluster is closed") }
    try KafkaError.check(body(cluster.pointer))
  }

  /// What can be made to fail, by its number in Kafka's protocol.
  public struct Request: RawRepresentable, Hashable, Sendable {
    public let rawValue: Int16

    public init(rawValue: Int16) {
      self.rawValue = rawValue
    }

    public static let produce = Request(rawValue: 0)
    public static let fetch = Request(rawValue: 1)
    public static let metadata = Request(rawValue: 3)
    public static let offsetCommit = Request(rawValue: 8)
    public static let findCoordinator = Request(rawValue: 10)
    public static let joinGroup = Request(rawValue: 11)
    public static let heartbeat = Request(rawValue: 12)
    public static let initProducerID = Request(rawValue: 22)
    public static let addPartitionsToTransaction = Request(rawValue: 24)
    public static let addOffsetsToTransaction = Request(rawValue: 25)
    public static let endTransaction = Request(rawValue: 26)
    public static let transactionOffsetCommit = Request(rawValue: 28)
  }
}

/// Owns librdkafka's mock cluster; it has to go before the handle it was made on.
private final class MockCluster: @unchecked Sendable {
  let pointer: OpaquePointer
  private let client: Client

  init(pointer: OpaquePointer, client: Client) {
    self.pointer = pointer
    self.client = client
  }

  deinit {
    let remains = Remains(pointer: pointer, client: client)
    client.calls.schedule { remains.destroy() }
  }

  private struct Remains: @unchecked Sendable {
    let pointer: OpaquePointer
    let client: Client

    func destroy() {
      rd_kafka_mock_cluster_destroy(pointer)
    }
  }
}
