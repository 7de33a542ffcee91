internal import Foundation
internal import Glibc
internal import StageRuntime

/// A worker's process, started beside this one. It is not ended by Ctrl-C in the terminal, so
/// that it can be asked in good order.
final class Child: Sendable {
  let name: String
  let log: String
  private let processID: Int32
  private let ending: Ending

  /// - Parameters:
  ///   - name: the executable's, which stands beside this program's.
  ///   - folder: where `name.log` takes what it writes to standard error.
  init(_ name: String, _ arguments: [String], environment: [String: String], folder: String) throws
  {
    self.name = name
    log = "\(folder)/\(name).log"
    let executable = Self.folder.appending(path: name)
    guard FileManager.default.isExecutableFile(atPath: executable.path) else {
      throw StageFailure("there is no program \(executable.path); build all of Rawi's programs")
    }
    guard
      FileManager.default.createFile(
        atPath: log, contents: nil, attributes: [.posixPermissions: 0o600]),
      let file = FileHandle(forWritingAtPath: log)
    else {
      throw StageFailure("the log \(log) cannot be written")
    }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = file
    process.standardError = file
    let ending = Ending()
    process.terminationHandler = { process in
      // As a shell tells it: a signal's number above 128.
      let status = process.terminationStatus
      ending.come(process.terminationReason == .uncaughtSignal ? 128 + status : status)
    }
    do {
      try process.run()
    } catch {
      throw StageFailure("\(executable.path) cannot be started: \(error.localizedDescription)")
    }
    processID = process.processIdentifier
    self.ending = ending
  }

  /// Waits for the process to end, and returns its exit status.
  func exitStatus() async -> Int32 { await ending.wait() }

  /// Asks it to finish what it has begun; `SIGKILL` leaves it no choice.
  func send(_ signal: Int32) {
    // Once it has ended, the number may be another process's.
    ending.ifAhead { kill(processID, signal) }
  }

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
