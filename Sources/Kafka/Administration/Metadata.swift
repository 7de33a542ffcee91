internal import CRdkafka

/// A topic as the brokers describe it.
public struct TopicDescription: Hashable, Sendable {
  public var name: String
  /// In order of their numbers.
  public var partitions: [Partition]

  public struct Partition: Hashable, Sendable {
    public var number: Int32
    /// Nil while there is none.
    public var leader: Int32?
    public var replicas: [Int32]
    public var inSyncReplicas: [Int32]
  }
}

/// The brokers of a cluster.
public struct ClusterDescription: Hashable, Sendable {
  public struct Broker: Hashable, Sendable {
    public var id: Int32
    public var host: String
    public var port: Int32
  }

  public var brokers: [Broker]
}

extension Admin {
  /// All topics, by name.
  public func topics() async throws(KafkaError) -> [TopicDescription] {
    let timeout = timeout
    return try await call { handle throws(KafkaError) in
      let metadata = try Metadata(handle, allTopics: true, timeout: timeout)
      return try metadata.topics()
    }
  }

  /// One topic; nil where there is none of that name.
  public func describe(topic name: String) async throws(KafkaError) -> TopicDescription? {
    // Asking for one topic by name makes some brokers create it.
    try await topics().first { $0.name == name }
  }

  /// The brokers. Throws where none answers, so this is also the way to ask whether Kafka is there.
  public func cluster() async throws(KafkaError) -> ClusterDescription {
    let timeout = timeout
    return try await call { handle throws(KafkaError) in
      let metadata = try Metadata(handle, allTopics: false, timeout: timeout)
      return ClusterDescription(brokers: metadata.brokers())
    }
  }
}

/// Owns an answer about the cluster.
private struct Metadata: ~Copyable {
  private let pointer: UnsafePointer<rd_kafka_metadata>

  init(_ handle: OpaquePointer, allTopics: Bool, timeout: Duration) throws(KafkaError) {
    var answer: UnsafePointer<rd_kafka_metadata>?
    try KafkaError.check(
      rd_kafka_metadata(handle, allTopics ? 1 : 0, nil, &answer, timeout.milliseconds))
    guard let answer else { throw KafkaError(.timedOut) }
    pointer = answer
  }

  deinit {
    rd_kafka_metadata_destroy(pointer)
  }

  func brokers() -> [ClusterDescription.Broker] {
    UnsafeBufferPointer(start: pointer.pointee.brokers, count: Int(pointer.pointee.broker_cnt))
      .map { .init(id: $0.id, host: String(cString: $0.host), port: $0.port) }
      .sorted { $0.id < $1.id }
  }

  func topics() throws(KafkaError) -> [TopicDescription] {
    var topics: [TopicDescription] = []
    for topic in UnsafeBufferPointer(
      start: pointer.pointee.topics, count: Int(pointer.pointee.topic_cnt))
    {
      let name = String(cString: topic.topic)
      if topic.err != RD_KAFKA_RESP_ERR_NO_ERROR {
        throw KafkaError(KafkaError.Code(rawValue: topic.err.rawValue), topic: name)
      }
      let partitions = UnsafeBufferPointer(
        start: topic.partitions, count: Int(topic.partition_cnt)
      ).map { partition in
        TopicDescription.Partition(
          number: partition.id, leader: partition.leader >= 0 ? partition.leader : nil,
          replicas: Array(
            UnsafeBufferPointer(start: partition.replicas, count: Int(partition.replica_cnt))),
          inSyncReplicas: Array(
            UnsafeBufferPointer(start: partition.isrs, count: Int(partition.isr_cnt))))
      }
      topics.append(
        TopicDescription(name: name, partitions: partitions.sorted { $0.number < $1.number }))
    }
    return topics.sorted { $0.name < $1.name }
  }
}
