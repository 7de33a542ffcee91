import Kafka
import Testing

/// Clients may end in any order, twice, or without a word.
@Suite(.timeLimit(.minutes(5)))
struct ClosingTests {
  private func makeCluster() throws -> (EmbeddedCluster, KafkaConfiguration) {
    let cluster = try EmbeddedCluster()
    try cluster.createTopic("test", partitions: 1)
    var configuration = KafkaConfiguration(bootstrapServers: cluster.bootstrapServers)
    configuration.groupID = "closing"
    return (cluster, configuration)
  }

  @Test func twice() async throws {
    let (cluster, configuration) = try makeCluster()
    let producer = try Producer(configuration)
    let consumer = try Consumer(configuration)
    let admin = try Admin(configuration)
    await producer.close()
    await producer.close()
    try await consumer.close()
    try await consumer.close()
    await admin.close()
    await admin.close()
    await cluster.close()
    await cluster.close()
    await #expect(throws: KafkaError(.closed)) {
      try await producer.send(ProducerRecord(topic: "test", key: nil, value: "late"))
    }
    await #expect(throws: KafkaError(.closed)) {
      _ = try await consumer.poll(timeout: .seconds(1))
    }
    await #expect(throws: KafkaError(.closed)) { _ = try await admin.cluster() }
    #expect(throws: KafkaError.self) { try cluster.createTopic("late", partitions: 1) }
  }

  @Test func atTheSameTime() async throws {
    let (cluster, configuration) = try makeCluster()
    let consumer = try Consumer(configuration)
    try await consumer.subscribe(to: ["test"])
    async let first: Void = consumer.close()
    async let second: Void = consumer.close()
    _ = try await (first, second)
    await cluster.close()
  }

  @Test func duringAPoll() async throws {
    let (cluster, configuration) = try makeCluster()
    let consumer = try Consumer(configuration)
    try await consumer.subscribe(to: ["test"])
    let polling = Task {
      var batches = 0
      while true {
        do throws(KafkaError) {
          _ = try await consumer.poll(timeout: .seconds(50))
          batches += 1
        } catch {
          return error
        }
      }
    }
    try await consumer.close()
    let error = await polling.value
    #expect(error.code == .closed)
    await cluster.close()
  }

  @Test func withoutAWord() async throws {
    let (cluster, configuration) = try makeCluster()
    do {
      let producer = try Producer(configuration)
      try await producer.enqueue(ProducerRecord(topic: "test", key: nil, value: "unflushed"))
      let consumer = try Consumer(configuration)
      try await consumer.subscribe(to: ["test"])
      _ = try await consumer.poll(timeout: .milliseconds(1))
      _ = try Admin(configuration)
    }
    await cluster.close()
  }

  @Test func theClusterFirst() async throws {
    let (cluster, configuration) = try makeCluster()
    let producer = try Producer(configuration)
    try await producer.send(ProducerRecord(topic: "test", key: nil, value: "0"))
    let consumer = try Consumer(configuration)
    try await consumer.assign([TopicPartition("test", 0): .beginning])
    await cluster.close()
    try await consumer.close()
    await producer.close()
  }

  @Test func aBatchOutlivesItsConsumer() async throws {
    let (cluster, configuration) = try makeCluster()
    let producer = try Producer(configuration)
    try await producer.send(
      ProducerRecord(topic: "test", key: "key", value: "kept", headers: ["name": "value"]))
    await producer.close()
    var consumer: Consumer? = try Consumer(configuration)
    try await consumer?.assign([TopicPartition("test", 0): .beginning])
    var record: ConsumerRecord?
    while record == nil {
      try Task.checkCancellation()
      record = try await consumer?.poll(timeout: .seconds(20)).first
    }
    try await consumer?.close()
    consumer = nil
    await cluster.close()
    #expect(record?.valueText == "kept")
    #expect(record?.keyText == "key")
    #expect(record?.headerText("name") == "value")
    #expect(record?.topic == "test")
  }

  @Test func anUnflushedRecordIsGivenUp() async throws {
    let producer = try Producer(KafkaConfiguration(bootstrapServers: "127.0.0.1:1"))
    let sending = Task {
      try await producer.send(ProducerRecord(topic: "test", key: nil, value: "never"))
    }
    while producer.pending == 0 { await Task.yield() }
    await producer.close()
    let error = await #expect(throws: KafkaError.self) { try await sending.value }
    #expect(error?.code == .purgedFromQueue)
  }
}
