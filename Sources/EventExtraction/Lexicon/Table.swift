internal import ArabicText

/// One tab-separated file of a lexicon.
struct Table {
  let file: String
  let kind: TableKind
  private(set) var rows: [Row] = []

  /// - Throws: ``LexiconError`` naming the line that is no UTF-8, has too few or too many fields or
  ///   no word to begin with.
  init(file: String, kind: TableKind, bytes: [UInt8]) throws(LexiconError) {
    self.file = file
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
        try check(row, isUTF8: isUTF8)
        rows.append(row)
      }
      start = lineEnd + 1
    }
  }

  private func check(_ row: Row, isUTF8: Bool) throws(LexiconError) {
    let count = row.source.fields.count - row.first
    guard count == kind.columns else {
      throw error(
        row,
        "has \(count) field\(count == 1 ? "" : "s"); a line of \(kind.rawValue) has "
          + "\(kind.columns), parted by tabs (`-` stands for none)")
    }
    guard isUTF8 || row.isUTF8(columns: count) else { throw error(row, "is not UTF-8") }
    guard let word = row.text(0), Letter.fold(word).contains(where: { $0 > 0x20 }) else {
      throw error(row, "begins with no word")
    }
  }

  /// Drops the lines whose key is among these.
  mutating func drop(_ keys: Set<[UInt8]>) {
    rows.removeAll { keys.contains($0.key(kind.keyColumns)) }
  }

  /// The error of a bad line.
  func error(_ row: Row, _ reason: String) -> LexiconError {
    LexiconError(file: file, line: row.line, reason: reason)
  }

  /// The error of a field that is none of those which may stand there.
  func error(_ row: Row, _ column: Int, _ what: String) -> LexiconError {
    error(row, "`\(row.text(column) ?? "-")` is no \(what)")
  }
}
