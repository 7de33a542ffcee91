/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
public struct Day: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01, which is 0.
  public var number: Int

  public init(number: Int) {
    self.number = number
  }

  /// - Returns: nil where the month has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Day.length(year: year, month: month)
    else { return nil }
    self.init(number: Day.count(year, month, day))
  }

  /// Reads the date at the beginning of an ISO 8601 date or time («2017-01-20T19:44:00+01:00»).
  public init?(iso: some StringProtocol) {
    var parts = (0, 0, 0)
    var count = 0
    for byte in iso.utf8.prefix(10) {
      switch count {
      case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
      default:
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        let digit = Int(byte - 0x30)
        if count < 4 {
          parts.0 = parts.0 * 10 + digit
        } else if count < 7 {
          parts.1 = parts.1 * 10 + digit
        } else {
          parts.2 = parts.2 * 10 + digit
        }
      }
      count += 1
    }
    guard count == 10 else { return nil }
    self.init(year: parts.0, month: parts.1, day: parts.2)
  }

  /// Monday is 1, Sunday 7.
  public var weekday: Int {
    let remainder = (number + 3) % 7
    return (remainder + 7) % 7 + 1
  }

  public var year: Int { civil.year }
  public var month: Int { civil.month }
  public var day: Int { civil.day }

  /// Year, month and day, by counting in eras of 400 years that begin in March.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * fromMarch + 2) / 5 + 1
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
  public static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
  public static func < (first: Day, second: Day) -> Bool { first.number < second.number }

  /// The same day so many months on, or the last one of a month that is too short for it.
  public func adding(months: Int) -> Day {
    let (year, month, day) = civil
    let total = year * 12 + month - 1 + months
    let newYear = total >= 0 ? total / 12 : (total - 11) / 12
    let newMonth = total - newYear * 12 + 1
    return Day(
      number: Day.count(newYear, newMonth, min(day, Day.length(year: newYear, month: newMonth))))
  }

  /// Days of a month.
  public static func length(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func count(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let ofEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear
    return era * 146_097 + ofEra - 719_468
  }
}
