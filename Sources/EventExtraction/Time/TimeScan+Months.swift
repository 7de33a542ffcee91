internal import ArabicText

/// Months with their years, and dates in digits.
extension TimeScan {
  /// «تموز/يوليو», «نيسان (أبريل)», «شهر ماي»: a month and where its name ends.
  func monthName(at start: Int) -> (month: TimeWord, end: Int, isNamed: Bool)? {
    var at = start
    var isNamed = false
    if let unit = word(at, .unit), unit.unit == .month, !isDefinite(at) {
      isNamed = true
      at = end(at)
    }
    // «الأب» is a father, «المحرم» what is forbidden.
    guard let month = word(at, .month), month.isSure || !isDefinite(at) else { return nil }
    at = end(at)
    // «ديسمبر كانون الأول», as one agency writes.
    if let other = word(at, .month), other.value == month.value, clitics(at).isEmpty,
      other.isHijri == month.isHijri
    {
      return (month, end(at), true)
    }
    if isMark(at, "/", "(", "-"), let other = word(at + 1, .month), other.value == month.value,
      other.isHijri == month.isHijri
    {
      let closing = end(at + 1)
      if isMark(at, "(") { return isMark(closing, ")") ? (month, closing + 1, true) : nil }
      return (month, closing, true)
    }
    return (month, at, isNamed)
  }

  /// A month with the year or «الماضي» behind it.
  func monthExpression(at start: Int) -> (date: PartialDate, end: Int, isSure: Bool)? {
    guard let (month, end, isNamed) = monthName(at: start) else { return nil }
    var date = PartialDate(month: month.value, isHijri: month.isHijri)
    let behind = yearTail(&date, at: end)
    let isSure = isNamed || month.isSure || behind > end
    return (date, behind, isSure)
  }

  /// The year behind a month: «2016», «من سنة 2016», «من العام الماضي», «الجاري». Fills the date
  /// and tells where the words end that did.
  func yearTail(_ date: inout PartialDate, at start: Int) -> Int {
    if let qualifier = word(start, .qualifier), isDefinite(start) || qualifier.value == 2 {
      date.monthOffset = qualifier.value
      return end(start)
    }
    var at = start
    if isMark(at, "،", ","), year(at + 1) != nil, word(self.numberEnd(at + 1), .unit) == nil {
      at += 1
    }
    if word(at, .from) != nil { at = end(at) }
    if let (unit, offset, end) = period(at: at), unit == .year {
      date.yearOffset = offset
      return end
    }
    if let unit = word(at, .unit), unit.unit == .year { at = end(at) }
    guard let (year, behind) = year(at) else { return start }
    date.year = year
    return era(&date, behind)
  }

  /// «هـ», «للهجرة», «م» behind a year.
  func era(_ date: inout PartialDate, _ at: Int) -> Int {
    if word(at, .hijri) != nil {
      date.isHijri = date.isHijri || date.month == nil
      return end(at)
    }
    if word(at, .gregorian) != nil, !isDefinite(at) { return end(at) }
    return at
  }

  func numberEnd(_ at: Int) -> Int { number(at)?.tokens.upperBound ?? at + 1 }

  /// A year: four digits without separators, or so much in words.
  func year(_ at: Int) -> (value: Int, end: Int)? {
    guard let (value, end) = whole(at, 1000...2100) else { return nil }
    if text.tokens[at].kind == .number {
      guard end == at + 1, digits(at)?.count == 4 else { return nil }
    }
    return (value, end)
  }

  /// The value of a token that is digits alone.
  func digits(_ at: Int) -> (value: Int, count: Int)? {
    guard at < limit, text.tokens[at].kind == .number else { return nil }
    let letters = text.letters(at)
    var value = 0
    guard letters.count <= 8 else { return nil }
    for letter in letters {
      guard letter >= 0x30, letter <= 0x39 else { return nil }
      value = value * 10 + Int(letter - 0x30)
    }
    return (value, letters.count)
  }

  /// «12/03/2024», «2024-03-12», «12.03.2024»; the day comes first unless it cannot. Of «03/2015»
  /// the month and year; «22/04» is a date only where `isExpected`.
  func numericDate(at start: Int, isExpected: Bool = false) -> (date: PartialDate, end: Int)? {
    guard start < limit, text.tokens[start].kind == .number else { return nil }
    if let parts = dotted(start) { return Self.date(parts).map { ($0, start + 1) } }
    guard let first = digits(start), isMark(start + 1, "/", "-"),
      !text.tokens[start + 1].spaceBefore, let second = digits(start + 2),
      !text.tokens[start + 2].spaceBefore
    else { return nil }
    if isMark(start + 3, "/", "-"), text.tokens[start + 3].symbol == text.tokens[start + 1].symbol,
      !text.tokens[start + 3].spaceBefore, let third = digits(start + 4),
      !text.tokens[start + 4].spaceBefore
    {
      return Self.date([first, second, third]).map { ($0, start + 5) }
    }
    if isMark(start + 1, "/"), first.value <= 12, first.value > 0, second.count == 4,
      (1900...2100).contains(second.value)
    {
      return (PartialDate(year: second.value, month: first.value), start + 3)
    }
    let isPadded = first.count == 2 && second.count == 2 && text.letters(start + 2).first == 0x30
    guard isExpected || isPadded, isMark(start + 1, "/"), first.count <= 2, second.count <= 2
    else { return nil }
    let (day, month) =
      second.value > 12 ? (second.value, first.value) : (first.value, second.value)
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    return (PartialDate(month: month, day: day), start + 3)
  }

  private func dotted(_ at: Int) -> [(value: Int, count: Int)]? {
    // Most have no dot, and what is added to lists is memory asked for.
    guard text.letters(at).contains(0x2E) else { return nil }
    var parts: [(value: Int, count: Int)] = [(0, 0)]
    for letter in text.letters(at) {
      if letter == 0x2E {
        parts.append((0, 0))
      } else if letter >= 0x30, letter <= 0x39 {
        let last = parts.count - 1
        parts[last] = (parts[last].value * 10 + Int(letter - 0x30), parts[last].count + 1)
      } else {
        return nil
      }
      guard parts.count <= 3, parts[parts.count - 1].count <= 4 else { return nil }
    }
    return parts.count == 3 && parts[2].count == 4 ? parts : nil
  }

  private static func date(_ parts: [(value: Int, count: Int)]) -> PartialDate? {
    var (day, month, year) = (parts[0], parts[1], parts[2])
    if day.count == 4 { swap(&day, &year) }
    guard year.count == 4 || year.count == 2, day.count <= 2, month.count <= 2 else { return nil }
    if month.value > 12 && day.value <= 12 { swap(&day, &month) }
    guard (1...12).contains(month.value), (1...31).contains(day.value) else { return nil }
    let full = year.count == 2 ? (year.value < 70 ? 2000 : 1900) + year.value : year.value
    guard (1000...2100).contains(full) else { return nil }
    return PartialDate(year: full, month: month.value, day: day.value)
  }
}
