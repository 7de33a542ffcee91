/// A name that was read otherwise than labelled, with the tokens around it.
struct NameError: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    /// Labelled, and nothing found that overlaps it.
    case missed
    /// The kind is right, where it begins or ends is not.
    case boundary = "wrong boundary"
    /// The tokens are right, the kind is not.
    case kind = "wrong kind"
    /// Neither is.
    case both = "wrong boundary and kind"
    /// Found where nothing is labelled.
    case spurious = "found but not labelled"
  }

  var kind: Kind
  var gold: NamesMeasure.Span?
  var found: NamesMeasure.Span?
  var context: String

  /// Kind, labelled kind and words, found kind and words, and the words around them.
  var line: String {
    [
      kind.rawValue, gold?.label ?? "-", words(gold), found?.label ?? "-", words(found), context,
    ].joined(separator: "\t")
  }

  private var tokens: [Substring]

  private func words(_ span: NamesMeasure.Span?) -> String {
    span.map { tokens[$0.tokens].joined(separator: " ") } ?? "-"
  }

  private init(
    _ kind: Kind, _ gold: NamesMeasure.Span?, _ found: NamesMeasure.Span?, _ tokens: [Substring]
  ) {
    (self.kind, self.gold, self.found, self.tokens) = (kind, gold, found, tokens)
    let at = (gold ?? found)?.tokens ?? 0..<0
    context = tokens[max(0, at.lowerBound - 8)..<min(tokens.count, at.upperBound + 6)]
      .joined(separator: " ")
  }

  /// The errors of one sentence, each labelled name and each found one in at most one.
  static func all(
    gold: Set<NamesMeasure.Span>, found: Set<NamesMeasure.Span>, in tokens: [Substring]
  ) -> [NameError] {
    var errors: [NameError] = []
    var open = found.subtracting(gold)
    let order = { (a: NamesMeasure.Span, b: NamesMeasure.Span) in
      a.tokens.lowerBound < b.tokens.lowerBound
    }
    for span in gold.subtracting(found).sorted(by: order) {
      guard let other = open.sorted(by: order).first(where: { $0.tokens.overlaps(span.tokens) })
      else {
        errors.append(NameError(.missed, span, nil, tokens))
        continue
      }
      open.remove(other)
      let kind: Kind =
        other.label == span.label ? .boundary : other.tokens == span.tokens ? .kind : .both
      errors.append(NameError(kind, span, other, tokens))
    }
    return errors + open.sorted(by: order).map { NameError(.spurious, nil, $0, tokens) }
  }
}
