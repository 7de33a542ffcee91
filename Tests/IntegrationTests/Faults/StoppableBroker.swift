import Foundation
import Kafka
import Logging
import Testing

/// A broker that a test may take away and bring back: a local one of its own, or the Kafka that was named, by the caller's commands.
actor StoppableBroker {
  /// Shell commands that end and start the Kafka named, such as `docker kill kafka` and `docker start kafka`.
  private static let commands = ["RAWI_TEST_BROKER_STOP", "RAWI_TEST_BROKER_START"].compactMap {
    ProcessInfo.processInfo.environment[$0]
  }

  static let isPossible = !TestBroker.isRealKafka || commands.count == 2

  nonisolated let bootstrapServers: String
  private let dataDirectory: String
  /// Nil where it is the Kafka named.
  private var local: LocalBroker?

  /// Starts it.
  ///
  /// - Parameter dataDirectory: of a local one.
  init(dataDirectory: String) async throws {
    self.dataDirectory = dataDirectory
    if TestBroker.isRealKafka {
      bootstrapServers = try await TestBroker.bootstrapServers
    } else {
      let broker = try await LocalBroker.start(dataDirectory: dataDirectory)
      bootstrapServers = broker.bootstrapServers
      local = broker
    }
  }

  var configuration: KafkaConfiguration { KafkaConfiguration(bootstrapServers: bootstrapServers) }

  /// Ends it. A local one is asked to: what it has not saved is lost when it is killed, which is not the workers' to answer for.
  func stop() async throws {
    if let local { await local.stop() } else { try await run(Self.commands[0]) }
  }

  /// Starts it again, with what it had, at the same address.
  func start() async throws {
    if local != nil {
      local = try await LocalBroker.start(
        dataDirectory: dataDirectory,
        port: bootstrapServers.split(separator: ":").last.flatMap { Int($0) })
    } else {
      try await run(Self.commands[1])
      try await answers()
    }
  }

  func takeAway(for time: Duration) async throws {
    try await stop()
    try await Task.sleep(for: time)
    try await start()
  }

  /// Ends a local one for good.
  func close() async { await local?.kill() }

  private func run(_ command: String) async throws {
    let shell = try ChildProcess("/bin/sh", ["-c", command], output: STDOUT_FILENO)
    try #require(await shell.wait() == 0, "\(command)")
  }

  private func answers() async throws {
    let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    while true {
      try Task.checkCancellation()
      let admin = try Admin(configuration, timeout: .seconds(1), logger: quiet)
      let cluster = try? await admin.cluster()
      await admin.close()
      if cluster?.brokers.isEmpty == false { return }
    }
  }
}
