internal import Foundation

/// What was found, in the one form that all subcommands have.
struct Report {
  /// What was measured with: `articles`, 2024.
  var amounts: KeyValuePairs<String, Int>
  /// The yardstick over the same bytes.
  var yardstick: Row
  var rows: [Row]
  var peakMegabytes = ProcessCost.own.peakMegabytes
  /// Of all that was written, for work whose result must not change.
  var digest: String?

  /// - Parameter isJSON: whether programs read it.
  func print(asJSON isJSON: Bool) throws {
    Swift.print(isJSON ? try json() : table())
  }

  private var all: [Row] { [yardstick] + rows }

  private func share(_ row: Row) -> Double { row.median > 0 ? yardstick.median / row.median : 0 }

  private func table() -> String {
    var names: [String] = []
    for figure in all.flatMap(\.figures) where !names.contains(figure.name) {
      names.append(figure.name)
    }
    var lines = [["", "CPU s", "spread", "× yardstick"] + names]
    for row in all {
      lines.append(
        [
          row.name, Self.shown(row.median), String(format: "%.0f %%", row.spread * 100),
          Self.shown(share(row)),
        ] + names.map { row.figure($0).map(Self.shown) ?? "" })
    }
    let widths = lines[0].indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    let measured = amounts.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    let rounds = rows.map(\.seconds.count).max() ?? 0
    var text = "\(measured); rounds: \(rounds); peak memory: \(peakMegabytes) MB"
    for line in lines {
      let cells = zip(line, widths).enumerated().map { column, cell in
        let blank = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 ? cell.0 + blank : blank + cell.0
      }
      text += "\n" + cells.joined(separator: "  ")
    }
    return digest.map { text + "\nWhat was written has the digest \($0)." } ?? text
  }

  /// With three digits that count.
  private static func shown(_ value: Double) -> String {
    let decimals =
      switch abs(value) {
      case 100...: 0
      case 10...: 1
      case 1...: 2
      case 0.1...: 3
      default: 4
      }
    return String(format: "%.\(decimals)f", value)
  }

  private func json() throws -> String {
    struct Line: Encodable {
      var name: String
      var cpuSeconds, spread, ofYardstick: Double
      var figures: [String: Double]
    }
    struct Document: Encodable {
      var amounts: [String: Int]
      var peakMegabytes: Int
      var digest: String?
      var rows: [Line]
    }
    let document = Document(
      amounts: Dictionary(uniqueKeysWithValues: amounts.map { ($0.key, $0.value) }),
      peakMegabytes: peakMegabytes, digest: digest,
      rows: all.map { row in
        Line(
          name: row.name, cpuSeconds: row.median, spread: row.spread, ofYardstick: share(row),
          figures: Dictionary(
            uniqueKeysWithValues: row.figures.map { ($0.name, row.figure($0.name) ?? 0) }))
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(document), as: UTF8.self)
  }
}
