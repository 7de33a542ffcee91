internal import Foundation
internal import Kafka

/// One round: all records of a topic written to another.
struct Copying {
  var configuration: KafkaConfiguration
  let records: Int
  let batch: Int
  /// Nil for writing without transactions.
  let transactionalID: String?

  /// What it costs, and how many seconds it takes.
  func run() async throws -> (cost: ProcessCost, elapsed: Double) {
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
    let cost = (ProcessCost.own - start, (ContinuousClock.now - began) / .seconds(1))
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
