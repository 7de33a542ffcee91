import Foundation
import Kafka
import Testing

@Suite(.timeLimit(.minutes(5)))
struct PositionTests {
  /// A topic of one partition with the numbers from 0 as its records, stamped a second apart.
  private func numbers(
    _ count: Int, from start: Int64
  ) async throws -> TopicPartition {
    let topic = try await TestBroker.makeTopic("numbers")
    let producer = try Producer(try await TestBroker.configuration)
    for number in 0..<count {
      try await producer.send(
        ProducerRecord(
          topic: topic, value: Array("\(number)".utf8), timestamp: start + Int64(number) * 1000))
    }
    await producer.close()
    return TopicPartition(topic, 0)
  }

  private var oneHourAgo: Int64 { Int64(Date.now.timeIntervalSince1970 - 3600) * 1000 }

  private func take(_ count: Int, from consumer: Consumer) async throws -> [String] {
    var values: [String] = []
    while values.count < count {
      try Task.checkCancellation()
      let batch = try await consumer.poll(max: count - values.count, timeout: .seconds(20))
      try #require(!batch.isEmpty || !batch.events.isEmpty)
      values += batch.map { $0.valueText! }
    }
    return values
  }

  private func untilEnd(_ consumer: Consumer) async throws -> [String] {
    var values: [String] = []
    while true {
      try Task.checkCancellation()
      let batch = try await consumer.poll(timeout: .seconds(20))
      try #require(!batch.isEmpty || !batch.events.isEmpty)
      values += batch.map { $0.valueText! }
      for case .partitionEnd in batch.events { return values }
    }
  }

  @Test func aPausedPartitionGoesOnWhereItStopped() async throws {
    let place = try await numbers(6, from: oneHourAgo)
    let consumer = try Consumer(try await TestBroker.configuration)
    try await consumer.assign([place: .beginning])
    #expect(try await take(2, from: consumer) == ["0", "1"])
    try await consumer.pause([place])
    let batch = try await consumer.poll(timeout: .milliseconds(500))
    #expect(batch.isEmpty)
    try await consumer.resume([place])
    #expect(try await take(4, from: consumer) == ["2", "3", "4", "5"])
    try await consumer.close()
  }

  /// The records that were fetched are not thrown away by it.
  @Test func whatIsNotPausedMayBeResumed() async throws {
    let place = try await numbers(6, from: oneHourAgo)
    let consumer = try Consumer(try await TestBroker.configuration)
    try await consumer.assign([place: .beginning])
    #expect(try await take(2, from: consumer) == ["0", "1"])
    try await consumer.resume([place])
    #expect(try await take(4, from: consumer) == ["2", "3", "4", "5"])
    try await consumer.close()
  }

  @Test func seekingGoesBackAndForth() async throws {
    let place = try await numbers(5, from: oneHourAgo)
    let consumer = try Consumer(try await TestBroker.configuration)
    try await consumer.assign([place: .beginning])
    #expect(try await untilEnd(consumer) == ["0", "1", "2", "3", "4"])
    try await consumer.seek([place: .offset(1)])
    #expect(try await untilEnd(consumer) == ["1", "2", "3", "4"])
    try await consumer.seek([place: .beforeEnd(2)])
    #expect(try await untilEnd(consumer) == ["3", "4"])
    try await consumer.close()
  }

  @Test func anOffsetIsFoundByItsTime() async throws {
    let start = oneHourAgo
    let place = try await numbers(5, from: start)
    let consumer = try Consumer(try await TestBroker.configuration)
    #expect(try await consumer.offsets(at: start + 2000, of: [place]) == [place: 2])
    #expect(try await consumer.offsets(at: start + 60_000, of: [place]) == [:])
    try await consumer.close()
  }

  @Test func lagIsWhatIsLeftToRead() async throws {
    let place = try await numbers(5, from: oneHourAgo)
    let consumer = try Consumer(try await TestBroker.configuration)
    #expect(try await consumer.lag() == [:])
    try await consumer.assign([place: .beginning])
    #expect(try await take(2, from: consumer) == ["0", "1"])
    #expect(try await consumer.lag() == [place: 3])
    #expect(try await consumer.positions(of: [place]) == [place: 2])
    _ = try await untilEnd(consumer)
    #expect(try await consumer.lag() == [place: 0])
    #expect(try await consumer.watermarks(of: place) == Watermarks(low: 0, high: 5))
    try await consumer.assign([:])
    #expect(try await consumer.lag() == [:])
    try await consumer.close()
  }

  @Test func theMarksOfTransactionsAreNoLag() async throws {
    let topic = try await TestBroker.makeTopic("marks")
    let place = TopicPartition(topic, 0)
    var configuration = try await TestBroker.configuration
    configuration.transactionalID = TestBroker.uniqueName("writer")
    let producer = try TransactionalProducer(configuration)
    try await producer.initTransactions()
    try producer.begin()
    try await producer.send(ProducerRecord(topic: topic, key: nil, value: "0"))
    try await producer.commit()
    await producer.close()

    let consumer = try Consumer(try await TestBroker.configuration)
    try await consumer.assign([place: .beginning])
    #expect(try await untilEnd(consumer) == ["0"])
    #expect(try await consumer.lag() == [place: 0])
    try await consumer.close()
  }
}
