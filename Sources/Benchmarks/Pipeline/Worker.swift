internal import Foundation
internal import Glibc
internal import Kafka

/// A worker's process, started beside this program.
final class Worker {
  private let process: ChildProcess
  private var start: ProcessCost?

  /// - Parameter folder: where `name.log` takes what it writes.
  init(_ name: String, _ arguments: [String], folder: URL) throws {
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: name).path
    let log = open(
      folder.appending(path: "\(name).log").path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    defer { close(log) }
    process = try ChildProcess(program, arguments, output: log)
  }

  var isRunning: Bool { process.isRunning }

  /// Begins to count processor time.
  func begin() { start = ProcessCost(of: process.id) }

  /// What it has used since ``begin()``; its memory since it began.
  func cost() -> ProcessCost? {
    guard let start, let cost = ProcessCost(of: process.id) else { return nil }
    return cost - start
  }

  /// Waits until it ends by itself: what it had used shortly before.
  func whenEnded() async throws -> ProcessCost {
    var most = ProcessCost()
    while isRunning {
      if let cost = cost() {
        let all = max(most.seconds + most.clientSeconds, cost.seconds + cost.clientSeconds)
        // librdkafka's threads go first, and their account with them.
        most.clientSeconds = max(most.clientSeconds, cost.clientSeconds)
        most.seconds = all - most.clientSeconds
        most.peakMegabytes = max(most.peakMegabytes, cost.peakMegabytes)
      }
      try await Task.sleep(for: .milliseconds(2))
    }
    guard await process.wait() == 0 else { throw PipelineFailure.workerEnded }
    return most
  }

  func stop() async {
    process.send(SIGTERM)
    _ = await process.wait()
  }
}
