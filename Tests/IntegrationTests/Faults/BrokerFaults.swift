import Kafka
import Logging
import Testing

/// Faults that a broker may have and Kafka has not, each shown to be there: what a worker then does cannot be seen through it.
enum BrokerFaults {
  /// Whether a broker goes on naming a transaction as aborted to readers who are past it. librdkafka then hides all that the same
  /// producer commits afterwards: such a broker loses records between two workers as soon as one of them aborts anything. Kafka
  /// names only the aborted transactions that reach into what is fetched.
  static func namesOldAborts(_ configuration: KafkaConfiguration) async throws -> Bool {
    let (topic, producer) = try await makeProducer("old-aborts", configuration)
    try producer.begin()
    try await producer.send(ProducerRecord(topic: topic, key: nil, value: "aborted"))
    try await producer.abort()
    let place = TopicPartition(topic, 0)
    let admin = try Admin(configuration)
    let behind = try #require(try await admin.watermarks(of: topic)[place]?.high)
    try producer.begin()
    try await producer.send(ProducerRecord(topic: topic, key: nil, value: "committed"))
    try await producer.commit()
    await producer.close()
    await admin.close()

    // As a reader does that has read the first transaction and goes on.
    let reader = try Consumer(configuration)
    try await reader.assign([place: .offset(behind)])
    var isAtEnd = false
    var seen: [ConsumerRecord] = []
    while !isAtEnd {
      try Task.checkCancellation()
      let batch = try await reader.poll(timeout: .seconds(20))
      seen += batch
      for case .partitionEnd(_, let next) in batch.events where next > behind { isAtEnd = true }
    }
    try await reader.close()
    return seen.isEmpty
  }

  /// Whether a broker forgets over a restart that a transaction is open, and yet says that it has committed it. Kafka goes on with it.
  static func forgetsOpenTransactions(_ broker: StoppableBroker) async throws -> Bool {
    let configuration = await broker.configuration
    let (topic, producer) = try await makeProducer("open-transaction", configuration)
    try producer.begin()
    try await producer.send(ProducerRecord(topic: topic, key: nil, value: "open"))
    try await broker.takeAway(for: .zero)
    try await producer.commit()
    await producer.close()
    return try await Reading.all(of: topic, configuration: configuration).isEmpty
  }

  /// The broker goes away, of which nobody wants to read.
  private static let quiet = Logger(label: "faults") { _ in SwiftLogNoOpLogHandler() }

  /// A topic of its own, and who writes to it.
  private static func makeProducer(
    _ stem: String, _ configuration: KafkaConfiguration
  ) async throws -> (topic: String, producer: TransactionalProducer) {
    let topic = TestBroker.uniqueName(stem)
    let admin = try Admin(configuration)
    try await admin.createTopic(NewTopic(topic, partitions: 1))
    await admin.close()
    var configuration = configuration
    configuration.transactionalID = topic
    let producer = try TransactionalProducer(configuration, logger: quiet)
    try await producer.initTransactions()
    return (topic, producer)
  }
}
