internal import ArabicText

/// Weeks and months that what stands behind them narrows to some of their days.
extension TimeScan {
  /// «في المساء»: a part of a day that nothing else tells.
  func partOfDay(_ word: TimeWord, at start: Int) -> Found? {
    guard isDefinite(start), clitics(start) == .article, start > 0,
      self.word(start - 1, .within) != nil
    else { return nil }
    return Found(end(start), .partOfDay(word.part))
  }

  /// «أواخر الصباح», «في وقت مبكر من المساء».
  func partOfEdge(at start: Int) -> Found? {
    var at = end(start)
    if word(at, .from) != nil { at = end(at) }
    guard let part = word(at, .dayPart), isDefinite(at) else { return nil }
    return Found(end(at), .partOfDay(part.part))
  }

  /// «الأسبوع القادم يوم الجمعة», «الأسبوع الماضي من الأربعاء إلى الجمعة», «نوفمبر بين 19 و20».
  func narrowed(_ found: Found) -> Found {
    switch found.form {
    case .period(.week, let offset): return daysOfWeek(found, offset) ?? found
    case .date(let date) where date.day == nil && date.month != nil && found.until == nil:
      return daysOfMonth(found, date) ?? found
    default: return found
    }
  }

  private func daysOfWeek(_ week: Found, _ offset: Int) -> Found? {
    var at = week.end
    if let unit = word(at, .unit), unit.unit == .day { at = end(at) }
    if let day = word(at, .weekday), clitics(at) == .article {
      return withClock(Found(end(at), .weekdayOfWeek(day.value, weeks: offset)))
    }
    guard let lead = word(at), lead.kind == .between || lead.kind == .from,
      let first = word(end(at), .weekday),
      let next = connector(end(end(at)), isBetween: lead.kind == .between),
      let last = word(next, .weekday)
    else { return nil }
    var found = Found(end(next), .weekdayOfWeek(first.value, weeks: offset))
    found.until = .weekdayOfWeek(last.value, weeks: offset)
    return found
  }

  private func daysOfMonth(_ month: Found, _ date: PartialDate) -> Found? {
    guard let lead = word(month.end), lead.kind == .between || lead.kind == .from,
      let first = whole(end(month.end), 1...31),
      let next = connector(first.end, isBetween: lead.kind == .between),
      let last = whole(next, 1...31), last.value > first.value, number(next)?.unit == nil
    else { return nil }
    var found = Found(last.end, .date(date))
    var (start, end) = (date, date)
    start.day = first.value
    end.day = last.value
    found.form = .date(start)
    found.until = .date(end)
    return found
  }

  /// «العام التالي», «الشهر السابق».
  func periodOfAnother(at start: Int) -> Found? {
    guard let unit = word(start, .unit), isDefinite(start),
      [.week, .month, .year].contains(unit.unit), let anaphor = word(end(start), .anaphor),
      isDefinite(end(start)), unit.unit != .year || !isGeneral(start)
    else { return nil }
    return Found(end(end(start)), .followingPeriod(unit.unit, anaphor.value))
  }
}
