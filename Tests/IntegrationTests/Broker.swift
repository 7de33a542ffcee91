import Foundation
import Glibc
import Kafka
import Synchronization

/// The broker that the integration tests share: the one named by `RAWI_TEST_BOOTSTRAP_SERVERS`, else a local one of this process.
enum TestBroker {
  /// Whether a broker was named. It is taken for a real Kafka: tests that only one can pass run.
  static let isRealKafka =
    ProcessInfo.processInfo.environment["RAWI_TEST_BOOTSTRAP_SERVERS"]?.isEmpty == false

  static var bootstrapServers: String {
    get async throws {
      if isRealKafka, let named = ProcessInfo.processInfo.environment["RAWI_TEST_BOOTSTRAP_SERVERS"]
      {
        return named
      }
      return try await LocalBrokerOfTests.shared.bootstrapServers
    }
  }

  static var configuration: KafkaConfiguration {
    get async throws { KafkaConfiguration(bootstrapServers: try await bootstrapServers) }
  }

  /// A name that no other test and no other run uses.
  static func uniqueName(_ stem: String) -> String {
    "\(stem)-\(UUID().uuidString.prefix(8).lowercased())"
  }

  /// Makes a topic of a name of its own.
  static func makeTopic(
    _ stem: String, partitions: Int = 1, configuration settings: [String: String] = [:]
  ) async throws -> String {
    let name = uniqueName(stem)
    let admin = try Admin(try await configuration)
    try await admin.createTopic(
      NewTopic(name, partitions: partitions, configuration: settings))
    await admin.close()
    return name
  }
}

/// Starts the local broker when the first test asks for it; it ends with this process.
private actor LocalBrokerOfTests {
  static let shared = LocalBrokerOfTests()

  private var starting: Task<LocalBroker, any Error>?

  var bootstrapServers: String {
    get async throws {
      if let starting { return try await starting.value.bootstrapServers }
      let task = Task { try await Self.start() }
      starting = task
      return try await task.value.bootstrapServers
    }
  }

  private static func start() async throws -> LocalBroker {
    let directory = NSTemporaryDirectory() + "rawi-tests-\(getpid())"
    let broker = try await LocalBroker.start(dataDirectory: directory)
    remains.withLock { $0 = (broker.processID, directory) }
    atexit {
      remains.withLock { remains in
        guard let (process, directory) = remains else { return }
        kill(process, SIGKILL)
        try? FileManager.default.removeItem(atPath: directory)
      }
    }
    return broker
  }
}

/// What is to be cleared away when the process ends.
private let remains = Mutex<(process: Int32, directory: String)?>(nil)
