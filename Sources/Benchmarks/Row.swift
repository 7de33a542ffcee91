internal import Foundation

/// One line of the result: the same work in each round.
struct Row {
  var name: String
  /// One for each round.
  var rounds: [Cost] = []

  /// The processor seconds of the middle round.
  var median: Double { sorted[sorted.count / 2] }
  /// How far the slowest round is from the fastest, as a share of the median.
  var spread: Double { (sorted[sorted.count - 1] - sorted[0]) / median }
  var allocations: Int { rounds.map(\.allocations).min() ?? 0 }

  private var sorted: [Double] { rounds.map(\.seconds).sorted() }
}

/// Rows over one corpus, ready to be printed.
struct Result {
  /// UTF-8 bytes of titles and bodies.
  var bytes: Int
  var articles: Int
  var yardstick: Row
  var rows: [Row]

  func table() -> String {
    var lines = [
      "\(articles) articles, \(bytes) bytes of text, \(yardstick.rounds.count) rounds; "
        + "peak memory \(ProcessCost.own.peakMegabytes) MB",
      pad("", 22) + lead("CPU s", 9) + lead("spread", 8) + lead("MB/s", 9) + lead("articles/s", 11)
        + lead("× yardstick", 12) + lead("allocations", 13),
    ]
    for row in [yardstick] + rows {
      let cells = [
        (String(format: "%.3f", row.median), 9),
        (String(format: "%.0f %%", 100 * row.spread), 8),
        (String(format: "%.1f", megabytesPerSecond(row)), 9),
        (String(format: "%.0f", Double(articles) / row.median), 11),
        (String(format: "%.4f", yardstick.median / row.median), 12),
        (String(format: "%.1f", Double(row.allocations) / Double(articles)), 13),
      ]
      lines.append(pad(row.name, 22) + cells.map { lead($0.0, $0.1) }.joined())
    }
    lines.append("CPU seconds of the median round; allocations are an article's.")
    return lines.joined(separator: "\n")
  }

  func json() throws -> String {
    struct Figures: Encodable {
      var name: String
      var cpuSeconds, spread, megabytesPerSecond, articlesPerSecond, ofYardstick: Double
      var allocationsPerArticle: Double
    }
    struct Document: Encodable {
      var articles, bytes, rounds: Int
      var peakMegabytes: Int
      var rows: [Figures]
    }
    let figures = ([yardstick] + rows).map { row in
      Figures(
        name: row.name, cpuSeconds: row.median, spread: row.spread,
        megabytesPerSecond: megabytesPerSecond(row),
        articlesPerSecond: Double(articles) / row.median,
        ofYardstick: yardstick.median / row.median,
        allocationsPerArticle: Double(row.allocations) / Double(articles))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let document = Document(
      articles: articles, bytes: bytes, rounds: yardstick.rounds.count,
      peakMegabytes: ProcessCost.own.peakMegabytes, rows: figures)
    return String(decoding: try encoder.encode(document), as: UTF8.self)
  }

  private func megabytesPerSecond(_ row: Row) -> Double { Double(bytes) / row.median / 1e6 }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func lead(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
