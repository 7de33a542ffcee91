internal import Contracts

/// Events as CSV, RFC 4180 with a line of names and `\n` at the ends of lines.
enum EventTable {
  /// Stands between the elements of a list in one field.
  private static let separator = "|"

  static let head = line(EventColumn.all.map { "\($0.name)" })

  static func row(_ event: Event) -> [UInt8] {
    line(EventColumn.all.map { text($0.value(event)) })
  }

  private static func text(_ value: EventColumn.Value) -> String {
    switch value {
    case .text(let text): text ?? ""
    case .number(let number): number.map { "\($0)" } ?? ""
    case .count(let count): "\(count)"
    case .list(let texts): texts.joined(separator: separator)
    }
  }

  private static func line(_ fields: [String]) -> [UInt8] {
    Array((fields.map(quoted).joined(separator: ",") + "\n").utf8)
  }

  private static func quoted(_ field: String) -> String {
    let isPlain = !field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    if isPlain { return field }
    let parts = field.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.joined(separator: "\"\"") + "\""
  }
}
