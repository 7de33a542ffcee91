import Foundation
import Glibc
import Synchronization
import Testing

/// One of the package's executables as a process of its own.
final class WorkerProcess: Sendable {
  struct Ending: Sendable, Hashable {
    var status: Int32
    var wasKilled: Bool
  }

  private struct State {
    var processID: Int32 = 0
    var ending: Ending?
    var waiting: [CheckedContinuation<Ending, Never>] = []
  }

  private let logFile: URL
  private let state: Mutex<State>

  /// - Parameter environment: replaces the whole environment but for `PATH`.
  init(
    _ program: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws {
    let process = Process()
    process.executableURL = Self.folder.appending(path: program)
    process.arguments = arguments
    process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { own, _ in own }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let log = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).log")
    try Data().write(to: log)
    self.logFile = log
    process.standardError = try FileHandle(forWritingTo: log)
    state = Mutex(State())
    process.terminationHandler = { [self] process in
      process.terminationHandler = nil
      let ending = Ending(
        status: process.terminationStatus,
        wasKilled: process.terminationReason == .uncaughtSignal)
      let waiting = self.state.withLock { state in
        state.ending = ending
        defer { state.waiting = [] }
        return state.waiting
      }
      for continuation in waiting { continuation.resume(returning: ending) }
    }
    try process.run()
    let processID = process.processIdentifier
    state.withLock { $0.processID = processID }
  }

  deinit { try? FileManager.default.removeItem(at: logFile) }

  /// What it has written to standard error so far.
  var log: String {
    (try? Data(contentsOf: logFile)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  var isRunning: Bool { state.withLock { $0.ending == nil } }

  func send(_ signal: Int32) {
    state.withLock { state in
      if state.ending == nil { kill(state.processID, signal) }
    }
  }

  func ended() async -> Ending {
    await withCheckedContinuation { continuation in
      let ending = state.withLock { state in
        if state.ending == nil { state.waiting.append(continuation) }
        return state.ending
      }
      if let ending { continuation.resume(returning: ending) }
    }
  }

  /// Asks it to stop, and expects that it does so in order.
  func stop() async {
    send(SIGTERM)
    let ending = await ended()
    #expect(ending == Ending(status: 0, wasKilled: false), "\(log)")
  }

  /// Where the executables are built: beside the program that runs the tests.
  private static let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()
}
