internal import Foundation
internal import Glibc

/// What a process has used so far, from the kernel's account of it.
struct ProcessCost {
  /// Processor time of all threads but librdkafka's, in seconds.
  var seconds = 0.0
  /// That of librdkafka's threads: the local broker answers at once even where it has nothing, so that they ask without end.
  var clientSeconds = 0.0
  /// The most memory it has held, in megabytes.
  var peakMegabytes = 0

  /// Nothing yet.
  init() {}

  /// Nil where there is no such process any more.
  init?(of process: Int32) {
    var clock = clockid_t()
    guard clock_getcpuclockid(process, &clock) == 0,
      let status = Self.text("/proc/\(process)/status")
    else { return nil }
    let tasks = "/proc/\(process)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
    for thread in threads where Self.text("\(tasks)/\(thread)/comm")?.hasPrefix("rdk:") == true {
      // Nanoseconds on a processor, nanoseconds of waiting for one, turns.
      let nanoseconds = Self.text("\(tasks)/\(thread)/schedstat")?.split(separator: " ").first
      clientSeconds += nanoseconds.flatMap { Double($0) }.map { $0 / 1e9 } ?? 0
    }
    seconds = processorSeconds(clock) - clientSeconds
    let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = peak?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    peakMegabytes = (kilobytes ?? 0) / 1024
  }

  /// Of this program.
  static var own: ProcessCost { ProcessCost(of: getpid()) ?? ProcessCost() }

  /// From here on the most memory of this program is counted anew, where the kernel allows it.
  static func forgetPeak() {
    try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
  }

  /// What was used between two moments; the memory is the later one's.
  static func - (later: ProcessCost, earlier: ProcessCost) -> ProcessCost {
    var cost = later
    cost.seconds -= earlier.seconds
    cost.clientSeconds -= earlier.clientSeconds
    return cost
  }

  private static func text(_ path: String) -> String? {
    try? String(contentsOfFile: path, encoding: .utf8)
  }
}
