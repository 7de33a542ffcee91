import ArticleReading
import Contracts
import EventExtraction
import Foundation

/// Reads hostile input of growing size and prints what a byte costs: `Flatness [MEGABYTES [WORDS…]]`.
///
/// Ends with status 1 where a byte costs more in much than in little.
@main
struct Flatness {
  /// Above this, a byte's cost has grown. Caches alone make it grow a little.
  static let allowance = 3.0
  /// No larger input of a kind is tried where it would take longer than this.
  static let patience = 60.0

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let megabytes = arguments.first.flatMap { Int($0) } ?? 20
    let words = Array(arguments.dropFirst())
    let kinds = Kind.all.filter { kind in
      words.isEmpty || words.contains { kind.name.contains($0) }
    }
    let sizes =
      [1_000, 10_000, 100_000, 1_000_000] + (megabytes > 1 ? [megabytes * 1_000_000] : [])
    let reading = try Reading(limit: sizes.max()! * 2)
    print("nanoseconds a byte of".padded(36) + sizes.map { shown($0).leftPadded(9) }.joined())
    var grown: [String] = []
    for kind in kinds {
      let costs = reading.costs(of: kind, sizes)
      let cells = costs.map { String(format: "%.0f", $0) }
      let isGrown = costs.count < sizes.count || growth(costs) > allowance
      if isGrown { grown.append(kind.name) }
      let row = (cells + Array(repeating: "–", count: sizes.count - cells.count))
        .map { $0.leftPadded(9) }.joined()
      print(kind.name.padded(36) + row + (isGrown ? "  grows" : ""))
    }
    print("peak memory: \(peakMemory())")
    if !grown.isEmpty {
      print("not flat: \(grown.joined(separator: ", "))")
      exit(1)
    }
  }

  /// How much more a byte costs in the largest than in any smaller input. Up to 10 KB it is the article that costs, and memory that is at hand.
  private static func growth(_ costs: [Double]) -> Double {
    let base = costs.dropFirst(2).min() ?? 1
    // Below a few nanoseconds the differences are the memory's.
    return (costs.last ?? 1) / max(base, 5)
  }

  private static func shown(_ size: Int) -> String {
    size < 1_000_000 ? "\(size / 1000) KB" : "\(size / 1_000_000) MB"
  }

  private static func peakMemory() -> String {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
    return line.map { $0.dropFirst(6).trimmingCharacters(in: .whitespaces) } ?? "unknown"
  }
}

/// What a worker does with a record.
private struct Reading {
  let reader: ArticleReader
  let extractor: Extractor

  init(limit: Int) throws {
    reader = ArticleReader(limit: limit)
    extractor = try Extractor()
  }

  /// Nanoseconds a byte for each size, up to the first that would take too long.
  func costs(of kind: Kind, _ sizes: [Int]) -> [Double] {
    var costs: [Double] = []
    for size in sizes {
      let bytes = kind.make(size)
      if let last = costs.last, last * Double(bytes.count) / 1e9 > Flatness.patience { break }
      var best = Double.infinity
      var spent = 0.0
      repeat {
        let seconds = time { read(bytes, kind.contentType) }
        best = min(best, seconds)
        spent += seconds
      } while spent < 0.05
      costs.append(best * 1e9 / Double(bytes.count))
    }
    return costs
  }

  private func read(_ bytes: [UInt8], _ type: String) {
    guard let article = try? reader.read(bytes, contentType: type, key: "flat") else { return }
    _ = extractor.extract(article, id: "flat").json()
  }

  /// Seconds of the processor's, whatever else the machine does.
  private func time(_ work: () -> Void) -> Double {
    let began = clock()
    work()
    return Double(clock() - began) / Double(CLOCKS_PER_SEC)
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }

  fileprivate func leftPadded(_ width: Int) -> String {
    String(repeating: " ", count: max(1, width - count)) + self
  }
}
