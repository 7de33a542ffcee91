internal import ArgumentParser
internal import Contracts
internal import EventStore
internal import Foundation

/// Measures how long searches take in a store of many events.
@main
struct SearchBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search-benchmark",
    abstract: "Fills a store with many events and says how long searches in it take.",
    discussion: """
      The articles are those that `rawi extract FILE… --format json` prints, one a line. They are \
      indexed again and again under other ids, each time a month later, until there are enough \
      events; a store that is there already is searched as it is. Build with --configuration release.
      """)

  @Argument(help: ArgumentHelp("Parsed articles, one a line.", valueName: "file"))
  var path: String

  @Option(help: ArgumentHelp("The store: a file, or a URL of PostgreSQL.", valueName: "place"))
  var store: String

  @Option(help: ArgumentHelp("Least number of events in the store.", valueName: "count"))
  var events: Int = 1_000_000

  @Option(help: ArgumentHelp("How many different searches of each kind.", valueName: "count"))
  var searches: Int = 40

  @Flag(help: "Name the slowest search of each kind.")
  var slowest = false

  func run() throws {
    let lines = try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n"))
    let store = try EventStore(path: store)
    if try store.search(SearchQuery(limit: 1)).isEmpty {
      try Filling(store: store, lines: lines).fill(atLeast: events)
    }
    let samples = try SearchMix.samples(lines, count: searches)
    var all: [Double] = []
    for kind in SearchMix.kinds {
      let queries = samples.map(kind.query)
      var times: [(seconds: Double, query: SearchQuery)] = []
      var hits = 0
      // The first round fetches from the disk what a search reads.
      for isMeasured in [false, true] {
        for query in queries {
          let start = ContinuousClock.now
          let found = try store.search(query).count
          let seconds = (ContinuousClock.now - start) / .seconds(1)
          guard isMeasured else { continue }
          hits += found
          times.append((seconds, query))
        }
      }
      times.sort { $0.seconds < $1.seconds }
      print(Figures(times.map(\.seconds)).line(kind.name, hits: hits))
      if slowest, let last = times.last { print("    \(last.query)") }
      all += times.map(\.seconds)
    }
    print(Figures(all.sorted()).line("all", hits: nil))
  }
}

/// Times in order.
private struct Figures {
  let seconds: [Double]

  init(_ seconds: [Double]) { self.seconds = seconds }

  private func milliseconds(_ share: Double) -> String {
    let place = min(seconds.count - 1, Int(Double(seconds.count) * share))
    return String(format: "%8.2f", seconds[place] * 1000)
  }

  func line(_ name: String, hits: Int?) -> String {
    let kind = name.padding(toLength: 34, withPad: " ", startingAt: 0)
    let found = hits.map { ", \($0) hits" } ?? ""
    return
      "\(kind) median \(milliseconds(0.5)) ms  p99 \(milliseconds(0.99)) ms  \(seconds.count) searches\(found)"
  }
}
