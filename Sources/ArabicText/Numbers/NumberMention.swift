/// A number that a text names, in digits, words or both.
public struct NumberMention: Sendable, Hashable {
  public enum Kind: String, Sendable {
    case cardinal, ordinal, fraction, percentage
    /// From ``NumberMention/value`` to ``NumberMention/upper``.
    case range
  }

  /// Every token of the number, the percent sign too.
  public var tokens: Range<Int>
  public var kind: Kind
  /// Percentages as they are told: 5 for «5 بالمئة».
  public var value: Double
  /// The end of a range.
  public var upper: Double?
  /// The token behind it, where that can be what is counted.
  public var unit: Range<Int>?
  /// Whether it is one token of digits alone.
  public var isDigits: Bool

  public init(
    tokens: Range<Int>, kind: Kind, value: Double, upper: Double? = nil, unit: Range<Int>? = nil,
    isDigits: Bool = false
  ) {
    self.tokens = tokens
    self.kind = kind
    self.value = value
    self.upper = upper
    self.unit = unit
    self.isDigits = isDigits
  }
}
