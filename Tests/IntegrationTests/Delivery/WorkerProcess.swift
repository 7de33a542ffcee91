import Foundation
import Glibc
import Kafka
import Testing

/// One of the package's executables as a process of its own.
final class WorkerProcess: Sendable {
  private let logFile: String
  private let process: ChildProcess

  /// - Parameter environment: replaces the whole environment but for `PATH` and what sanitizers need.
  init(
    _ program: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws {
    logFile = NSTemporaryDirectory() + "rawi-\(UUID()).log"
    let log = open(logFile, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(log) }
    process = try ChildProcess(
      Tool.folder.appending(path: program).path, arguments, output: log,
      environment: environment.merging(Self.inherited) { own, _ in own })
  }

  private static let inherited = ProcessInfo.processInfo.environment
    .filter { ["LD_PRELOAD", "TSAN_OPTIONS", "ASAN_OPTIONS"].contains($0.key) }
    .merging(["PATH": "/usr/bin:/bin"]) { $1 }

  deinit {
    process.send(SIGKILL)
    unlink(logFile)
  }

  /// What it has written so far.
  var log: String { (try? String(contentsOfFile: logFile, encoding: .utf8)) ?? "" }

  var id: Int32 { process.id }

  var isRunning: Bool { process.isRunning }

  func send(_ signal: Int32) { process.send(signal) }

  /// Waits for the end: the exit code, or 128 and the number of the signal. A test that is given up ends it.
  func ended() async -> Int32 {
    await withTaskCancellationHandler {
      await process.wait()
    } onCancel: {
      process.send(SIGKILL)
    }
  }

  /// Waits until it has written these words, or has ended.
  func says(_ words: String) async throws {
    while isRunning, !log.contains(words) { try await Task.sleep(for: .milliseconds(20)) }
    try #require(log.contains(words), "\(log)")
  }

  /// Asks it to stop, and expects that it does so in order.
  func stop() async {
    send(SIGTERM)
    #expect(await ended() == 0, "\(log)")
  }
}
