internal import Foundation
internal import Glibc
internal import Logging

/// A broker process on this machine, for trying out and for tests: `noida-db`, which speaks Kafka's protocol with transactions.
///
/// Its data stand in a directory of its own and are there again at the next start. It is no place for data that matter: what
/// was written in the last second before a crash is lost, and it does not expel dead group members.
///
/// ```swift
/// let broker = try await LocalBroker.start(dataDirectory: "data/broker")
/// let producer = try Producer(KafkaConfiguration(bootstrapServers: broker.bootstrapServers))
/// // …
/// await broker.stop()
/// ```
///
/// The process is not ended by Ctrl-C in the terminal, so that a program can first finish its own work: call ``stop()``.
public final class LocalBroker: Sendable {
  /// Where the broker answers, for ``KafkaConfiguration``.
  public let bootstrapServers: String
  private let process: ChildProcess

  private init(bootstrapServers: String, process: ChildProcess) {
    self.bootstrapServers = bootstrapServers
    self.process = process
  }

  public var processID: Int32 { process.id }

  /// Starts the broker and waits until it answers.
  ///
  /// - Parameters:
  ///   - executable: of `noida-db`; nil looks at `RAWI_LOCAL_BROKER`, then in `.venv/bin` of the working directory, then in `PATH`.
  ///   - dataDirectory: made where there is none. The broker's own output goes to `broker.log` in it.
  ///   - port: on the loopback interface; nil takes a free one.
  public static func start(
    executable: String? = nil, dataDirectory: String, port: Int? = nil,
    timeout: Duration = .seconds(30)
  ) async throws(LocalBrokerError) -> LocalBroker {
    let program = try LocalBrokerProgram.find(
      executable, environment: ProcessInfo.processInfo.environment)
    let port = if let port { port } else { try freePort() }
    let log = try openLog(in: dataDirectory)
    defer { close(log) }
    let process: ChildProcess
    do throws(ChildProcessError) {
      process = try ChildProcess(
        program,
        [
          "start", "--data-dir", dataDirectory, "--host", "127.0.0.1", "--only", "kafka",
          "--kafka-port", String(port),
        ], output: log)
    } catch {
      throw LocalBrokerError.cannotStart(program, error.reason)
    }
    let broker = LocalBroker(bootstrapServers: "127.0.0.1:\(port)", process: process)
    guard await broker.answers(within: timeout) else {
      await broker.kill()
      throw LocalBrokerError.noAnswer(
        broker.bootstrapServers, log: "\(dataDirectory)/broker.log")
    }
    return broker
  }

  /// Asks the broker to save and end, and waits until it has. May be called twice.
  public func stop() async {
    process.send(SIGTERM)
    await process.wait()
  }

  /// Ends the broker at once, as a crash would. What it has not saved is lost.
  public func kill() async {
    process.send(SIGKILL)
    await process.wait()
  }

  /// Whether the process has not ended.
  public var isRunning: Bool { process.isRunning }

  private func answers(within timeout: Duration) async -> Bool {
    let deadline = ContinuousClock.now + timeout
    // Until it listens, each try is an error that nobody wants to read.
    let quiet = Logger(label: "kafka.local-broker") { _ in SwiftLogNoOpLogHandler() }
    while isRunning, ContinuousClock.now < deadline {
      let configuration = KafkaConfiguration(bootstrapServers: bootstrapServers)
      guard let admin = try? Admin(configuration, timeout: .seconds(1), logger: quiet) else {
        return false
      }
      let cluster = try? await admin.cluster()
      await admin.close()
      if cluster?.brokers.isEmpty == false { return true }
    }
    return false
  }
}

extension LocalBroker {
  private static func openLog(in directory: String) throws(LocalBrokerError) -> Int32 {
    let path = "\(directory)/broker.log"
    do {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true)
    } catch {
      throw LocalBrokerError.cannotStart(directory, "\(error)")
    }
    let log = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard log >= 0 else {
      throw LocalBrokerError.cannotStart(path, String(cString: strerror(errno)))
    }
    return log
  }

  /// A port that nobody held a moment ago, below those that Linux gives to outgoing connections: no client's connection takes
  /// it before the broker does, and no client that is too early is connected to itself.
  private static func freePort() throws(LocalBrokerError) -> Int {
    for port in (20_000..<32_768).shuffled() where isFree(port) {
      return port
    }
    throw LocalBrokerError.cannotStart("noida-db", "no free port on 127.0.0.1")
  }

  private static func isFree(_ port: Int) -> Bool {
    // Not to be inherited: in a child it would hold the port on.
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    defer { close(listener) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }
}
