import Kafka
import Testing

@Suite(.timeLimit(.minutes(5)))
struct TransactionErrorTests {
  private func makeProducer(
    _ cluster: EmbeddedCluster, _ change: (inout KafkaConfiguration) -> Void = { _ in }
  ) async throws -> TransactionalProducer {
    try cluster.createTopic("test", partitions: 1)
    var configuration = KafkaConfiguration(bootstrapServers: cluster.bootstrapServers)
    configuration.transactionalID = "worker"
    change(&configuration)
    let producer = try TransactionalProducer(configuration)
    try await producer.initTransactions()
    return producer
  }

  private let record = ProducerRecord(topic: "test", key: nil, value: "value")

  @Test func aRecordThatIsNotDeliveredStopsTheCommit() async throws {
    let cluster = try EmbeddedCluster()
    let producer = try await makeProducer(cluster)
    try producer.begin()
    try cluster.failRequests(.produce, with: [.recordTooLarge])
    try await producer.enqueue(record)
    let error = await #expect(throws: KafkaError.self) { try await producer.commit() }
    #expect(error?.requiresAbort == true)
    #expect(error?.isFatal == false)
    #expect(error?.topic == "test")
    #expect(error?.message.contains("a record was not delivered") == true)
    try await producer.abort()
    await producer.close()
    await cluster.close()
  }

  @Test func whatPassesIsTriedAgainInside() async throws {
    let cluster = try EmbeddedCluster()
    try cluster.failRequests(.initProducerID, with: [.coordinatorNotAvailable])
    let producer = try await makeProducer(cluster)
    try cluster.failRequests(
      .addPartitionsToTransaction, with: [.coordinatorLoading, .concurrentTransactions])
    try cluster.failRequests(.endTransaction, with: [.coordinatorNotAvailable, .notCoordinator])
    try producer.begin()
    try await producer.enqueue(record)
    try await producer.commit()
    await producer.close()
    await cluster.close()
  }

  @Test func aFencedProducerIsDone() async throws {
    let cluster = try EmbeddedCluster()
    let producer = try await makeProducer(cluster)
    try producer.begin()
    try await producer.enqueue(record)
    try cluster.failRequests(.endTransaction, with: [.invalidProducerEpoch])
    let error = await #expect(throws: KafkaError.self) { try await producer.commit() }
    #expect(error?.isFatal == true)
    #expect(throws: KafkaError.self) { try producer.begin() }
    await producer.close()
    await cluster.close()
  }

  @Test func aCommitKeepsItsDeadlineWhileTheBrokerIsAway() async throws {
    let cluster = try EmbeddedCluster()
    let producer = try await makeProducer(cluster)
    try producer.begin()
    try cluster.failRequests(.addPartitionsToTransaction, with: [.transport])
    try cluster.setRoundTrip(.seconds(3600))
    try await producer.enqueue(record)
    let error = await #expect(throws: KafkaError.self) {
      try await producer.commit(timeout: .milliseconds(300))
    }
    #expect(error?.isRetriable == true)
    #expect(error?.isFatal == false)
    try cluster.setRoundTrip(.zero)
    try await producer.commit()
    await producer.close()
    await cluster.close()
  }
}
