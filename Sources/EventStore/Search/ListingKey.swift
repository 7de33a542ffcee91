/// The number by which events are listed: the later the first day on which one may have happened,
/// the higher; those of one article and day together, in the order of the text.
///
/// The index of words has its rows under these numbers. So whatever is searched for, the latest
/// matches are read first and the others not at all, and days are stretches of rows.
enum ListingKey {
  /// Of the 63 bits that are not the sign, 22 are the day's.
  private static let dayShift: Int64 = 41
  /// Then 28 of the article, so that its events are not among those of others.
  private static let articleShift: Int64 = 13
  /// The rest counts back from the end of the text.
  private static let lastPlace: Int64 = 1 << articleShift - 1

  /// - Parameters:
  ///   - day: `YYYY-MM-DD`; nil where it is not known.
  ///   - place: where in the article's text the event is told.
  static func key(day: String?, article: String, place: Int) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in article.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let article = Int64(hash >> 36) & (1 << 28 - 1)
    let rest = lastPlace - Int64(min(max(place, 0), Int(lastPlace)))
    return number(of: day) << dayShift | article << articleShift | rest
  }

  /// Keys of all days from the first to the last, which may be nil for no bound.
  static func keys(from first: Int64?, to last: Int64?) -> ClosedRange<Int64>? {
    let lower = (first ?? 0) << dayShift
    let upper = last.map { ($0 + 1) << dayShift - 1 } ?? .max
    return lower <= upper ? lower...upper : nil
  }

  /// Days in their order, not without gaps; 0 for one that is not known.
  static func number(of day: String?) -> Int64 {
    guard let day else { return 0 }
    var (parts, part, count): (Int64, Int64, Int) = (0, 0, 1)
    for byte in day.utf8 {
      if byte == UInt8(ascii: "-") {
        (parts, part, count) = (parts * 12 + part, 0, count + 1)
      } else {
        guard (0x30...0x39).contains(byte), part < 100_000 else { return 0 }
        part = part * 10 + Int64(byte - 0x30)
      }
    }
    guard count == 3 else { return 0 }
    return min(parts * 32 + part + 1, 1 << 22 - 1)
  }

  /// How far days before may be the first of an event that reaches into a day: a year.
  static let longestSpan: Int64 = 12 * 32 + 1
  /// Days that are known begin here.
  static let firstKnown: Int64 = 1
}
