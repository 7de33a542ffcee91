/// The forms in which articles, pages and feeds give their publication time.
enum PublicationTime {
  /// RFC 3339, a date alone, or a date and time without zone, from any of these, from the form of
  /// RSS (`Sat, 30 Mar 2024 09:15:00 +0800`) or from figures with strokes, the day first as all
  /// Arab press writes it (`30/03/2024`); nil for anything else.
  static func normalized(_ text: String) -> String? {
    if isNormal(text) { return text }
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "," })
    if let first = parts.first, let date = strokes(first) {
      return parts.count == 1
        ? date : clock(parts.dropFirst().joined()).map { "\(date)T\($0)" }
    }
    if let first = parts.first, first.first?.isLetter == true || first.count <= 2 {
      return rfc822(first.first?.isLetter == true ? parts.dropFirst() : parts[...])
    }
    var utf8 = Array(text.utf8)
    guard utf8.count >= 10, isDate(utf8) else { return nil }
    guard utf8.count > 10 else { return text }
    guard utf8[10] == UInt8(ascii: "T") || utf8[10] == UInt8(ascii: "t") || utf8[10] == 0x20 else {
      return nil
    }
    utf8[10] = UInt8(ascii: "T")
    guard let time = clock(String(decoding: utf8[11...], as: UTF8.self)) else { return nil }
    return String(decoding: utf8[..<11], as: UTF8.self) + time
  }

  /// Whether it is a date, or an RFC 3339 time without fraction, already, as most are.
  private static func isNormal(_ text: String) -> Bool {
    text.withBytes { utf8 in
      func number(_ at: Int) -> Int { Int(utf8[at] - 0x30) * 10 + Int(utf8[at + 1] - 0x30) }
      guard hasForm(utf8, "dddd-dd-dd"),
        exists(year: number(0) * 100 + number(2), month: number(5), day: number(8))
      else { return false }
      if utf8.count == 10 { return true }
      guard hasForm(utf8, "dddd-dd-ddTdd:dd:dd"), hasZone(utf8, 19) else { return false }
      return number(11) < 24 && number(14) < 60 && number(17) <= 60
    }
  }

  /// Whether a text begins with this form, in which `d` is any digit.
  private static func hasForm(_ utf8: UnsafeBufferPointer<UInt8>, _ form: StaticString) -> Bool {
    form.withUTF8Buffer { form in
      guard utf8.count >= form.count else { return false }
      for at in form.indices where !fits(utf8[at], form[at]) { return false }
      return true
    }
  }

  /// `Z` or `+08:00`.
  private static func hasZone(_ utf8: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    if utf8.count == at + 1 { return utf8[at] == UInt8(ascii: "Z") }
    guard utf8.count == at + 6 else { return false }
    let isSigned = utf8[at] == UInt8(ascii: "+") || utf8[at] == UInt8(ascii: "-")
    let isForm =
      isSigned && fits(utf8[at + 1], UInt8(ascii: "d")) && fits(utf8[at + 2], UInt8(ascii: "d"))
      && utf8[at + 3] == UInt8(ascii: ":") && fits(utf8[at + 4], UInt8(ascii: "d"))
      && fits(utf8[at + 5], UInt8(ascii: "d"))
    return isForm && (utf8[at + 1] < 0x32 || utf8[at + 1] == 0x32 && utf8[at + 2] < 0x34)
  }

  private static func fits(_ byte: UInt8, _ form: UInt8) -> Bool {
    form == UInt8(ascii: "d") ? byte &- 0x30 < 10 : byte == form
  }

  private static func isDate(_ utf8: [UInt8]) -> Bool {
    guard utf8[4] == UInt8(ascii: "-"), utf8[7] == UInt8(ascii: "-"),
      let year = number(utf8[0..<4]), let month = number(utf8[5..<7]),
      let day = number(utf8[8..<10])
    else { return false }
    return exists(year: year, month: month, day: day)
  }

  /// `30/03/2024` or `2024/03/30`.
  private static func strokes(_ text: Substring) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let ordered = parts[0].count == 4 ? parts : parts.reversed()
    guard ordered[0].count == 4, (1...2).contains(ordered[1].count),
      (1...2).contains(ordered[2].count), let year = number(ordered[0].utf8),
      let month = number(ordered[1].utf8), let day = number(ordered[2].utf8),
      exists(year: year, month: month, day: day)
    else { return nil }
    return "\(ordered[0])-\(twoDigits(month))-\(twoDigits(day))"
  }

  /// `09:15`, `09:15:00`, `09:15:00.123`, each with `Z`, `+08:00`, `+0800`, `+08` or nothing.
  private static func clock(_ text: String) -> String? {
    let text = text.replacing(" ", with: "").uppercased()
    let zoneStart = text.firstIndex { "Z+-".contains($0) } ?? text.endIndex
    guard let zone = zone(text[zoneStart...]) else { return nil }
    let time = fields(text[..<zoneStart])
    guard time.count == 2 || time.count == 3, let hour = number(time[0].utf8), time[0].count == 2,
      let minute = number(time[1].utf8), time[1].count == 2, hour < 24, minute < 60
    else { return nil }
    guard time.count == 3 else { return "\(time[0]):\(time[1]):00\(zone)" }
    let second = time[2].split(separator: ".", omittingEmptySubsequences: false)
    guard second.count <= 2, second[0].count == 2, let value = number(second[0].utf8), value <= 60,
      second.count == 1 || number(second[1].utf8) != nil
    else { return nil }
    return "\(time[0]):\(time[1]):\(time[2])\(zone)"
  }

  /// Hours, minutes and seconds, from `09:15:00` or from ISO 8601's short form `091500`.
  private static func fields(_ time: Substring) -> [Substring] {
    guard !time.contains(":"), time.count == 4 || time.count == 6 else {
      return time.split(separator: ":", omittingEmptySubsequences: false)
    }
    return stride(from: 0, to: time.count, by: 2).map { time.dropFirst($0).prefix(2) }
  }

  private static func zone(_ text: Substring) -> String? {
    if text.isEmpty || text == "Z" { return String(text) }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard let sign = text.first, sign != "Z", digits.count == 2 || digits.count == 4,
      let value = number(digits.utf8), digits.count == 2 ? value < 24 : value / 100 < 24
    else { return nil }
    return "\(sign)\(digits.prefix(2)):\(digits.count == 4 ? String(digits.suffix(2)) : "00")"
  }

  private static func rfc822(_ parts: ArraySlice<Substring>) -> String? {
    let parts = Array(parts)
    guard parts.count >= 3, let day = number(parts[0].utf8),
      let month = months.firstIndex(of: parts[1].prefix(3).lowercased()), parts[2].count == 4,
      let year = number(parts[2].utf8), exists(year: year, month: month + 1, day: day)
    else { return nil }
    let date = "\(parts[2])-\(twoDigits(month + 1))-\(twoDigits(day))"
    guard parts.count > 3 else { return date }
    let named = parts.count > 4 ? String(parts[4]) : ""
    let zone = ["GMT", "UT", "UTC"].contains(named.uppercased()) ? "Z" : named
    // Names such as EST are ambiguous across the world: the day is what is sure.
    return clock(parts[3] + zone).map { "\(date)T\($0)" } ?? date
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func exists(year: Int, month: Int, day: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= days[month - 1]
  }

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  /// ASCII digits alone, at most nine.
  private static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 9 else { return nil }
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}
