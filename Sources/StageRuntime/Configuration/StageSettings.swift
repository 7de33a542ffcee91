public import Kafka
internal import Logging

/// What a worker runs with: its options resolved, completed and found consistent.
public struct StageSettings: Sendable {
  public let worker: String
  public let group: String
  public let instance: String
  public let delivery: Delivery
  public let batchRecords: Int
  public let threads: Int
  public let drainTimeout: Duration
  public let summaryInterval: Duration
  public let consumer: KafkaConfiguration
  public let producer: KafkaConfiguration
  /// What will work but is hardly meant, each in one line.
  public let warnings: [String]

  /// - Parameter worker: such as `parser-worker`.
  /// - Throws: ``ConfigurationError`` where settings contradict each other or the worker.
  public init(
    worker: String, kafka: KafkaOptions, stage: StageOptions
  ) throws(ConfigurationError) {
    self.worker = worker
    group = stage.group ?? "\(kafka.topicPrefix)rawi-\(worker)"
    instance = stage.instanceName
    delivery = stage.delivery
    batchRecords = stage.batchRecords
    threads = stage.threadCount
    drainTimeout = stage.drainTimeout.duration
    summaryInterval = stage.summaryInterval.duration

    let properties = kafka.allProperties
    try PropertyRules.check(properties, delivery: delivery, drain: stage.drainTimeout)
    warnings = try kafka.checkSecurity()
    var shared = KafkaConfiguration(
      bootstrapServers: properties[KafkaProperty.bootstrapServers] ?? "", properties: properties)
    if shared.clientID == nil { shared.clientID = "\(group)-\(instance)" }

    var consumer = shared
    consumer.groupID = group
    // A member that comes back under its name keeps its partitions without a rebalance, and takes
    // the place of the process that was killed.
    consumer.groupInstanceID = instance
    consumer["enable.auto.commit"] = "false"
    if consumer.offsetReset == nil { consumer.offsetReset = .earliest }
    if consumer.isolationLevel == nil { consumer.isolationLevel = .readCommitted }
    if consumer["partition.assignment.strategy"] == nil {
      consumer["partition.assignment.strategy"] = "range,roundrobin"
    }
    self.consumer = consumer

    var producer = shared
    producer["enable.idempotence"] = "true"
    if delivery == .exactlyOnce {
      producer.transactionalID = "\(group)-\(instance)"
      if producer.transactionTimeout == nil {
        producer["transaction.timeout.ms"] = "\(PropertyRules.transactionTimeout)"
      }
    }
    if producer.linger == nil { producer.linger = .milliseconds(5) }
    if producer.compression == nil { producer.compression = .zstd }
    self.producer = producer
  }

  /// Makes and closes the clients, so that librdkafka sees every property.
  ///
  /// - Throws: ``ConfigurationError`` with the property's name.
  public func validate() async throws(ConfigurationError) {
    let silent = Logger(label: "validate") { _ in SwiftLogNoOpLogHandler() }
    do throws(KafkaError) {
      try await Consumer(consumer, logger: silent).close()
      if delivery == .exactlyOnce {
        await (try TransactionalProducer(producer, logger: silent)).close()
      } else {
        await (try Producer(producer, logger: silent)).close()
      }
    } catch {
      throw ConfigurationError("kafka property \(error.message)")
    }
  }
}
