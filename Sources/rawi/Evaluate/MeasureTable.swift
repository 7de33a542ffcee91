internal import Foundation

/// Measures as lines for people, those of one group under its name.
struct MeasureTable {
  let measures: [Measure]

  var lines: [String] {
    let width = measures.map(\.name.count).max() ?? 0
    var lines: [String] = []
    var group: String?
    for measure in measures {
      if measure.group != group {
        lines.append(Terminal.bold(measure.group))
        group = measure.group
      }
      let name = measure.name.padding(toLength: width, withPad: " ", startingAt: 0)
      lines.append("  \(name)  \(Self.padded(value(measure)))  of \(measure.of)")
    }
    return lines
  }

  private func value(_ measure: Measure) -> String {
    guard let value = measure.value else { return "–" }
    switch measure.unit {
    case .share: return String(format: "%.1f %%", value * 100)
    case .count: return String(Int(value))
    case .perSecond: return String(format: "%.1f/s", value)
    }
  }

  private static func padded(_ text: String) -> String {
    String(repeating: " ", count: max(0, 9 - text.count)) + text
  }
}
