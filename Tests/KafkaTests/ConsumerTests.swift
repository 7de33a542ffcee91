import Kafka
import Testing

@Suite(.timeLimit(.minutes(5)))
struct ConsumerTests {
  private func makeCluster(_ count: Int) async throws -> (EmbeddedCluster, KafkaConfiguration) {
    let cluster = try EmbeddedCluster()
    try cluster.createTopic("test", partitions: 1)
    var configuration = KafkaConfiguration(bootstrapServers: cluster.bootstrapServers)
    configuration.groupID = "readers"
    let producer = try Producer(configuration)
    for number in 0..<count {
      try await producer.enqueue(ProducerRecord(topic: "test", key: nil, value: "\(number)"))
    }
    try await producer.flush(timeout: .seconds(30))
    await producer.close()
    return (cluster, configuration)
  }

  private let place = TopicPartition("test", 0)

  @Test func aBatchHoldsNoMoreThanWasAskedFor() async throws {
    let (cluster, configuration) = try await makeCluster(25)
    let consumer = try Consumer(configuration)
    try await consumer.assign([place: .beginning])
    var values: [String] = []
    while values.count < 25 {
      try Task.checkCancellation()
      let batch = try await consumer.poll(max: 10, timeout: .seconds(20))
      #expect(batch.count <= 10)
      values += batch.map { $0.valueText! }
    }
    #expect(values == (0..<25).map(String.init))
    try await consumer.close()
    await cluster.close()
  }

  @Test func aBatchEndsWithTheRecordThatFillsIt() async throws {
    let (cluster, configuration) = try await makeCluster(10)
    let consumer = try Consumer(configuration)
    try await consumer.assign([place: .beginning])
    var values: [String] = []
    while values.count < 10 {
      try Task.checkCancellation()
      let batch = try await consumer.poll(maxBytes: 3, timeout: .seconds(20))
      // Records of one byte each.
      #expect(batch.count <= 3)
      values += batch.map { $0.valueText! }
    }
    #expect(values == (0..<10).map(String.init))
    try await consumer.close()
    await cluster.close()
  }

  @Test func cancellingEndsTheWaitAndLosesNothing() async throws {
    let (cluster, configuration) = try await makeCluster(0)
    let consumer = try Consumer(configuration)
    try await consumer.assign([place: .beginning])
    for _ in 0..<20 {
      let polling = Task { try await consumer.poll(timeout: .seconds(50)) }
      polling.cancel()
      let batch = try await polling.value
      #expect(batch.isEmpty)
    }
    let producer = try Producer(configuration)
    try await producer.send(ProducerRecord(topic: "test", key: nil, value: "after"))
    await producer.close()
    var values: [String] = []
    while values.isEmpty {
      try Task.checkCancellation()
      values += try await consumer.poll(timeout: .seconds(20)).map { $0.valueText! }
    }
    #expect(values == ["after"])
    try await consumer.close()
    await cluster.close()
  }

  @Test func aTopicThatIsRefusedIsAnEventAndNotTheEnd() async throws {
    let (cluster, configuration) = try await makeCluster(0)
    let consumer = try Consumer(configuration)
    try cluster.refuseTopic("test", with: .topicAuthorizationFailed)
    try await consumer.subscribe(to: ["test"])
    var errors: [KafkaError] = []
    while errors.isEmpty {
      try Task.checkCancellation()
      for case .error(let error) in try await consumer.poll(timeout: .seconds(20)).events {
        errors.append(error)
      }
    }
    #expect(errors.first?.code == .topicAuthorizationFailed)
    #expect(errors.first?.topic == "test")
    try await consumer.close()
    await cluster.close()
  }

  @Test func aCommitWithoutAGroupIsRefused() async throws {
    let (cluster, _) = try await makeCluster(1)
    let consumer = try Consumer(KafkaConfiguration(bootstrapServers: cluster.bootstrapServers))
    try await consumer.assign([place: .beginning])
    await #expect(throws: KafkaError.self) { try await consumer.commit([place: 1]) }
    try await consumer.close()
    await cluster.close()
  }
}
