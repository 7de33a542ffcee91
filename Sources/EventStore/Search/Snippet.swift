internal import ArabicText
public import Contracts

/// The part of a sentence in which a query's words stand.
public struct Snippet: Sendable, Hashable {
  /// The sentence's own letters, «…» where it was cut.
  public var text: String
  /// The words found: Unicode scalars of ``text``, end exclusive.
  public var matches: [TextSpan]

  /// How many scalars of a sentence are shown, and how many of those before the first match.
  private static let length = 240
  private static let lead = 60

  init(_ sentence: String, _ terms: SearchTerms) {
    let tokenized = TokenizedText(sentence)
    let found = Self.matches(in: tokenized, terms)
    let scalars = Array(sentence.unicodeScalars)
    guard scalars.count > Self.length else {
      text = sentence
      matches = found
      return
    }
    let wanted = max(0, min((found.first?.start ?? 0) - Self.lead, scalars.count - Self.length))
    let starts = tokenized.tokens.map { Int($0.scalarStart) }
    let start = wanted == 0 ? 0 : starts.first { $0 >= wanted } ?? wanted
    let ends = tokenized.tokens.map { Int($0.scalarEnd) }
    let end = ends.last { $0 <= start + Self.length && $0 > start } ?? start + Self.length
    let head = start > 0 ? "…" : ""
    var middle = String.UnicodeScalarView()
    middle.append(contentsOf: scalars[start..<min(end, scalars.count)])
    text = head + String(middle) + (end < scalars.count ? "…" : "")
    matches = found.filter { $0.start >= start && $0.end <= end }.map {
      let shift = start - head.unicodeScalars.count
      return TextSpan(start: $0.start - shift, end: $0.end - shift)
    }
  }

  private static func matches(in text: TokenizedText, _ terms: SearchTerms) -> [TextSpan] {
    let exact = Set(terms.words.map(\.word))
    let sought = Set(terms.words.map(\.sought))
    let words = text.tokens.indices.flatMap { token in text.words(token).map { (token, $0) } }
    var found = Set(
      words.filter { token, word in
        exact.contains(word) || !sought.isDisjoint(with: text.stems(token))
      }.map(\.0))
    for phrase in terms.phrases where phrase.count <= words.count {
      for start in 0...(words.count - phrase.count) {
        let run = words[start..<start + phrase.count]
        if run.map(\.1) == phrase { found.formUnion(run.map(\.0)) }
      }
    }
    return found.sorted().map {
      TextSpan(
        start: Int(text.tokens[$0].scalarStart), end: Int(text.tokens[$0].scalarEnd))
    }
  }
}
