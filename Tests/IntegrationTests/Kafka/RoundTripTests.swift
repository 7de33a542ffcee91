import Foundation
import Kafka
import Testing

@Suite(.timeLimit(.minutes(5)))
struct RoundTripTests {
  @Test func aRecordComesBackAsItWasWritten() async throws {
    let topic = try await TestBroker.makeTopic("round-trip")
    let producer = try Producer(try await TestBroker.configuration)
    var headers: Headers = ["content-type": "text/plain", "لغة": "ar"]
    headers.append("empty", [])
    headers.append("absent", nil)
    headers.append("twice", "one")
    headers.append("twice", "two")
    let now = Int64(Date.now.timeIntervalSince1970 * 1000)
    let position = try await producer.send(
      ProducerRecord(
        topic: topic, key: Array("مفتاح".utf8), value: Array("مرحبا بالعالم".utf8),
        headers: headers, timestamp: now))
    #expect(position == RecordPosition(topic: topic, partition: 0, offset: 0))
    await producer.close()

    let record = try #require(try await Reading.all(of: topic).first)
    #expect(record.keyText == "مفتاح")
    #expect(record.valueText == "مرحبا بالعالم")
    #expect(record.value?.byteCount == Array("مرحبا بالعالم".utf8).count)
    #expect(record.headers == headers)
    #expect(record.header("empty") == [])
    #expect(record.headers.contains("absent"))
    #expect(record.header("absent") == nil)
    #expect(record.headerText("twice") == "two")
    #expect(record.timestamp == now)
    #expect(record.topicPartition == TopicPartition(topic, 0))
  }

  @Test func nullAndEmptyAreDifferent() async throws {
    let topic = try await TestBroker.makeTopic("null")
    let producer = try Producer(try await TestBroker.configuration)
    try await producer.send(ProducerRecord(topic: topic, key: Array("k".utf8), value: nil))
    try await producer.send(ProducerRecord(topic: topic, key: [], value: []))
    try await producer.send(ProducerRecord(topic: topic, key: nil, value: [1]))
    await producer.close()

    let records = try await Reading.all(of: topic)
    #expect(records.map(\.isTombstone) == [true, false, false])
    #expect(records.map(\.valueBytes) == [nil, [], [1]])
    #expect(records.map(\.keyBytes) == [Array("k".utf8), [], nil])
    let hasSpan = records.map { $0.value != nil }
    #expect(hasSpan == [false, true, true])
  }

  @Test func tenThousandRecordsKeepTheirOrder() async throws {
    let topic = try await TestBroker.makeTopic("many", partitions: 3)
    let producer = try Producer(try await TestBroker.configuration)
    for number in 0..<10_000 {
      try await producer.enqueue(
        ProducerRecord(
          topic: topic, partition: Int32(number % 3), value: Array("\(number)".utf8)))
    }
    try await producer.flush(timeout: .seconds(60))
    #expect(producer.pending == 0)
    await producer.close()

    let records = try await Reading.all(of: topic, partitions: 3)
    #expect(records.count == 10_000)
    for partition in 0..<3 {
      let numbers = records.filter { $0.partition == partition }.compactMap { Int($0.valueText!) }
      #expect(numbers == Array(stride(from: partition, to: 10_000, by: 3)))
    }
  }

  @Test func aKeyAlwaysGoesToTheSamePartition() async throws {
    let topic = try await TestBroker.makeTopic("keys", partitions: 4)
    let producer = try Producer(try await TestBroker.configuration)
    for number in 0..<40 {
      try await producer.enqueue(
        ProducerRecord(topic: topic, key: "key-\(number % 8)", value: "\(number)"))
    }
    try await producer.flush(timeout: .seconds(30))
    await producer.close()

    let records = try await Reading.all(of: topic, partitions: 4)
    let places = Dictionary(grouping: records, by: { $0.keyText! })
      .mapValues { Set($0.map(\.partition)) }
    #expect(places.count == 8)
    #expect(places.values.allSatisfy { $0.count == 1 })
    #expect(Set(records.map(\.partition)).count > 1)
  }

  @Test func whereABatchGoesOn() async throws {
    let topic = try await TestBroker.makeTopic("next", partitions: 2)
    let producer = try Producer(try await TestBroker.configuration)
    for number in 0..<5 {
      try await producer.send(
        ProducerRecord(topic: topic, partition: number < 3 ? 0 : 1, value: [1]))
    }
    await producer.close()
    let consumer = try Consumer(try await TestBroker.configuration)
    try await consumer.assign([
      TopicPartition(topic, 0): .beginning, TopicPartition(topic, 1): .beginning,
    ])
    var next: [TopicPartition: Int64] = [:]
    var count = 0
    while count < 5 {
      try Task.checkCancellation()
      let batch = try await consumer.poll(timeout: .seconds(20))
      try #require(!batch.isEmpty || !batch.events.isEmpty)
      count += batch.count
      next.merge(batch.nextOffsets) { max($0, $1) }
    }
    #expect(next == [TopicPartition(topic, 0): 3, TopicPartition(topic, 1): 2])
    try await consumer.close()
  }
}
