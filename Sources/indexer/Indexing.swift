internal import EventStore
internal import Foundation
internal import Kafka
internal import StageRuntime
internal import Synchronization

/// Between the records of Kafka and the batches of the store.
///
/// The store commits before Kafka does, and keeps what goes out until Kafka has it. Each output
/// belongs to the partition that its event's article came from, whoever made it: the worker that has
/// the partition publishes what its outbox holds, and how far it came stands beside the partition's
/// offset in the group.
final class Indexing: Sendable {
  private let opening: @Sendable () throws(StoreError) -> EventStore
  private let topic: String
  private let event = CloudEvent(type: "rawi.event", source: "/rawi/indexer")
  private let retention: Retention
  private let threads: Int
  private let state = Mutex(State())

  private struct State {
    var store: EventStore?
    /// What was acknowledged when a partition was assigned.
    var known: [SourcePartition: Int64] = [:]
    /// Partitions that were taken, in which of their assignments.
    var taken: [SourcePartition: Int] = [:]
    /// Up to where the outputs of those were published then.
    var published: [SourcePartition: Int64] = [:]
    /// What was acknowledged last.
    var acknowledged: [SourcePartition: PublishedPlace] = [:]
    /// When the store is looked through next for what is too old.
    var forgetting = ContinuousClock.now
  }

  /// How many outputs go out at once that were there before the batch.
  private static let portion = 2000

  /// - Parameters:
  ///   - topic: where events go.
  ///   - mustOpen: whether a store that is away now is an error.
  ///   - retention: what the store keeps.
  ///   - threads: how many read a batch at once.
  ///   - open: opens the store.
  init(
    into topic: String, mustOpen: Bool, keeping retention: Retention, threads: Int,
    open: @escaping @Sendable () throws(StoreError) -> EventStore
  ) throws {
    self.topic = topic
    self.retention = retention
    self.threads = threads
    opening = open
    do {
      let store = try open()
      state.withLock { $0.store = store }
    } catch {
      if error.isRetriable, !mustOpen { return }
      throw ConfigurationError("\(error)", origin: .commandLine(option: "--store"))
    }
  }

  var work: BatchWork {
    BatchWork(
      assigned: { [self] partitions in
        try reporting { (store, state) throws(StoreError) in
          let sources = partitions.map(SourcePartition.init)
          for source in sources { state.known[source] = nil }
          state.known.merge(try store.acknowledged(sources)) { $1 }
        }
      },
      work: { [self] batch in
        try reporting { (store, state) throws(StoreError) in
          try forget(store, &state)
          return try index(batch, store, &state)
        }
      })
  }

  /// A little of what is too old goes between two batches, and is looked for once a minute.
  private func forget(_ store: EventStore, _ state: inout State) throws(StoreError) {
    guard !retention.isUnlimited, ContinuousClock.now >= state.forgetting else { return }
    let now = Int64(Date.now.timeIntervalSince1970)
    if try !store.forget(retention, now: now).isPartial {
      state.forgetting = .now + .seconds(60)
    }
  }

  private func reporting<Value: Sendable>(
    _ body: (EventStore, inout State) throws(StoreError) -> Value
  ) throws -> Value {
    let result = state.withLock { state in
      Result { () throws(StoreError) in
        let store = if let store = state.store { store } else { try opening() }
        state.store = store
        return try body(store, &state)
      }
    }
    do { return try result.get() } catch {
      if error.isRetriable { throw Unavailable(error.description) }
      if error.code == .cannotOpen {
        throw ConfigurationError("\(error)", origin: .commandLine(option: "--store"))
      }
      throw StageFailure("the event store: \(error)")
    }
  }

  private func index(
    _ batch: StageBatch, _ store: EventStore, _ state: inout State
  ) throws(StoreError) -> StageAnswer {
    let places = Dictionary(
      uniqueKeysWithValues: batch.places.map { (SourcePartition($0.key), $0.value) })
    try take(places, store, &state)
    let news = acknowledgements(places, state)
    let inputs = batch.records.map(IndexInput.init)
    let result: IndexResult
    if inputs.isEmpty {
      try store.acknowledge(news)
      result = IndexResult()
    } else {
      result = try store.apply(batch: inputs, acknowledging: news, threads: threads)
    }
    state.acknowledged.merge(news) { $1 }
    let ends = inputs.isEmpty ? try store.lastOutputs() : result.before
    let read = Set(inputs.map(\.position.source))
    // A partition with no place in the group has none to write a mark beside.
    let held = places.filter { $0.value.handedOver != nil || read.contains($0.key) }
    return try answer(batch.records, result, ends, held, store, state)
  }

