import Foundation
import Kafka
import Testing

@Suite(
  .timeLimit(.minutes(5)),
  .disabled(if: TestBroker.isRealKafka, "a broker of the caller's is tested, not the local one"))
struct LocalBrokerTests {
  private func withDirectory(_ body: (String) async throws -> Void) async throws {
    let directory = NSTemporaryDirectory() + "rawi-broker-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: directory) }
    try await body(directory)
  }

  @Test func whatWasWrittenIsThereAfterARestart() async throws {
    try await withDirectory { directory in
      let first = try await LocalBroker.start(dataDirectory: directory)
      #expect(first.bootstrapServers.hasPrefix("127.0.0.1:"))
      let log = try FileManager.default.attributesOfItem(atPath: "\(directory)/broker.log")
      #expect(log[.posixPermissions] as? Int == 0o600)
      let producer = try Producer(
        KafkaConfiguration(bootstrapServers: first.bootstrapServers))
      let admin = try Admin(KafkaConfiguration(bootstrapServers: first.bootstrapServers))
      try await admin.createTopic(NewTopic("kept", partitions: 1))
      try await producer.send(ProducerRecord(topic: "kept", key: nil, value: "1"))
      await producer.close()
      await admin.close()
      await first.stop()
      await first.stop()
      #expect(!first.isRunning)

      let second = try await LocalBroker.start(dataDirectory: directory)
      let again = try Admin(KafkaConfiguration(bootstrapServers: second.bootstrapServers))
      #expect(
        try await again.watermarks(of: "kept") == [
          TopicPartition("kept", 0): Watermarks(low: 0, high: 1)
        ])
      await again.close()
      await second.kill()
      #expect(!second.isRunning)
    }
  }

  @Test func aWrongPathIsNamed() async {
    let error = await #expect(throws: LocalBrokerError.self) {
      _ = try await LocalBroker.start(executable: "/no/such/program", dataDirectory: "/tmp")
    }
    #expect(error?.description.contains("/no/such/program") == true)
  }

  @Test func aProgramThatIsNoBrokerIsFoundOut() async throws {
    try await withDirectory { directory in
      let error = await #expect(throws: LocalBrokerError.self) {
        _ = try await LocalBroker.start(executable: "/bin/true", dataDirectory: directory)
      }
      #expect(error?.description.contains("broker.log") == true)
    }
  }
}
