internal import ArgumentParser
internal import Foundation
internal import Kafka

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

  @Option(help: "How often.")
  var rounds = 3

  func run() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "rawi-benchmark-\(getpid())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let broker = try await LocalBroker.start(dataDirectory: folder.path)
    do {
      try await measure(KafkaConfiguration(bootstrapServers: broker.bootstrapServers))
    } catch {
      await broker.stop()
      throw error
    }
    await broker.stop()
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
      var seconds: [Double] = []
      for round in 0..<rounds {
        seconds.append(try await copy(configuration, isTransactional ? "copy-\(round)" : nil))
      }
      let median = seconds.sorted()[seconds.count / 2]
      print(
        String(
          format: "%@: %.3f CPU s for %d records of %d bytes (%.3f to %.3f in %d rounds)",
          isTransactional ? "exactly once" : "at least once", median, records, bytes,
          seconds.min() ?? 0, seconds.max() ?? 0, rounds))
    }
  }

  /// - Parameter transactionalID: nil for writing without transactions.
  /// - Returns: processor seconds.
  private func copy(
    _ configuration: KafkaConfiguration, _ transactionalID: String?
  ) async throws -> Double {
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
    let start = ProcessCost.own.seconds
    var copied = 0
    while copied < records {
      let read = try await consumer.poll(max: batch, timeout: .seconds(10))
      guard !read.isEmpty else { continue }
      try await target.write(read, to: "out", consumer)
      copied += read.count
    }
    try await target.finish()
    let seconds = ProcessCost.own.seconds - start
    try await consumer.close()
    return seconds
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

  func finish() async throws {
    switch self {
    case .plain(let producer):
      try await producer.flush(timeout: .seconds(60))
      await producer.close()
    case .transactional(let producer): await producer.close()
    }
  }
}

extension ConsumerRecord {
  fileprivate func copied(to topic: String) -> ProducerRecord {
    ProducerRecord(topic: topic, key: keyBytes, value: valueBytes)
  }
}
