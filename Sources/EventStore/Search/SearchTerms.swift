internal import ArabicText

/// The words of a query, folded.
struct SearchTerms {
  /// Single words: as they are, and what they are sought by.
  private(set) var words: [(word: String, sought: String)] = []
  /// The words of each phrase.
  private(set) var phrases: [[String]] = []

  var isEmpty: Bool { words.isEmpty && phrases.isEmpty }

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
      let phrase = text.tokens.indices.compactMap { text.word($0) }
      if !phrase.isEmpty { phrases.append(phrase) }
    } else {
      for token in text.tokens.indices {
        guard let word = text.word(token) else { continue }
        let isArabic = text.tokens[token].kind == .word
        words.append(
          (word, isArabic ? Letter.text(Proclitics.sought(text.letters(token))) : word))
      }
    }
  }

  /// The terms in FTS5's language.
  var expression: [String] {
    words.map { "(words : \(Self.quoted($0.word)) OR stems : \(Self.quoted($0.sought)))" }
      + phrases.map { "words : \(Self.quoted($0.joined(separator: " ")))" }
  }

  static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
