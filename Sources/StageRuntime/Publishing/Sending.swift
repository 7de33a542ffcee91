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
  /// What is still to be sent, the next one last.
  private var open: [Place]
  /// Outputs that were refused in company: a broker takes or refuses a whole batch of the producer's, so only alone they show
  /// whether it was they.
  private var suspects: Set<Place> = []
  private var refused: [Reports.Failure] = []
  /// What the delivery reports say, from librdkafka's thread.
  let reports = Reports()

  init(_ batch: PreparedBatch) {
    records = batch.records
    open = []
    restart()
  }

  /// Everything is to be sent again: what was sent is thrown away with its transaction.
  mutating func restart() {
    open = []
    reopen(records.indices.flatMap(places))
    _ = reports.take()
  }

  /// The next one to be sent.
  var next: Place? { open.last }

  subscript(place: Place) -> ProducerRecord { records[place.record].outputs[place.output] }

  /// Whether nothing else may go along with this one.
  func goesAlone(_ place: Place) -> Bool { suspects.contains(place) }

  /// The next one is with the producer.
  mutating func sent() { open.removeLast() }

  /// The producer does not take the next one at all.
  mutating func refuse(_ error: KafkaError) {
    refused.append(Reports.Failure(place: open.removeLast(), error: error))
  }

  /// Takes the failed ones back, in order; the first reason of all.
  mutating func takeFailures() -> KafkaError? {
    let failures = reports.take()
    reopen(failures.map(\.place))
    for failure in failures where failure.error.refusesRecord {
      if !suspects.insert(failure.place).inserted { refused.append(failure) }
    }
    return failures.first?.error
  }

  /// Puts dead letters in place of records whose output no broker takes, so that the rest goes on.
  ///
  /// - Returns: whether the next attempt differs from the last.
  /// - Throws: where not even the shortest dead letter is taken.
  mutating func replaceRefused(by preparation: Preparation) throws(StageFailure) -> Bool {
    let known = suspects.count
    _ = takeFailures()
    let errors = Dictionary(refused.map { ($0.place.record, $0.error) }) { first, _ in first }
    refused = []
    for (record, error) in errors {
      records[record] = try preparation.replaced(records[record], because: error)
      open.removeAll { $0.record == record }
      reopen(places(of: record))
    }
    return !errors.isEmpty || suspects.count > known
  }

  private func places(of record: Int) -> [Place] {
    records[record].outputs.indices.map { Place(record: record, output: $0) }
  }

  private mutating func reopen(_ places: [Place]) {
    guard !places.isEmpty else { return }
    open += places
    open.sort { ($0.record, $0.output) > ($1.record, $1.output) }
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
