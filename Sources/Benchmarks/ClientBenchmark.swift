internal import ArgumentParser
internal import Foundation
internal import Kafka
internal import StageRuntime

/// What the Kafka client costs by itself: records are read and written again as they are.
struct ClientBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "client",
    abstract: "Measures the Kafka client: records in, the same records out.",
    discussion: """
      Needs the local broker. The processor time is this program's with all of librdkafka's threads, from the first record \
      read to the last one written; the broker's is not in it.
      """)

  @Option(help: "How many records.")
  var records = 10_000

  @Option(help: "How long each record's value is, in bytes.")
  var bytes = 2_000

  @Option(help: "How many records in a transaction.")
  var batch = 500

  @Option(
    name: .customLong("kafka"),
    help: ArgumentHelp("Properties of librdkafka's.", valueName: "name=value"))
  var properties: [KafkaProperty] = []

  @Option(help: "How often.")
  var rounds = 3

  func run() async throws {
    try await withLocalBroker { bootstrapServers, _ in
      var configuration = KafkaConfiguration(bootstrapServers: bootstrapServers)
      for property in properties { configuration[property.name] = property.value }
      try await measure(configuration)
    }
  }

  private func measure(_ configuration: KafkaConfiguration) async throws {
    let admin = try Admin(configuration)
    try await admin.createTopic(NewTopic("in", partitions: 1))
    try await admin.createTopic(NewTopic("out", partitions: 1))
    await admin.close()
    let producer = try Producer(configuration)
    let value = (0..<bytes).map { UInt8(0x20 + $0 % 0x5F) }
    for number in 0..<records {
      try await producer.enqueue(
        ProducerRecord(topic: "in", key: Array("\(number)".utf8), value: value))
    }
    try await producer.flush(timeout: .seconds(60))
    await producer.close()
    for isTransactional in [false, true] {
      var costs: [(cost: ProcessCost, elapsed: Duration)] = []
      for round in 0..<rounds {
        costs.append(try await copy(configuration, isTransactional ? "copy-\(round)" : nil))
      }
      costs.sort { $0.cost.seconds < $1.cost.seconds }
      let median = costs[costs.count / 2]
      print(
        String(
          format:
            "%@: %.3f CPU s for %d records of %d bytes (%.3f to %.3f in %d rounds), %.3f of them librdkafka's threads, in %.2f s",
          isTransactional ? "exactly once" : "at least once", median.cost.seconds, records, bytes,
          costs[0].cost.seconds, costs[costs.count - 1].cost.seconds, rounds,
          median.cost.clientSeconds, median.elapsed / .seconds(1)))
    }
  }

  /// - Parameter transactionalID: nil for writing without transactions.
  private func copy(
    _ configuration: KafkaConfiguration, _ transactionalID: String?
  ) async throws -> (cost: ProcessCost, elapsed: Duration) {
    var configuration = configuration
    configuration.groupID = "copy-\(UUID())"
    let consumer = try Consumer(configuration)
    try await consumer.assign([TopicPartition("in", 0): .beginning])
    configuration.transactionalID = transactionalID
    let target: Target =
      transactionalID == nil
      ? .plain(try Producer(configuration))
      : .transactional(try TransactionalProducer(configuration))
    if case .transactional(let producer) = target { try await producer.initTransactions() }
    let start = ProcessCost.own
    let began = ContinuousClock.now
    var copied = 0
    while copied < records {
      let read = try await consumer.poll(max: batch, timeout: .seconds(10))
      guard !read.isEmpty else { continue }
      try await target.write(read, to: "out", consumer)
      copied += read.count
    }
    try await target.flush()
    // Before their threads go, whose account goes with them.
    let cost = (ProcessCost.own - start, began.duration(to: .now))
    await target.close()
    try await consumer.close()
    return cost
  }
}

/// Where the records go.
private enum Target {
  case plain(Producer)
  case transactional(TransactionalProducer)

  func write(_ batch: ConsumerBatch, to topic: String, _ consumer: Consumer) async throws {
    switch self {
    case .plain(let producer):
      for record in batch { try await producer.enqueue(record.copied(to: topic)) }
      try await consumer.commit(batch.nextOffsets)
    case .transactional(let producer):
      try producer.begin()
      for record in batch { try await producer.enqueue(record.copied(to: topic)) }
      try await producer.sendOffsets(batch.nextOffsets, group: consumer.groupMetadata())
      try await producer.commit()
    }
  }

  func flush() async throws {
    switch self {
    case .plain(let producer): try await producer.flush(timeout: .seconds(60))
    case .transactional(let producer): try await producer.flush(timeout: .seconds(60))
    }
  }

  func close() async {
    switch self {
    case .plain(let producer): await producer.close()
    case .transactional(let producer): await producer.close()
    }
  }
}

extension ConsumerRecord {
  fileprivate func copied(to topic: String) -> ProducerRecord {
    ProducerRecord(topic: topic, key: keyBytes, value: valueBytes)
  }
}
