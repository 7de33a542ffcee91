internal import Foundation
internal import Glibc

/// What a process has used so far, from the kernel's account of it.
struct ProcessCost {
  /// Processor time of all threads, in seconds.
  var seconds: Double
  /// How much of it librdkafka's threads have used: the local broker answers at once even where it has nothing, so that they
  /// ask without end.
  var clientSeconds: Double
  /// The most memory it has held, in megabytes.
  var peakMegabytes: Int

  /// Nil where there is no such process any more.
  init?(of process: Int32) {
    guard let all = Self.processor("/proc/\(process)"),
      let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    else { return nil }
    seconds = all.seconds
    let threads =
      (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
    clientSeconds = threads.compactMap { Self.processor("/proc/\(process)/task/\($0)") }
      .filter { $0.name.hasPrefix("rdk:") }.reduce(0) { $0 + $1.seconds }
    let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = peak?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    peakMegabytes = (kilobytes ?? 0) / 1024
  }

  private init() {
    (seconds, clientSeconds, peakMegabytes) = (0, 0, 0)
  }

  /// Of this program.
  static var own: ProcessCost { ProcessCost(of: getpid()) ?? ProcessCost() }

  /// What was used between two moments; the memory is the later one's.
  static func - (later: ProcessCost, earlier: ProcessCost) -> ProcessCost {
    var cost = later
    cost.seconds -= earlier.seconds
    cost.clientSeconds -= earlier.clientSeconds
    return cost
  }

  /// Name and processor time of a process or thread.
  private static func processor(_ folder: String) -> (name: Substring, seconds: Double)? {
    guard let stat = try? String(contentsOfFile: folder + "/stat", encoding: .utf8),
      let start = stat.firstIndex(of: "("), let end = stat.lastIndex(of: ")")
    else { return nil }
    // Behind the name: state is field 3, user time 14, system time 15, in ticks.
    let fields = stat[end...].split(separator: " ").dropFirst()
    let times = fields.dropFirst(11).prefix(2).compactMap { Double($0) }
    return (
      stat[stat.index(after: start)..<end],
      times.reduce(0, +) / Double(sysconf(Int32(_SC_CLK_TCK)))
    )
  }
}
