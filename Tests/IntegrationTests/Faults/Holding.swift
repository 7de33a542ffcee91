import Foundation

/// What a process holds at one moment, as Linux tells it.
struct Holding {
  /// Memory of its own, in KB: files that are mapped into it are not.
  var memory: Int
  var handles: Int
  var threads: Int

  init(of process: Int32) throws {
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    func number(_ name: String) -> Int? {
      let line = status.split(separator: "\n").first { $0.hasPrefix("\(name):") }
      return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
    }
    guard let memory = number("RssAnon"), let threads = number("Threads") else {
      throw Unreadable(status: status)
    }
    self.memory = memory
    self.threads = threads
    handles = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").count
  }

  struct Unreadable: Error {
    var status: String
  }
}

extension [Holding] {
  /// The most of something within these moments.
  func most(_ value: (Holding) -> Int) -> Int { map(value).max() ?? 0 }
}
