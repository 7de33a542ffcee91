internal import Foundation
internal import Glibc

/// What a process has used so far, from the kernel's account of it.
struct ProcessCost {
  /// Processor time of all threads, in seconds.
  var seconds: Double
  /// The most memory it has held, in megabytes.
  var peakMegabytes: Int

  /// Nil where there is no such process any more.
  init?(of process: Int32) {
    guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let end = stat.lastIndex(of: ")")
    else { return nil }
    // Behind the name: state is field 3, user time 14, system time 15, in ticks.
    let fields = stat[end...].split(separator: " ").dropFirst()
    let times = fields.dropFirst(11).prefix(2).compactMap { Double($0) }
    seconds = times.reduce(0, +) / Double(sysconf(Int32(_SC_CLK_TCK)))
    let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = peak?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    peakMegabytes = (kilobytes ?? 0) / 1024
  }

  /// Of this program.
  static var own: ProcessCost {
    ProcessCost(of: getpid()) ?? ProcessCost(seconds: 0, peakMegabytes: 0)
  }

  private init(seconds: Double, peakMegabytes: Int) {
    self.seconds = seconds
    self.peakMegabytes = peakMegabytes
  }
}
