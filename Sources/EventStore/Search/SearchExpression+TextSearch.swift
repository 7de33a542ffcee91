extension SearchExpression {
  /// The expression as a `tsquery`, for what ``Lexemes`` makes of an event.
  var textSearch: String {
    switch self {
    case .phrase(let columns, let words):
      let phrases = columns.map { column in
        words.map(column.lexeme).joined(separator: " <-> ")
      }
      return "(" + phrases.sorted().joined(separator: " | ") + ")"
    case .all(let parts): return Self.textSearch(parts, " & ")
    case .any(let parts): return Self.textSearch(parts, " | ")
    case .but(let wanted, let unwanted): return "(\(wanted.textSearch) & !\(unwanted.textSearch))"
    }
  }

  private static func textSearch(_ parts: [SearchExpression], _ operation: String) -> String {
    "(" + parts.map(\.textSearch).joined(separator: operation) + ")"
  }
}

extension SearchColumn {
  /// Stands before each of its lexemes.
  var mark: UInt8? {
    switch self {
    case .words, .stems: nil
    case .codes: 2
    case .actors: 3
    case .recipients: 4
    case .others: 5
    case .speakers: 6
    }
  }

  /// Whether phrases are looked for in it.
  var hasPlaces: Bool { self != .stems && self != .codes }

  /// Words are letters and digits, so that there is nothing to be escaped.
  fileprivate func lexeme(_ word: String) -> String {
    let mark = mark.map { String(UnicodeScalar($0)) } ?? ""
    // Words are of the weight A, and stems of any.
    return "'\(mark)\(word)'" + (self == .words ? ":A" : "")
  }
}
