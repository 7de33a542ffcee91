/// A sentence in the BIO format: its tokens and the names that its labels mark.
struct LabelledSentence {
  let tokens: [Substring]
  let spans: Set<NamesMeasure.Span>

  init(_ lines: ArraySlice<Substring>) {
    let fields = lines.map { $0.split(separator: " ") }
    tokens = fields.compactMap(\.first)
    spans = Self.spans(fields.compactMap(\.last))
  }

  var text: String { tokens.joined(separator: " ") }

  private static func spans(_ labels: [Substring]) -> Set<NamesMeasure.Span> {
    var spans: Set<NamesMeasure.Span> = []
    var at = 0
    while at < labels.count {
      let kind = labels[at].dropFirst(2)
      var end = at + 1
      while end < labels.count, !kind.isEmpty, labels[end] == "I-" + kind { end += 1 }
      if let label = kinds[kind] {
        spans.insert(NamesMeasure.Span(tokens: at..<end, label: label))
      }
      at = end
    }
    return spans
  }

  private static let kinds: [Substring: String] = [
    "PERS": "PER", "PER": "PER", "LOC": "LOC", "ORG": "ORG",
  ]
}
