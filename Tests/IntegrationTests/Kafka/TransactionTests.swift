import Kafka
import Testing

@Suite(.timeLimit(.minutes(5)))
struct TransactionTests {
  private func makeProducer(_ id: String) async throws -> TransactionalProducer {
    var configuration = try await TestBroker.configuration
    configuration.transactionalID = id
    let producer = try TransactionalProducer(configuration)
    try await producer.initTransactions()
    return producer
  }

  @Test func onlyCommittedRecordsAreSeen() async throws {
    let topic = try await TestBroker.makeTopic("transactions")
    let producer = try await makeProducer(TestBroker.uniqueName("writer"))
    try producer.begin()
    try await producer.enqueue(ProducerRecord(topic: topic, key: nil, value: "committed"))
    try await producer.commit()
    try producer.begin()
    try await producer.send(ProducerRecord(topic: topic, key: nil, value: "aborted"))
    try await producer.abort()
    try producer.begin()
    try await producer.enqueue(ProducerRecord(topic: topic, key: nil, value: "committed too"))
    try await producer.commit()
    await producer.close()

    let committed = try await Reading.all(of: topic)
    #expect(committed.map(\.valueText) == ["committed", "committed too"])
    let everything = try await Reading.all(of: topic, isolation: .readUncommitted)
    #expect(everything.map(\.valueText) == ["committed", "aborted", "committed too"])
  }

  @Test func offsetsAreCommittedWithTheRecordsOrNotAtAll() async throws {
    let source = try await TestBroker.makeTopic("source")
    let target = try await TestBroker.makeTopic("target")
    let place = TopicPartition(source, 0)
    let writer = try Producer(try await TestBroker.configuration)
    for number in 0..<3 {
      try await writer.send(ProducerRecord(topic: source, key: nil, value: "\(number)"))
    }
    await writer.close()

    let group = TestBroker.uniqueName("group")
    var configuration = try await TestBroker.configuration
    configuration.groupID = group
    configuration.groupInstanceID = "\(group)-1"
    let consumer = try Consumer(configuration)
    try await consumer.subscribe(to: [source])
    var read: [ConsumerRecord] = []
    while read.count < 3 {
      try Task.checkCancellation()
      read += try await consumer.poll(timeout: .seconds(20))
    }
    let producer = try await makeProducer(TestBroker.uniqueName("worker"))

    try producer.begin()
    try await producer.enqueue(ProducerRecord(topic: target, key: nil, value: "thrown away"))
    try await producer.sendOffsets([place: 3], group: try await consumer.groupMetadata())
    try await producer.abort()
    #expect(try await consumer.committed([place]) == [:])

    try producer.begin()
    try await producer.enqueue(ProducerRecord(topic: target, key: nil, value: "kept"))
    try await producer.sendOffsets([place: 2], group: try await consumer.groupMetadata())
    try await producer.commit()
    #expect(try await consumer.committed([place]) == [place: 2])
    #expect(try await Reading.all(of: target).map(\.valueText) == ["kept"])

    try await consumer.close()
    await producer.close()
  }

  @Test func aZombieIsFenced() async throws {
    let topic = try await TestBroker.makeTopic("zombie")
    let id = TestBroker.uniqueName("worker")
    let zombie = try await makeProducer(id)
    try zombie.begin()
    try await zombie.send(ProducerRecord(topic: topic, key: nil, value: "from the zombie"))

    let successor = try await makeProducer(id)
    try successor.begin()
    try await successor.send(ProducerRecord(topic: topic, key: nil, value: "from the successor"))
    try await successor.commit()

    let error = await #expect(throws: KafkaError.self) { try await zombie.commit() }
    #expect(error?.isFatal == true)
    #expect(error?.isRetriable == false)
    await zombie.close()
    await successor.close()
    #expect(try await Reading.all(of: topic).map(\.valueText) == ["from the successor"])
  }

  @Test func aTransactionMustBeBegun() async throws {
    let producer = try await makeProducer(TestBroker.uniqueName("early"))
    await #expect(throws: KafkaError.self) { try await producer.commit() }
    #expect(throws: KafkaError.self) {
      _ = try producer.tryEnqueue(ProducerRecord(topic: "nowhere", key: nil, value: "too early"))
    }
    await producer.close()
  }

  @Test func theNextProducerOfTheNameAbortsWhatWasLeftOpen() async throws {
    let topic = try await TestBroker.makeTopic("left-open")
    let id = TestBroker.uniqueName("worker")
    let first = try await makeProducer(id)
    try first.begin()
    try await first.send(ProducerRecord(topic: topic, key: nil, value: "never committed"))
    await first.close()

    let second = try await makeProducer(id)
    try second.begin()
    try await second.send(ProducerRecord(topic: topic, key: nil, value: "committed"))
    try await second.commit()
    await second.close()
    #expect(try await Reading.all(of: topic).map(\.valueText) == ["committed"])
  }
}
