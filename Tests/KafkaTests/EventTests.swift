import Kafka
import Logging
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(5)))
struct EventTests {
  @Test func statisticsComeAsValues() async throws {
    let cluster = try EmbeddedCluster()
    try cluster.createTopic("test", partitions: 1)
    var configuration = KafkaConfiguration(bootstrapServers: cluster.bootstrapServers)
    configuration.clientID = "counted"
    configuration.statisticsInterval = .milliseconds(50)
    let producer = try Producer(configuration)
    try await producer.send(ProducerRecord(topic: "test", key: nil, value: "one"))
    for await event in producer.events {
      guard case .statistics(let statistics) = event, statistics.sentRecords == 1 else { continue }
      #expect(statistics.clientID == "counted")
      #expect(statistics.type == "producer")
      #expect(statistics.topics["test"]?.partitions["0"] != nil)
      #expect(statistics.brokers.values.contains { $0.state == "UP" })
      break
    }
    await producer.close()
    await cluster.close()
  }

  @Test func errorsInTheBackgroundComeAsEventsAndAsLines() async throws {
    let lines = Lines()
    let producer = try Producer(
      KafkaConfiguration(bootstrapServers: "127.0.0.1:1"),
      logger: Logger(label: "test") { _ in lines })
    for await event in producer.events {
      guard case .error(let error) = event else { continue }
      #expect([.transport, .allBrokersDown].contains(error.code))
      #expect(!error.isFatal)
      break
    }
    #expect(lines.all.contains { $0.contains("127.0.0.1:1") })
    await producer.close()
  }

  @Test func eventsEndWithTheirClient() async throws {
    let cluster = try EmbeddedCluster()
    var producer: Producer? = try Producer(
      KafkaConfiguration(bootstrapServers: cluster.bootstrapServers))
    let events = try #require(producer?.events)
    await producer?.close()
    producer = nil
    for await _ in events {}
    await cluster.close()
  }
}

/// Keeps what was logged.
private final class Lines: LogHandler, Sendable {
  private let kept = Mutex<[String]>([])

  var all: [String] { kept.withLock { $0 } }
  var logLevel: Logger.Level {
    get { .trace }
    set {}
  }
  var metadata: Logger.Metadata {
    get { [:] }
    set {}
  }
  subscript(metadataKey key: String) -> Logger.MetadataValue? {
    get { nil }
    set {}
  }

  func log(event: LogEvent) {
    kept.withLock { $0.append("\(event.message)") }
  }
}
