import Kafka
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(5)))
struct GroupTests {
  /// What a handler was told, to be asked for later.
  private final class Changes: Sendable {
    private let told = Mutex<[Rebalance]>([])

    func append(_ change: Rebalance) { told.withLock { $0.append(change) } }
    var all: [Rebalance] { told.withLock { $0 } }
  }

  private func member(_ group: String, _ name: String) async throws -> KafkaConfiguration {
    var configuration = try await TestBroker.configuration
    configuration.groupID = group
    configuration.groupInstanceID = "\(group)-\(name)"
    return configuration
  }

  /// Polls until the condition on the records so far holds; every poll must come back within its
  /// time.
  private func poll(
    _ consumers: [Consumer], until done: ([ConsumerRecord]) async throws -> Bool
  ) async throws -> [ConsumerRecord] {
    var records: [ConsumerRecord] = []
    let deadline = ContinuousClock.now + .seconds(60)
    while try await !done(records) {
      try Task.checkCancellation()
      try #require(ContinuousClock.now < deadline, "what was waited for did not come")
      for consumer in consumers {
        records += try await consumer.poll(timeout: .milliseconds(100))
      }
    }
    return records
  }

  @Test func whatWasReadIsCommittedBeforeItsPartitionsGo() async throws {
    let topic = try await TestBroker.makeTopic("revoked", partitions: 2)
    let places = [TopicPartition(topic, 0), TopicPartition(topic, 1)]
    let producer = try Producer(try await TestBroker.configuration)
    for place in places {
      for number in 0..<5 {
        try await producer.send(
          ProducerRecord(topic: topic, partition: place.partition, value: Array("\(number)".utf8)))
      }
    }
    await producer.close()

    let group = TestBroker.uniqueName("group")
    let first = try Consumer(try await member(group, "a"))
    let changes = Changes()
    let done = Mutex<[TopicPartition: Int64]>([:])
    let commits = Mutex<[Result<Void, KafkaError>]>([])
    try await first.subscribe(to: [topic]) { change in
      changes.append(change)
      guard case .revoking = change else { return }
      let offsets = done.withLock { $0 }
      do throws(KafkaError) {
        try await first.commit(offsets)
        commits.withLock { $0.append(.success(())) }
      } catch {
        commits.withLock { $0.append(.failure(error)) }
      }
    }
    var read = 0
    while read < 10 {
      try Task.checkCancellation()
      let batch = try await first.poll(timeout: .seconds(20))
      read += batch.count
      done.withLock { $0.merge(batch.nextOffsets) { max($0, $1) } }
    }
    #expect(changes.all == [.assigned(places)])

    try await first.close()
    #expect(changes.all == [.assigned(places), .revoking(places)])
    for commit in commits.withLock({ $0 }) {
      #expect(throws: Never.self) { try commit.get() }
    }
    let reader = try Consumer(try await member(group, "b"))
    #expect(try await reader.committed(places) == [places[0]: 5, places[1]: 5])
    try await reader.close()
  }

  @Test func aNewMemberTakesItsShareAndNothingComesTwice() async throws {
    let topic = try await TestBroker.makeTopic("shared", partitions: 2)
    let group = TestBroker.uniqueName("group")
    let first = try Consumer(try await member(group, "a"))
    let second = try Consumer(try await member(group, "b"))
    let changes = Changes()
    try await first.subscribe(to: [topic]) { changes.append($0) }
    _ = try await poll([first]) { _ in try await first.assignment().count == 2 }

    try await second.subscribe(to: [topic])
    _ = try await poll([first, second]) { _ in
      let counts = (try await first.assignment().count, try await second.assignment().count)
      return counts == (1, 1)
    }
    let both = [TopicPartition(topic, 0), TopicPartition(topic, 1)]
    #expect(changes.all.prefix(2) == [.assigned(both), .revoking(both)])
    #expect(Set(try await first.assignment() + second.assignment()) == Set(both))

    let producer = try Producer(try await TestBroker.configuration)
    for number in 0..<20 {
      try await producer.send(
        ProducerRecord(
          topic: topic, partition: Int32(number % 2), value: Array("\(number)".utf8)))
    }
    await producer.close()
    let values = try await poll([first, second]) { $0.count >= 20 }.map { $0.valueText! }
    #expect(values.sorted() == (0..<20).map(String.init).sorted())
    try await second.close()
    try await first.close()
  }

