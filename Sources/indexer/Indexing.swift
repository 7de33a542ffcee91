internal import EventStore
internal import Kafka
internal import StageRuntime

/// Between the records of Kafka and the batches of the store.
///
/// The store commits before Kafka does, and keeps what a batch gave until Kafka has it: after a
/// crash between the two the same records come again and give the same again, and nothing is
/// written twice.
struct Indexing: Sendable {
  private let store: EventStore
  private let topic: String
  private let event = CloudEvent(type: "rawi.event", source: "/rawi/indexer")

  /// - Parameters:
  ///   - path: the store's file.
  ///   - storyWindow: in seconds.
  ///   - topic: where events go.
  init(_ path: String, storyWindow: Int64, into topic: String) throws {
    do { store = try EventStore(path: path, storyWindow: storyWindow) } catch {
      throw ConfigurationError("\(error)", origin: .commandLine(option: "--store"))
    }
    self.topic = topic
  }

  func index(
    _ records: [SourceRecord], committed: [TopicPartition: Int64]
  ) throws -> [Result<[ProducerRecord], any Error>] {
    do throws(StoreError) {
      let offsets = committed.map {
        (SourcePartition(topic: $0.key.topic, partition: $0.key.partition), $0.value)
      }
      try store.acknowledge(Dictionary(offsets) { max($0, $1) })
      return results(of: try store.apply(batch: records.map(IndexInput.init)), for: records)
    } catch {
      if error.isRetriable { throw Unavailable(error.description) }
      throw StageFailure("the event store: \(error)")
    }
  }

  /// The store's answer, sorted by the records that it is about.
  private func results(
    of answer: IndexResult, for records: [SourceRecord]
  ) -> [Result<[ProducerRecord], any Error>] {
    let outputs = Dictionary(grouping: answer.outputs, by: \.position)
    let rejections = Dictionary(
      answer.rejections.map { ($0.position, $0.error) }
    ) { first, _ in first }
    return records.map { record in
      let position = SourcePosition(record)
      if let error = rejections[position] { return .failure(error) }
      return .success(
        (outputs[position] ?? []).enumerated().map { index, output in
          ProducerRecord(
            topic: topic, key: Array(output.eventID.utf8), value: output.record,
            headers: event.headers(
              for: record, index: index, subject: output.eventID,
              isTombstone: output.record == nil))
        })
    }
  }
}

extension SourcePosition {
  fileprivate init(_ record: SourceRecord) {
    self.init(topic: record.topic, partition: record.partition, offset: record.offset)
  }
}

extension IndexInput {
  init(_ record: SourceRecord) {
    self.init(
      position: SourcePosition(record), articleID: record.keyText, parsed: record.value)
  }
}
