internal import ArabicText
internal import Contracts

/// A time that a text names, with its value as far as the reference date settles it.
public struct TimeMention: Sendable, Hashable {
  public var tokens: Range<Int>
  public var form: TimeForm
  /// The end of a range («من … إلى …»).
  public var until: TimeForm?
  public var clock: Clock?
  public var untilClock: Clock?
  /// ISO 8601, ranges as `start/end`; nil where it cannot be settled.
  public var value: String?

  /// Whether only a verb's tense tells which such day or month is meant.
  public var isOpen: Bool {
    switch form {
    case .weekday(_, direction: nil): true
    case .date(let date):
      date.year == nil && date.yearOffset == nil && date.monthOffset == nil
    default: false
    }
  }

  public init(
    tokens: Range<Int>, form: TimeForm, until: TimeForm? = nil, clock: Clock? = nil,
    untilClock: Clock? = nil
  ) {
    self.tokens = tokens
    self.form = form
    self.until = until
    self.clock = clock
    self.untilClock = untilClock
  }
}
