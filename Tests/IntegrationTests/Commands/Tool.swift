import Foundation

/// The operator's tool and the workers, run as their user runs them.
struct Tool {
  struct Output {
    var status: Int32
    var out: String
    var err: String

    var lines: [Substring] { out.split(separator: "\n") }
    var errorLines: [Substring] { err.split(separator: "\n") }

    /// The lines of standard output as JSON objects.
    var objects: [[String: Any]] {
      get throws {
        try lines.map {
          let object = try JSONSerialization.jsonObject(with: Data($0.utf8))
          guard let object = object as? [String: Any] else { throw NotAnObject(line: String($0)) }
          return object
        }
      }
    }
  }

  struct NotAnObject: Error {
    var line: String
  }

  /// Where the tests' own program was built, and all others with it.
  static let folder = URL(
    filePath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  ).deletingLastPathComponent()

  /// The package's folder.
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Runs `rawi`, or another program, to its end.
  ///
  /// - Parameters:
  ///   - started: called with the process's id once it runs.
  ///   - interruption: SIGINT is sent once these words stand on standard error.
  static func run(
    program: String = "rawi", _ arguments: [String], input: String? = nil,
    environment: [String: String] = [:], started: ((Int32) -> Void)? = nil,
    interruption: String? = nil
  ) async throws -> Output {
    let scratch = try Scratch()
    let process = Process()
    process.executableURL = folder.appending(path: program)
    process.arguments = arguments
    process.currentDirectoryURL = package
    let inherited = ProcessInfo.processInfo.environment.filter {
      !$0.key.hasPrefix("RAWI_") || $0.key == "RAWI_LOCAL_BROKER"
    }
    process.environment = inherited.merging(environment) { $1 }
    process.standardInput = try scratch.file("in", containing: input ?? "")
    process.standardOutput = try scratch.file("out")
    process.standardError = try scratch.file("err")
    let status = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { process in
        let isSignal = process.terminationReason == .uncaughtSignal
        continuation.resume(returning: process.terminationStatus + (isSignal ? 128 : 0))
      }
      do {
        try process.run()
        started?(process.processIdentifier)
        if let interruption { interrupt(process, scratch, whenItSays: interruption) }
      } catch {
        continuation.resume(throwing: error)
      }
    }
    return Output(
      status: status, out: try scratch.text("out"), err: try scratch.text("err"))
  }

  private static func interrupt(
    _ process: Process, _ scratch: Scratch, whenItSays words: String
  ) {
    let id = process.processIdentifier
    let errors = scratch.folder.appending(path: "err")
    Task {
      while kill(id, 0) == 0 {
        if String(decoding: try Data(contentsOf: errors), as: UTF8.self).contains(words) {
          kill(id, SIGINT)
          return
        }
        try await Task.sleep(for: .milliseconds(50))
      }
    }
  }
}

/// A folder that goes with this object.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "rawi-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  @discardableResult
  func file(_ name: String, containing text: String = "") throws -> FileHandle {
    let url = folder.appending(path: name)
    try Data(text.utf8).write(to: url)
    return try FileHandle(forUpdating: url)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }
}
