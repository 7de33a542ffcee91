internal import Kafka
internal import Synchronization

/// Which of a batch's outputs are still to be sent.
struct Sending: Sendable {
  /// One output: the record it comes from and its number there.
  struct Place: Sendable, Hashable {
    var record: Int
    var output: Int
  }

  private(set) var records: [PreparedRecord]
  /// In the order in which they are to be sent.
  private(set) var open: [Place]
  private var tooLarge: [Reports.Failure] = []
  /// What the delivery reports say, from librdkafka's thread.
  let reports = Reports()

  init(_ batch: PreparedBatch) {
    records = batch.records
    open = []
    restart()
  }

  /// Everything is to be sent again: what was sent is thrown away with its transaction.
  mutating func restart() {
    open = records.indices.flatMap { record in
      records[record].outputs.indices.map { Place(record: record, output: $0) }
    }
    _ = reports.take()
  }

  subscript(place: Place) -> ProducerRecord { records[place.record].outputs[place.output] }

  /// The first `count` of the open ones are with the producer.
  mutating func sent(_ count: Int) {
    open.removeFirst(count)
  }

  /// Takes the failed ones back, in order; the first reason of all.
  mutating func takeFailures() -> KafkaError? {
    let failures = reports.take()
    open += failures.map(\.place)
    open.sort { ($0.record, $0.output) < ($1.record, $1.output) }
    tooLarge += failures.filter { $0.error.code == .recordTooLarge }
    return failures.first?.error
  }

  /// An output that the producer refused at once.
  mutating func refused(_ place: Place, _ error: KafkaError) {
    if error.code == .recordTooLarge {
      tooLarge.append(Reports.Failure(place: place, error: error))
    }
  }

  /// Puts dead letters in place of records whose output no broker takes, so that the rest goes on.
  mutating func replaceTooLarge(by preparation: Preparation) {
    _ = takeFailures()
    guard !tooLarge.isEmpty else { return }
    let errors = Dictionary(tooLarge.map { ($0.place.record, $0.error) }) { first, _ in first }
    tooLarge = []
    for (record, error) in errors {
      records[record] = preparation.replaced(records[record], because: error)
      open.removeAll { $0.record == record }
      open += records[record].outputs.indices.map { Place(record: record, output: $0) }
    }
    open.sort { ($0.record, $0.output) < ($1.record, $1.output) }
  }
}

/// Collects the outputs that were not delivered.
final class Reports: Sendable {
  struct Failure: Sendable {
    var place: Sending.Place
    var error: KafkaError
  }

  private let failures = Mutex<[Failure]>([])

  func add(_ failure: Failure) {
    failures.withLock { $0.append(failure) }
  }

  func take() -> [Failure] {
    failures.withLock { failures in
      defer { failures = [] }
      return failures
    }
  }
}
