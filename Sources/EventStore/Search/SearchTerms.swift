internal import ArabicText

/// The words of a query, folded.
struct SearchTerms {
  /// Single words: as they are, and what they are sought by.
  private(set) var words: [(word: String, sought: String)] = []
  /// The words of each phrase.
  private(set) var phrases: [[String]] = []

  var isEmpty: Bool { words.isEmpty && phrases.isEmpty }
  var count: Int { words.count + phrases.reduce(0) { $0 + $1.count } }

  init(_ query: String) {
    var isQuoted = false
    for part in query.split(
      omittingEmptySubsequences: false, whereSeparator: Self.quotationMarks.contains)
    {
      add(String(part), isQuoted: isQuoted)
      isQuoted.toggle()
    }
  }

  private static let quotationMarks: Set<Character> = ["\"", "“", "”", "„", "«", "»"]

  private mutating func add(_ part: String, isQuoted: Bool) {
    let text = TokenizedText(part)
    if isQuoted {
      let phrase = text.tokens.indices.flatMap { text.words($0) }
      if !phrase.isEmpty { phrases.append(phrase) }
    } else {
      for token in text.tokens.indices {
        words += zip(text.words(token), text.names(token)).map { ($0, $1) }
      }
    }
  }

  /// What must hold of every event that is found.
  var quoted: [SearchExpression] { phrases.map { .phrase([.words], $0) } }

  /// What must hold beside that, the best matches first; none of one is in another. Nothing where
  /// there are no single words.
  var ranks: [SearchExpression] {
    guard
      let sought = SearchExpression.joined(words.map { .word(.stems, $0.sought) }),
      let written = SearchExpression.joined(words.map { .word(.words, $0.word) })
    else { return [] }
    let others = SearchExpression.but(sought, not: written)
    guard words.count > 1 else { return [written, others] }
    let inOrder = SearchExpression.phrase([.words], words.map(\.word))
    return [inOrder, .but(written, not: inOrder), others]
  }

  /// What must hold beside ``quoted`` where no match is better than another.
  var unranked: [SearchExpression] { words.map { .word(.stems, $0.sought) } }
}
