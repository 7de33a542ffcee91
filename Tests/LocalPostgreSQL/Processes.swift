internal import Foundation
internal import Glibc

extension LocalPostgreSQL {
  /// What to run its programs with: they refuse to run as root, so then they run as `postgres`.
  static func users(for folder: String) throws -> [String] {
    guard getuid() == 0 else { return ["/usr/bin/env"] }
    guard let user = getpwnam("postgres") else { throw Failure(words: "no user postgres") }
    guard chown(folder, user.pointee.pw_uid, user.pointee.pw_gid) == 0 else {
      throw Failure(words: "\(folder): \(String(cString: strerror(errno)))")
    }
    return ["/usr/bin/setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"]
  }

  static func run(_ command: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let words = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(words: String(decoding: words, as: UTF8.self))
    }
  }

  static func read(_ path: String) -> String {
    (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }

  /// The process and those that it started.
  static func processes(under first: Int32) -> [Int32] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return [first]
      + all.compactMap { Int32($0) }.filter { fields(of: $0).dropFirst().first == "\(first)" }
  }

  /// Of itself, and of the children that it waited for.
  static func ticks(of process: Int32) -> Int {
    fields(of: process).dropFirst(11).prefix(4).reduce(0) { $0 + (Int($1) ?? 0) }
  }

  /// What stands in `/proc/ID/stat` behind the name: state, parent and so on.
  private static func fields(of process: Int32) -> [Substring] {
    let line = read("/proc/\(process)/stat")
    guard let name = line.lastIndex(of: ")") else { return [] }
    return line[line.index(after: name)...].split(separator: " ")
  }
}