  @Test func aGroupGoesOnWhereItCommitted() async throws {
    let topic = try await TestBroker.makeTopic("resumed")
    let place = TopicPartition(topic, 0)
    let producer = try Producer(try await TestBroker.configuration)
    for number in 0..<6 {
      try await producer.send(ProducerRecord(topic: topic, key: nil, value: "\(number)"))
    }
    await producer.close()
    let configuration = try await member(TestBroker.uniqueName("group"), "a")

    let before = try Consumer(configuration)
    try await before.subscribe(to: [topic])
    var read = 0
    while read < 6 {
      try Task.checkCancellation()
      read += try await before.poll(timeout: .seconds(20)).count
    }
    try await before.commit([place: 4])
    #expect(try await before.committed([place]) == [place: 4])
    try await before.close()

    let after = try Consumer(configuration)
    try await after.subscribe(to: [topic])
    var values: [String] = []
    while values.count < 2 {
      try Task.checkCancellation()
      values += try await after.poll(timeout: .seconds(20)).map { $0.valueText! }
    }
    #expect(values == ["4", "5"])
    try await after.close()
  }

  @Test func anAssignmentBeginsWithNothingPaused() async throws {
    let topic = try await TestBroker.makeTopic("unpaused")
    let consumer = try Consumer(try await member(TestBroker.uniqueName("group"), "a"))
    let changes = Changes()
    try await consumer.subscribe(to: [topic]) { changes.append($0) }
    _ = try await poll([consumer]) { _ in changes.all.count == 1 }
    try await consumer.pause([TopicPartition(topic, 0)])
    try await consumer.unsubscribe()
    _ = try await poll([consumer]) { _ in changes.all.count == 2 }
    try await consumer.subscribe(to: [topic]) { changes.append($0) }
    let producer = try Producer(try await TestBroker.configuration)
    try await producer.send(ProducerRecord(topic: topic, key: nil, value: "late"))
    await producer.close()
    var value: String?
    while value == nil {
      try Task.checkCancellation()
      value = try await consumer.poll(timeout: .seconds(20)).first?.valueText
    }
    #expect(value == "late")
    try await consumer.close()
  }

  @Test func theRecordThatComesInTheCallThatAssignsAgainIsNotLost() async throws {
    let topic = try await TestBroker.makeTopic("again")
    let producer = try Producer(try await TestBroker.configuration)
    for number in 0..<3 {
      try await producer.send(ProducerRecord(topic: topic, key: nil, value: "\(number)"))
    }
    await producer.close()
    let consumer = try Consumer(try await member(TestBroker.uniqueName("group"), "a"))
    try await consumer.subscribe(to: [topic])
    while try await consumer.poll(timeout: .seconds(20)).isEmpty { try Task.checkCancellation() }
    // One poll finds the partition taken away, given again, and its first record.
    try await consumer.unsubscribe()
    try await consumer.subscribe(to: [topic])
    var first: String?
    while first == nil {
      try Task.checkCancellation()
      first = try await consumer.poll(max: 1, timeout: .seconds(20)).first?.valueText
    }
    #expect(first == "0")
    try await consumer.close()
  }

  @Test func whoLeavesTheGroupGivesItsPartitionsAwayAtOnce() async throws {
    let topic = try await TestBroker.makeTopic("left", partitions: 2)
    let group = TestBroker.uniqueName("group")
    let first = try Consumer(try await member(group, "a"))
    let second = try Consumer(try await member(group, "b"))
    let changes = Changes()
    try await first.subscribe(to: [topic]) { changes.append($0) }
    try await second.subscribe(to: [topic])
    _ = try await poll([first, second]) { _ in
      let counts = (try await first.assignment().count, try await second.assignment().count)
      return counts == (1, 1)
    }
    let own = try await first.assignment()
    #expect(try await first.leaveGroup(timeout: .seconds(20)))
    #expect(changes.all.last == .revoking(own))
    try await first.close()
    _ = try await poll([second]) { _ in try await second.assignment().count == 2 }
    try await second.close()
  }

  @Test func whoPollsTooRarelyIsTold() async throws {
    let topic = try await TestBroker.makeTopic("slow")
    var configuration = try await member(TestBroker.uniqueName("group"), "a")
    // The shortest that a broker may allow by default (group.min.session.timeout.ms).
    configuration.sessionTimeout = .seconds(6)
    configuration.maxPollInterval = .seconds(6)
    let consumer = try Consumer(configuration)
    let changes = Changes()
    try await consumer.subscribe(to: [topic]) { changes.append($0) }
    _ = try await poll([consumer]) { _ in try await !consumer.assignment().isEmpty }
    // Only a poll counts, other calls do not.
    var told: KafkaError?
    while told == nil {
      try Task.checkCancellation()
      try await Task.sleep(for: .seconds(7))
      for case .pollIntervalExceeded(let error) in try await consumer.poll(timeout: .zero).events {
        told = error
      }
    }
    #expect(told?.code == .maxPollExceeded)
    _ = try await poll([consumer]) { _ in changes.all.count >= 2 }
    #expect(changes.all[1] == .lost([TopicPartition(topic, 0)]))
    try await consumer.close()
  }
}
