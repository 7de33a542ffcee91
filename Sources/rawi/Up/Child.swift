internal import Foundation
internal import Glibc
internal import Kafka
internal import StageRuntime

/// A worker's process, started beside this one. It is not ended by Ctrl-C in the terminal, so
/// that it can be asked in good order.
final class Child: Sendable {
  let name: String
  private let log: String
  private let process: ChildProcess

  /// - Parameters:
  ///   - name: the executable's, which stands beside this program's.
  ///   - folder: where `name.log` takes what it writes.
  init(_ name: String, _ arguments: [String], folder: String) throws {
    self.name = name
    log = "\(folder)/\(name).log"
    let executable = Self.folder.appending(path: name).path
    guard FileManager.default.isExecutableFile(atPath: executable) else {
      throw StageFailure("there is no program \(executable); build all of Rawi's programs")
    }
    let file = open(log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw StageFailure("the log \(log) cannot be written: \(String(cString: strerror(errno)))")
    }
    defer { close(file) }
    do {
      process = try ChildProcess(executable, arguments, output: file)
    } catch {
      throw StageFailure("\(error)")
    }
  }

  /// Waits for the process to end: its exit status, or 128 and the number of the signal.
  func exitStatus() async -> Int32 { await process.wait() }

  /// Asks it to finish what it has begun; `SIGKILL` leaves it no choice.
  func send(_ signal: Int32) { process.send(signal) }

  /// The end of what it wrote.
  func lastLines(_ count: Int) -> [String] {
    let text = FileManager.default.contents(atPath: log).map { String(decoding: $0, as: UTF8.self) }
    return (text ?? "").split(whereSeparator: \.isNewline).suffix(count).map { String($0).plain }
  }

  /// Where this program's executable stands.
  private static let folder = URL(
    filePath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  ).deletingLastPathComponent()
}
