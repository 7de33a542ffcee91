/// Times as RFC 3339 writes them, by hand: a formatter costs more than the rest of a record.
enum UTCTime {
  /// `2024-03-30T09:15:00.250Z`.
  ///
  /// - Parameter milliseconds: since 1970.
  static func text(_ milliseconds: Int64) -> [UInt8] {
    let (year, month, day, inDay) = civil(milliseconds)
    var text: [UInt8] = []
    text.reserveCapacity(24)
    append(year, 4, to: &text)
    for (mark, value) in [
      ("-" as Unicode.Scalar, month), ("-", day), ("T", inDay / 3_600_000),
      (":", inDay / 60_000 % 60), (":", inDay / 1000 % 60),
    ] {
      text.append(UInt8(ascii: mark))
      append(value, 2, to: &text)
    }
    text.append(UInt8(ascii: "."))
    append(inDay % 1000, 3, to: &text)
    text.append(UInt8(ascii: "Z"))
    return text
  }

  /// The day in the Gregorian calendar, counted in eras of 400 years that begin in March, and the
  /// milliseconds since it began.
  private static func civil(
    _ milliseconds: Int64
  ) -> (year: Int64, month: Int64, day: Int64, inDay: Int64) {
    let day: Int64 = 86_400_000
    let inDay = (milliseconds % day + day) % day
    let shifted = (milliseconds / day - (milliseconds % day < 0 ? 1 : 0)) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * ofYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * fromMarch + 2) / 5 + 1,
      inDay
    )
  }

  private static func append(_ number: Int64, _ digits: Int, to text: inout [UInt8]) {
    if number < 0 { text.append(UInt8(ascii: "-")) }
    var unit: UInt64 = 1
    for _ in 1..<digits { unit *= 10 }
    while number.magnitude / unit >= 10 { unit *= 10 }
    while unit > 0 {
      text.append(UInt8(ascii: "0") + UInt8(number.magnitude / unit % 10))
      unit /= 10
    }
  }
}
