internal import Contracts

/// When an article was published, in seconds since 1970 UTC.
enum Instant {
  /// Where nothing is known: after everything else, and near only to others of which nothing is.
  static let unknown = Int64.max

  static func published(_ article: ParsedArticle.Article) -> Int64 {
    article.publishedAt.flatMap(seconds) ?? article.referenceDate.flatMap(seconds) ?? unknown
  }

  /// - Parameter text: RFC 3339, a date alone, a date and time without a zone, which is taken for
  ///   UTC, or day/month/year, as dates are written in Arabic.
  static func seconds(_ text: String) -> Int64? {
    writtenDate(text) ?? standardTime(text)
  }

  private static func writtenDate(_ text: String) -> Int64? {
    var reader = Reader(bytes: Array(text.utf8))
    guard let day = reader.number(2), reader.skip("/"), let month = reader.number(2),
      reader.skip("/"), let year = reader.number(4), reader.isAtEnd, (1...12).contains(month),
      (1...31).contains(day)
    else { return nil }
    return days(year, month, day) * 86_400
  }

  private static func standardTime(_ text: String) -> Int64? {
    var reader = Reader(bytes: Array(text.utf8))
    guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2),
      reader.skip("-"), let day = reader.number(2), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    var seconds = days(year, month, day) * 86_400
    guard reader.skip("T") || reader.skip("t") || reader.skip(" ") else {
      return reader.isAtEnd ? seconds : nil
    }
    guard let hour = reader.number(2), reader.skip(":"), let minute = reader.number(2) else {
      return nil
    }
    seconds += hour * 3600 + minute * 60
    if reader.skip(":") {
      guard let second = reader.number(2) else { return nil }
      seconds += second
      if reader.skip(".") { while reader.number(1) != nil {} }
    }
    for (sign, direction) in [("+", -1), ("-", 1)] as [(Character, Int64)] where reader.skip(sign) {
      guard let hours = reader.number(2) else { return nil }
      _ = reader.skip(":")
      seconds += direction * (hours * 3600 + (reader.number(2) ?? 0) * 60)
    }
    return seconds
  }

  /// Days since 1970 in the Gregorian calendar (Hinnant, “days from civil”).
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let ofEra = year - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  private struct Reader {
    let bytes: [UInt8]
    var at = 0

    var isAtEnd: Bool { at == bytes.count }

    mutating func skip(_ mark: Character) -> Bool {
      guard at < bytes.count, bytes[at] == mark.asciiValue else { return false }
      at += 1
      return true
    }

    mutating func number(_ digits: Int) -> Int64? {
      guard at + digits <= bytes.count else { return nil }
      var value: Int64 = 0
      for byte in bytes[at..<at + digits] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int64(byte - 0x30)
      }
      at += digits
      return value
    }
  }
}
