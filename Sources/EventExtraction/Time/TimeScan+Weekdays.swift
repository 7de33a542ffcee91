internal import ArabicText

/// Days of the week counted within a month: «أول يوم جمعة من يوليو», «الأحد الثاني من مارس».
extension TimeScan {
  /// «أول يوم جمعة من يوليو».
  func nthWeekday(at start: Int) -> Found? {
    guard let count = number(start), count.kind == .ordinal, count.value <= 5,
      !startsDefinite(start)
    else { return nil }
    var at = count.tokens.upperBound
    if let unit = word(at, .unit), unit.unit == .day { at = end(at) }
    guard let day = word(at, .weekday) else { return nil }
    return inMonth(Int(count.value), day.value, end(at), isTold: true)
  }

  /// «الأحد الثاني من مارس».
  func nthWeekday(_ weekday: Int, behind at: Int) -> Found? {
    guard let count = number(at), count.kind == .ordinal, count.value <= 5, count.tokens.count == 1,
      startsDefinite(at)
    else { return nil }
    return inMonth(Int(count.value), weekday, count.tokens.upperBound, isTold: false)
  }

  private func inMonth(_ count: Int, _ weekday: Int, _ start: Int, isTold: Bool) -> Found? {
    var at = start
    if word(at, .from) != nil || word(at, .within) != nil { at = end(at) }
    if let (date, end, _) = monthExpression(at: at), date.day == nil {
      return Found(end, .nthWeekday(count, weekday: weekday, date))
    }
    if let (unit, offset, end) = period(at: at), unit == .month {
      return Found(end, .nthWeekday(count, weekday: weekday, PartialDate(monthOffset: offset)))
    }
    if isTold || at > start { return nil }
    return Found(start, .nthWeekday(count, weekday: weekday, PartialDate(monthOffset: 0)))
  }
}
