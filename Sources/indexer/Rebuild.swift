internal import EventStore
internal import Foundation
internal import Kafka
internal import Logging
internal import StageRuntime

/// Makes the event store anew from `events` and `articles.parsed`.
struct Rebuild {
  let path: String
  let passwordFile: String?
  let storyWindow: Int64
  let settings: StageSettings
  let logger: Logger

  /// - Parameters:
  ///   - events: the topic of what consumers were told.
  ///   - articles: the topic of parsed articles.
  func run(events: String, articles: String) async throws {
    do {
      let rebuild = try StoreRebuild(
        path: path, passwordFile: passwordFile, storyWindow: storyWindow)
      let next = try await committed(of: articles)
      var told = 0
      try await read(events) { records in
        try rebuild.note(
          told: records.map { (eventID: $0.keyText ?? "", record: $0.value) })
        told += records.count
      }
      logger.info("read what was told", metadata: ["topic": "\(events)", "records": "\(told)"])
      var read = 0
      try await self.read(articles) { records in
        let known = records.filter { $0.offset < next[$0.topicPartition] ?? 0 }
        try rebuild.read(known.map(IndexInput.init), threads: settings.threads)
        read += known.count
      }
      let amends = try rebuild.finish(
        goingOnAt: Dictionary(
          uniqueKeysWithValues: next.map {
            (SourcePartition(topic: $0.key.topic, partition: $0.key.partition), $0.value)
          }))
      logger.info(
        "the store is made anew",
        metadata: ["store": "\(path)", "articles": "\(read)", "to_amend": "\(amends)"])
    } catch let error as StoreError {
      throw StageFailure("the event store: \(error)")
    } catch let error as KafkaError {
      throw StageFailure("Kafka at \(settings.consumer.bootstrapServers): \(error)")
    }
  }

  /// Up to where the group has read each partition, and written what came of it.
  private func committed(of topic: String) async throws -> [TopicPartition: Int64] {
    var configuration = settings.consumer
    configuration.groupID = nil
    configuration.groupInstanceID = nil
    let admin = try Admin(configuration, logger: logger)
    defer { Task { await admin.close() } }
    guard let description = try await admin.describe(topic: topic) else {
      throw StageFailure("there is no topic \(topic); make it with: rawi topics create")
    }
    return try await admin.committedOffsets(
      group: settings.group, of: description.partitions.map { TopicPartition(topic, $0.number) })
  }

  /// Hands out the committed records of a topic up to its end, outside of any group.
  private func read(_ topic: String, _ handle: ([SourceRecord]) throws -> Void) async throws {
    var configuration = settings.consumer
    configuration.groupID = nil
    configuration.groupInstanceID = nil
    configuration.isolationLevel = .readCommitted
    let consumer = try Consumer(configuration, logger: logger)
    let admin = try Admin(configuration, logger: logger)
    let places = try await admin.watermarks(of: topic).keys
    await admin.close()
    try await consumer.assign(
      Dictionary(uniqueKeysWithValues: places.map { ($0, StartOffset.beginning) }))
    var open = Set(places)
    while !open.isEmpty {
      try Task.checkCancellation()
      let batch = try await consumer.poll(max: settings.batchRecords, timeout: .seconds(1))
      if !batch.isEmpty { try handle(batch.map(SourceRecord.init(copying:))) }
      for event in batch.events {
        switch event {
        case .partitionEnd(let place, _): open.remove(place)
        case .error(let error) where !error.isRetriable: throw error
        case .error, .pollIntervalExceeded: break
        }
      }
    }
    try await consumer.close()
  }
}

extension SourceRecord {
  fileprivate init(copying record: ConsumerRecord) {
    self.init(
      topic: record.topic, partition: record.partition, offset: record.offset,
      key: record.keyBytes, value: record.valueBytes)
  }
}
