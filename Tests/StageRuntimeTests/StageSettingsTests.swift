import ArgumentParser
import Kafka
import Testing

@testable import StageRuntime

@Suite struct StageSettingsTests {
  private func settings(
    _ properties: [String] = [], _ options: [String] = []
  ) throws -> StageSettings {
    try StageSettings(
      worker: "parser-worker",
      kafka: KafkaOptions.parse(
        ["--topic-prefix", "p."] + properties.flatMap { ["--kafka", $0] }),
      stage: StageOptions.parse(["--instance", "i"] + options))
  }

  @Test func namesFollowFromGroupAndInstance() throws {
    let settings = try settings()
    #expect(settings.consumer.groupID == "p.rawi-parser-worker")
    #expect(settings.consumer.groupInstanceID == "i")
    #expect(settings.producer.transactionalID == "p.rawi-parser-worker-i")
    #expect(try self.settings([], ["--group", "g"]).producer.transactionalID == "g-i")
  }

  @Test func withoutTransactionsThereIsNoTransactionalName() throws {
    let settings = try settings([], ["--delivery", "at-least-once"])
    #expect(settings.producer.transactionalID == nil)
  }

  @Test(arguments: [
    "group.id=x", "transactional.id=x", "enable.auto.commit=true", "group.instance.id=x",
    "partition.assignment.strategy=cooperative-sticky", "isolation.level=read_uncommitted",
    "transaction.timeout.ms=400000", "message.timeout.ms=70000", "max.poll.interval.ms=10000",
    "transaction.timeout.ms=soon", "transaction.timeout.ms=5000", "heartbeat.interval.ms=30000",
  ])
  func contradictionsNameTheProperty(_ property: String) throws {
    let error = try #require(throws: ConfigurationError.self) { try settings([property]) }
    #expect(error.description.contains(property.prefix { $0 != "=" }))
    #expect(!error.description.contains("\n"))
  }

  @Test func drainingEndsBeforeTheTransactionDoes() throws {
    let error = try #require(throws: ConfigurationError.self) {
      try settings([], ["--drain-timeout", "2m"])
    }
    #expect(error.description.contains("--drain-timeout"))
    #expect(error.description.contains("raise kafka property transaction.timeout.ms"))
    _ = try settings(["transaction.timeout.ms=180000"], ["--drain-timeout", "2m"])
    _ = try settings([], ["--drain-timeout", "2m", "--delivery", "at-least-once"])
  }

  @Test(arguments: ["max.poll.interval.ms=600000", "transaction.timeout.ms=120000"])
  func consistentChangesAreTaken(_ property: String) throws {
    _ = try settings([property])
  }

  /// librdkafka has two names for it.
  @Test(arguments: ["compression.type", "compression.codec"])
  func compressionIsTheUsersWhereTheyNameOne(_ property: String) throws {
    #expect(try settings().producer.compression == .zstd)
    let producer = try settings(["\(property)=gzip"]).producer
    #expect(producer.compression == .gzip)
    #expect(producer.properties.values.contains("zstd") == false)
  }

  @Test func propertyThatKafkaDoesNotHaveIsNamedWithoutABroker() async throws {
    let settings = try settings(["no.such.property=1"])
    let error = await #expect(throws: ConfigurationError.self) { try await settings.validate() }
    #expect(error?.description.contains("no.such.property") == true)
    try await self.settings(["linger.ms=20"]).validate()
  }
}
