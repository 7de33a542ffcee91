import Kafka
import Testing

@Suite(.timeLimit(.minutes(5)))
struct AdminTests {
  @Test func aTopicIsMadeDescribedGrownAndDeleted() async throws {
    let admin = try Admin(try await TestBroker.configuration)
    let name = TestBroker.uniqueName("administered")
    #expect(try await admin.describe(topic: name) == nil)
    try await admin.createTopic(
      NewTopic(name, partitions: 2, configuration: ["cleanup.policy": "compact"]))
    let description = try #require(try await admin.describe(topic: name))
    #expect(description.partitions.map(\.number) == [0, 1])
    #expect(description.partitions.allSatisfy { $0.leader != nil })
    try await admin.increasePartitions(of: name, to: 3)
    #expect(try await admin.describe(topic: name)?.partitions.count == 3)
    try await admin.deleteTopic(name)
    #expect(try await admin.describe(topic: name) == nil)
    await admin.close()
  }

  @Test func whatIsThereAlreadyIsAnErrorOfItsOwn() async throws {
    let admin = try Admin(try await TestBroker.configuration)
    let name = try await TestBroker.makeTopic("twice")
    let again = await #expect(throws: KafkaError.self) {
      try await admin.createTopic(NewTopic(name, partitions: 1))
    }
    #expect(again?.code == .topicAlreadyExists)
    #expect(again?.topic == name)
    let missing = await #expect(throws: KafkaError.self) {
      try await admin.deleteTopic(TestBroker.uniqueName("missing"))
    }
    #expect(missing?.code == .unknownTopicOrPartition)
    await admin.close()
  }

  @Test func watermarksOfEveryPartition() async throws {
    let topic = try await TestBroker.makeTopic("watermarks", partitions: 2)
    let producer = try Producer(try await TestBroker.configuration)
    for _ in 0..<3 {
      try await producer.send(ProducerRecord(topic: topic, partition: 1, value: [1]))
    }
    await producer.close()
    let admin = try Admin(try await TestBroker.configuration)
    #expect(
      try await admin.watermarks(of: topic) == [
        TopicPartition(topic, 0): Watermarks(low: 0, high: 0),
        TopicPartition(topic, 1): Watermarks(low: 0, high: 3),
      ])
    #expect(try await admin.cluster().brokers.isEmpty == false)
    await admin.close()
  }
}
