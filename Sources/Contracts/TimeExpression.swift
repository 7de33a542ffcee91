/// A time that the article names, resolved against its reference date where that is possible.
public struct TimeExpression: Decodable, Sendable, Hashable {
  public enum Granularity: String, Decodable, Sendable, CaseIterable {
    case day, month, year, time, duration, set
  }

  public enum Basis: String, Decodable, Sendable, CaseIterable {
    case explicit, relative, weekday, dateline
  }

  /// Unique within the article: `t1`, `t2`, …
  public var id: String
  /// Unicode scalars of the article's text, end exclusive.
  public var start: Int
  public var end: Int
  /// ISO 8601: `2024-03-30`, `2024-03`, `2024`, a date and time, or a duration; nil where it
  /// cannot be resolved.
  public var value: String?
  public var granularity: Granularity
  public var basis: Basis

  public init(
    id: String, start: Int, end: Int, value: String?, granularity: Granularity, basis: Basis
  ) {
    self.id = id
    self.start = start
    self.end = end
    self.value = value
    self.granularity = granularity
    self.basis = basis
  }
}
