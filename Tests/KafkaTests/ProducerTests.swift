import Kafka
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(5)))
struct ProducerTests {
  private func record(_ value: String, topic: String = "test") -> ProducerRecord {
    ProducerRecord(topic: topic, key: nil, value: value)
  }

  @Test func aProducerFasterThanItsBrokerWaitsAndLosesNothing() async throws {
    let cluster = try EmbeddedCluster()
    try cluster.createTopic("test", partitions: 1)
    var configuration = KafkaConfiguration(bootstrapServers: cluster.bootstrapServers)
    configuration.producerQueueLimit = 5
    configuration.linger = .zero
    let producer = try Producer(configuration)
    let delivered = Mutex(0)
    var mostPending = 0
    for number in 0..<200 {
      try await producer.enqueue(record("\(number)")) { result in
        if case .success = result { delivered.withLock { $0 += 1 } }
      }
      mostPending = max(mostPending, producer.pending)
    }
    try await producer.flush(timeout: .seconds(30))
    #expect(delivered.withLock { $0 } == 200)
    #expect(mostPending <= 5)
    await producer.close()
    await cluster.close()
  }

  @Test func manyTasksShareOneSmallQueue() async throws {
    let cluster = try EmbeddedCluster()
    try cluster.createTopic("test", partitions: 1)
    var configuration = KafkaConfiguration(bootstrapServers: cluster.bootstrapServers)
    configuration.producerQueueLimit = 3
    configuration.linger = .zero
    let producer = try Producer(configuration)
    let offsets = try await withThrowingTaskGroup(of: Int64?.self) { group in
      for number in 0..<60 {
        group.addTask { try await producer.send(record("\(number)")).offset }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(offsets == Set((0..<60).map { Int64($0) }))
    await producer.close()
    await cluster.close()
  }

  @Test func aFullQueueIsToldToWhoDoesNotWait() async throws {
    // Nobody listens on port 1, so the queue stays full.
    var configuration = KafkaConfiguration(bootstrapServers: "127.0.0.1:1")
    configuration.producerQueueLimit = 1
    let producer = try Producer(configuration)
    #expect(try producer.tryEnqueue(record("fits")))
    #expect(try producer.tryEnqueue(record("does not")) == false)
    await producer.close()
  }

  @Test func waitingForRoomEndsWithTheTask() async throws {
    var configuration = KafkaConfiguration(bootstrapServers: "127.0.0.1:1")
    configuration.producerQueueLimit = 1
    let producer = try Producer(configuration)
    try await producer.enqueue(record("fits"))
    let waiting = Task { try await producer.enqueue(record("waits")) }
    waiting.cancel()
    let error = await #expect(throws: KafkaError.self) { try await waiting.value }
    #expect(error?.code == .cancelled)
    await producer.close()
  }

  @Test func waitingForRoomEndsWithTheProducer() async throws {
    var configuration = KafkaConfiguration(bootstrapServers: "127.0.0.1:1")
    configuration.producerQueueLimit = 1
    let producer = try Producer(configuration)
    try await producer.enqueue(record("fits"))
    let waiting = Task { try await producer.enqueue(record("waits")) }
    await producer.close()
    let error = await #expect(throws: KafkaError.self) { try await waiting.value }
    #expect(error?.code == .closed)
  }

  @Test func flushingKeepsItsDeadlineWhileTheBrokerIsAway() async throws {
    let cluster = try EmbeddedCluster()
    try cluster.createTopic("test", partitions: 1)
    let producer = try Producer(
      KafkaConfiguration(bootstrapServers: cluster.bootstrapServers))
    try await producer.send(record("delivered"))
    try cluster.failRequests(.produce, with: [.transport])
    try cluster.setRoundTrip(.seconds(3600))
    try await producer.enqueue(record("stuck"))
    let error = await #expect(throws: KafkaError.self) {
      try await producer.flush(timeout: .milliseconds(200))
    }
    #expect(error?.code == .timedOut)
    #expect(error?.message.hasPrefix("1 record") == true)
    try cluster.setRoundTrip(.zero)
    try await producer.flush(timeout: .seconds(30))
    await producer.close()
    await cluster.close()
  }

  @Test func whatTheBrokerRefusesForAWhileIsSentAgain() async throws {
    let cluster = try EmbeddedCluster()
    try cluster.createTopic("test", partitions: 1)
    try cluster.failRequests(
      .produce, with: [.notLeaderForPartition, .notEnoughReplicas, .transport])
    let producer = try Producer(
      KafkaConfiguration(bootstrapServers: cluster.bootstrapServers))
    let position = try await producer.send(record("third time lucky"))
    #expect(position.topic == "test")
    await producer.close()
    await cluster.close()
  }

  @Test func aRecordThatIsNotDeliveredIsNamed() async throws {
    var configuration = KafkaConfiguration(bootstrapServers: "127.0.0.1:1")
    configuration.deliveryTimeout = .milliseconds(100)
    let producer = try Producer(configuration)
    let error = await #expect(throws: KafkaError.self) {
      try await producer.send(record("lost"))
    }
    #expect(error?.code == .messageTimedOut)
    #expect(error?.topic == "test")
    try await producer.enqueue(record("lost too"))
    let flushed = await #expect(throws: KafkaError.self) {
      try await producer.flush(timeout: .seconds(30))
    }
    #expect(flushed?.code == .messageTimedOut)
    try await producer.flush(timeout: .seconds(30))
    await producer.close()
  }

  @Test func aRecordThatIsTooLargeIsRefusedAtOnce() async throws {
    let producer = try Producer(KafkaConfiguration(bootstrapServers: "127.0.0.1:1"))
    let error = await #expect(throws: KafkaError.self) {
      try await producer.enqueue(
        ProducerRecord(topic: "test", value: [UInt8](repeating: 0, count: 2_000_000)))
    }
    #expect(error?.code == .recordTooLarge)
    #expect(error?.topic == "test")
    await producer.close()
  }

  @Test func whatIsPurgedIsToldToItsHandler() async throws {
    let producer = try Producer(KafkaConfiguration(bootstrapServers: "127.0.0.1:1"))
    let sending = Task { try await producer.send(record("never")) }
    while producer.pending == 0 { await Task.yield() }
    try await producer.purge()
    #expect(producer.pending == 0)
    let error = await #expect(throws: KafkaError.self) { try await sending.value }
    #expect(error?.code == .purgedFromQueue)
    await producer.close()
  }
}
