/// One tab-separated file of a lexicon.
struct Table {
  struct Row {
    var fields: [Substring]
    /// From 1.
    var line: Int

    /// A field's text, nil where it is absent or `-`.
    func text(_ column: Int) -> String? {
      guard fields.indices.contains(column), fields[column] != "-", !fields[column].isEmpty else {
        return nil
      }
      return String(fields[column])
    }

    /// A field's alternatives.
    func list(_ column: Int, separator: Character = ",") -> [String] {
      guard let text = text(column) else { return [] }
      return text.split(separator: separator).map { $0.trimmingBlanks() }
    }
  }

  let file: String
  let rows: [Row]

  init(file: String, text: String) {
    self.file = file
    var rows: [Row] = []
    var line = 0
    for content in text.split(separator: "\n", omittingEmptySubsequences: false) {
      line += 1
      if content.isEmpty || content.hasPrefix("#") { continue }
      rows.append(
        Row(
          fields: content.split(separator: "\t", omittingEmptySubsequences: false),
          line: line))
    }
    self.rows = rows
  }

  /// The error of a bad line.
  func error(_ row: Row, _ reason: String) -> LexiconError {
    LexiconError(file: file, line: row.line, reason: reason)
  }
}

extension Substring {
  fileprivate func trimmingBlanks() -> String {
    var rest = self
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}

/// A line of a lexicon that cannot be read, or a lexicon that is not there.
public struct LexiconError: Error, CustomStringConvertible, Sendable, Hashable {
  public var file: String
  /// From 1; nil where the whole file is meant.
  public var line: Int?
  public var reason: String

  public var description: String {
    line.map { "\(file):\($0): \(reason)" } ?? "\(file): \(reason)"
  }
}
