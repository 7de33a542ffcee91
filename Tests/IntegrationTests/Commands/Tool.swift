import Foundation
import Glibc
import Kafka

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

  /// Where the programs under test are: `RAWI_TEST_PROGRAMS`, or where the tests' own program was built.
  static let folder =
    ProcessInfo.processInfo.environment["RAWI_TEST_PROGRAMS"].map { URL(filePath: $0) } ?? beside

  private static let beside = URL(
    filePath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  ).deletingLastPathComponent()

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
    let input = try scratch.file("in", containing: input ?? "")
    let out = try scratch.file("out")
    let err = try scratch.file("err")
    let inherited = ProcessInfo.processInfo.environment.filter {
      !$0.key.hasPrefix("RAWI_") || $0.key == "RAWI_LOCAL_BROKER"
    }
    let process = try ChildProcess(
      folder.appending(path: program).path, arguments, input: input.fileDescriptor,
      output: out.fileDescriptor, errors: err.fileDescriptor,
      environment: inherited.merging(environment) { $1 })
    started?(process.id)
    if let interruption { interrupt(process, scratch, whenItSays: interruption) }
    let status = await withTaskCancellationHandler {
      await process.wait()
    } onCancel: {
      process.send(SIGKILL)
    }
    return Output(
      status: status, out: try scratch.text("out"), err: try scratch.text("err"))
  }

  /// Runs `rawi` and gives what it wrote, which may be no text.
  static func bytes(_ arguments: [String]) async throws -> [UInt8] {
    let scratch = try Scratch()
    let out = try scratch.file("out")
    let process = try ChildProcess(
      folder.appending(path: "rawi").path, arguments, output: out.fileDescriptor,
      errors: STDERR_FILENO)
    await process.wait()
    return Array(try Data(contentsOf: scratch.folder.appending(path: "out")))
  }

  private static func interrupt(
    _ process: ChildProcess, _ scratch: Scratch, whenItSays words: String
  ) {
    Task {
      while process.isRunning, try !scratch.text("err").contains(words) {
        try await Task.sleep(for: .milliseconds(50))
      }
      process.send(SIGINT)
    }
  }
}

/// A folder that goes with this object.
final class Scratch: Sendable {
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
