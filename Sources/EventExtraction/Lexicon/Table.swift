internal import ArabicText

/// One tab-separated file of a lexicon.
struct Table {
  let file: String
  /// What people call it: Rawi's own tables have no folder for them.
  let label: String
  /// Its place among all tables of the lexicon.
  let number: Int
  let kind: TableKind
  private(set) var rows: [Row] = []

  /// Lines that are no UTF-8, have too few or too many fields or no word to begin with; they are
  /// not among the rows.
  private(set) var problems: [LexiconError] = []

  init(
    file: String, label: String, kind: TableKind, number: Int, bytes: [UInt8]
  ) {
    self.file = file
    self.label = label
    self.number = number
    self.kind = kind
    let source = Row.Source(bytes)
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    var line = 0
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      line += 1
      let lineEnd = source.end(of: start, at: UInt8(ascii: "\n"), before: bytes.count)
      let isReturn = lineEnd > start && bytes[lineEnd - 1] == UInt8(ascii: "\r")
      let end = isReturn ? lineEnd - 1 : lineEnd
      if end > start, bytes[start] != UInt8(ascii: "#") {
        let row = Row(source: source, line: line, first: source.fields.count)
        source.cut(start..<end)
        if let problem = problem(row, isUTF8: isUTF8) {
          problems.append(problem)
        } else {
          rows.append(row)
        }
      }
      start = lineEnd + 1
    }
  }

  private func problem(_ row: Row, isUTF8: Bool) -> LexiconError? {
    let count = row.source.fields.count - row.first
    guard count == kind.columns.count else {
      return error(
        row,
        "has \(count) field\(count == 1 ? "" : "s"); a line of \(kind.rawValue) has "
          + "\(kind.columns.count), parted by tabs (`-` stands for none): "
          + kind.columns.joined(separator: ", "))
    }
    guard isUTF8 || row.isUTF8(columns: count) else { return error(row, "is not UTF-8") }
    guard row.beginsWithWord else { return error(row, "begins with no word") }
    return nil
  }

  /// Drops the lines whose key is among these.
  mutating func drop(_ keys: Set<[UInt8]>) {
    rows.removeAll { keys.contains($0.key(kind.keyColumns)) }
  }

  /// A line's place as people write it.
  func place(_ row: Row) -> String { "\(label):\(row.line)" }

  /// The error of a bad line.
  func error(_ row: Row, _ reason: String) -> LexiconError {
    LexiconError(file: file, line: row.line, reason: reason)
  }

  /// The error of a field that is none of those which may stand there.
  func error(_ row: Row, _ column: Int, _ what: String) -> LexiconError {
    error(row, "`\(row.text(column) ?? "-")` is no \(what)")
  }
}
