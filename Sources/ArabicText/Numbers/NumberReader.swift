/// Reads the numbers of a text: digits, words, and both together.
public struct NumberReader: Sendable {
  let words: NumberWords

  public init(words: NumberWords) {
    self.words = words
  }

  /// The text's numbers in order, none overlapping another, with percentages and ranges joined.
  public func numbers(in text: TokenizedText) -> [NumberMention] {
    NumberScan(text, words).joined()
  }

  /// The same before «3-5», «بين 3 و5» are joined to ranges and percent signs to their numbers,
  /// which is what dates and clock times are made of.
  public func plainNumbers(in text: TokenizedText) -> [NumberMention] {
    NumberScan(text, words).plain()
  }

  /// Joins ``plainNumbers(in:)`` of the same text to percentages and ranges.
  public func joined(_ plain: [NumberMention], in text: TokenizedText) -> [NumberMention] {
    NumberScan(text, words).joined(plain)
  }
}
