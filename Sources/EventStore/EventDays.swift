public import Contracts

extension Event {
  /// The days that the event may have happened on, first and last as `YYYY-MM-DD`: those of its
  /// time where that is resolved, else the article's day of publication; nil where neither is
  /// known.
  public var days: ClosedRange<String>? {
    Self.days(of: time?.value) ?? Self.days(of: article.publishedAt)
  }

  /// A year, month or day, or the day of a time. A month is taken to have 31 days: the bounds are
  /// compared, not counted.
  static func days(of value: String?) -> ClosedRange<String>? {
    guard let date = value?.prefix(10) else { return nil }
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2].prefix(parts.count)
    guard parts.count <= 3, zip(parts, widths).allSatisfy({ isNumber($0, digits: $1) }) else {
      return nil
    }
    let first = date + ["", "-01-01", "-01", ""][parts.count]
    let last = date + ["", "-12-31", "-31", ""][parts.count]
    return String(first)...String(last)
  }

  private static func isNumber(_ part: Substring, digits: Int) -> Bool {
    part.utf8.count == digits && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// ISO 3166-1 alpha-3 codes of who takes part, of the members of groups among them, and of the
  /// place; sorted, each once.
  public var countries: [String] {
    var codes = Set(participants.flatMap { [$0.entity] + $0.entity.members }.compactMap(\.country))
    for code in [place?.country, place?.entity?.country] { if let code { codes.insert(code) } }
    return codes.sorted()
  }
}
