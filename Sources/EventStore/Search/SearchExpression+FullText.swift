extension SearchExpression {
  /// The expression in FTS5's language.
  var fullText: String {
    switch self {
    case .phrase(let columns, let words):
      let kept = Set(columns.flatMap(\.kept))
      let names = kept.map { "\($0)" }.sorted().joined(separator: " ")
      return "{\(names)} : \"\(words.joined(separator: " "))\""
    case .all(let parts): return Self.fullText(parts, " AND ")
    case .any(let parts): return Self.fullText(parts, " OR ")
    case .but(let wanted, let unwanted): return "(\(wanted.fullText)) NOT (\(unwanted.fullText))"
    }
  }

  private static func fullText(_ parts: [SearchExpression], _ operation: String) -> String {
    "(" + parts.map(\.fullText).joined(separator: operation) + ")"
  }
}