  /// Partitions that were assigned anew.
  private func take(
    _ places: [SourcePartition: StagePlace], _ store: EventStore, _ state: inout State
  ) throws(StoreError) {
    for (source, place) in places where state.taken[source] != place.assignment {
      state.published[source] = try store.take(
        source, committed: place.committed?.offset,
        mark: place.committed.flatMap { OutboxMark($0.metadata) }, known: state.known[source])
      state.taken[source] = place.assignment
      state.acknowledged[source] = nil
    }
  }

  private func acknowledgements(
    _ places: [SourcePartition: StagePlace], _ state: State
  ) -> [SourcePartition: PublishedPlace] {
    var news: [SourcePartition: PublishedPlace] = [:]
    for (source, place) in places {
      guard let committed = place.committed else { continue }
      let mark = OutboxMark(committed.metadata)
      let sequence = mark?.store == state.store?.mark(0).store ? mark?.sequence : nil
      let new = PublishedPlace(offset: committed.offset, sequence: sequence)
      if state.acknowledged[source] != new { news[source] = new }
    }
    return news
  }

  private func answer(
    _ records: [SourceRecord], _ result: IndexResult, _ ends: [SourcePartition: Int64],
    _ held: [SourcePartition: StagePlace], _ store: EventStore, _ state: State
  ) throws(StoreError) -> StageAnswer {
    var earlier: [IndexOutput] = []
    var own: [SourcePosition: [IndexOutput]] = [:]
    var late: Set<SourcePartition> = []
    var published: [SourcePartition: Int64] = [:]
    for (source, place) in held {
      // What was handed over counts, not what was made: a batch may have been thrown away.
      let mark = place.handedOver.flatMap { OutboxMark($0.metadata) }
      let start = mark?.store == store.mark(0).store ? mark?.sequence : state.published[source]
      published[source] = start ?? 0
      guard let start, ends[source] ?? 0 > start else { continue }
      // Others put something there, or an earlier worker left it: it goes first.
      let outputs = try store.outbox(of: source, behind: start, limit: Self.portion)
      earlier += outputs
      published[source] = outputs.last?.sequence ?? start
      late.insert(source)
    }
    for output in result.outputs where held[output.owner] != nil && !late.contains(output.owner) {
      guard let cause = output.cause else { continue }
      own[cause, default: []].append(output)
      published[output.owner] = output.sequence
    }
    var marks: [TopicPartition: String] = [:]
    if !records.isEmpty || !earlier.isEmpty {
      for (source, sequence) in published {
        marks[TopicPartition(source)] = store.mark(sequence).text
      }
    }
    let rejections = Dictionary(
      result.rejections.map { ($0.position, $0.error) }
    ) { first, _ in first }
    return StageAnswer(
      earlier: earlier.map { self.record($0, nil) },
      results: records.map { record in
        let position = SourcePosition(record)
        if let error = rejections[position] { return .failure(error) }
        return .success((own[position] ?? []).map { self.record($0, record) })
      }, marks: marks)
  }

  private func record(_ output: IndexOutput, _ cause: SourceRecord?) -> ProducerRecord {
    let owner = SourceRecord(
      topic: output.owner.topic, partition: output.owner.partition, offset: output.sequence,
      key: nil, value: nil)
    return ProducerRecord(
      topic: topic, key: Array(output.eventID.utf8), value: output.record,
      headers: event.headers(
        for: cause ?? owner, id: "\(owner.topic)-\(owner.partition)-outbox-\(output.sequence)",
        subject: output.eventID, isTombstone: output.record == nil))
  }
}

extension SourcePosition {
  fileprivate init(_ record: SourceRecord) {
    self.init(topic: record.topic, partition: record.partition, offset: record.offset)
  }
}

extension SourcePartition {
  init(_ partition: TopicPartition) {
    self.init(topic: partition.topic, partition: partition.partition)
  }
}

extension TopicPartition {
  fileprivate init(_ source: SourcePartition) { self.init(source.topic, source.partition) }
}

extension IndexInput {
  init(_ record: SourceRecord) {
    self.init(
      position: SourcePosition(record), articleID: record.keyText, parsed: record.value)
  }
}
