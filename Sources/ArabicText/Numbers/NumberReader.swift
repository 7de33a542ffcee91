/// Reads the numbers of a text: digits, words, and both together.
public struct NumberReader: Sendable {
  let words: NumberWords

  public init(words: NumberWords) {
    self.words = words
  }

  /// The text's numbers in order, none overlapping another, with percentages and ranges joined.
  public func numbers(in text: TokenizedText) -> [NumberMention] {
    vocabulary.withMatches(in: text) { NumberScan(text, words, $0).joined() }
  }

  /// The same before «3-5», «بين 3 و5» are joined to ranges and percent signs to their numbers,
  /// which is what dates and clock times are made of.
  public func plainNumbers(in text: TokenizedText) -> [NumberMention] {
    vocabulary.withMatches(in: text) { plainNumbers(in: text, $0) }
  }

  /// The words that numbers are told with.
  package var vocabulary: Vocabulary { words.vocabulary }

  /// ``plainNumbers(in:)`` for who has looked the tokens up already.
  package func plainNumbers(
    in text: TokenizedText, _ matches: UnsafeBufferPointer<Vocabulary.Match>
  ) -> [NumberMention] {
    NumberScan(text, words, matches).plain()
  }

  /// Joins plain numbers of the same text to percentages and ranges.
  package func joined(
    _ plain: [NumberMention], in text: TokenizedText,
    _ matches: UnsafeBufferPointer<Vocabulary.Match>
  ) -> [NumberMention] {
    NumberScan(text, words, matches).joined(plain)
  }
}
