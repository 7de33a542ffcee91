internal import ArabicText

/// Days: «اليوم (السبت)», «يوم الخميس 16 فيفري 2017», «مساء أمس», «30 مارس الجاري».
extension TimeScan {
  /// What was read, and where it ends.
  struct Found {
    var end: Int
    var form: TimeForm
    var until: TimeForm?
    var clock: Clock?
    var untilClock: Clock?
    var part: DayPart?

    init(_ end: Int, _ form: TimeForm, clock: Clock? = nil) {
      self.end = end
      self.form = form
      self.clock = clock
    }
  }

  /// A day with the part of it and the time of day before or behind.
  func dayExpression(at start: Int) -> Found? {
    guard canBegin(start) else { return nil }
    var at = start
    var part: DayPart?
    if let named = word(at, .dayPart) {
      guard !isDefinite(at) else { return nil }
      part = named.part
      at = end(at)
      if word(at, .from) != nil { at = end(at) }
    }
    guard var found = dayCore(at: at) else { return nil }
    found.part = part ?? found.part
    return withClock(found)
  }

  private func dayCore(at start: Int) -> Found? {
    if let found = nthWeekday(at: start) { return found }
    if let unit = word(start, .unit), unit.unit == .day, !isDefinite(start) {
      return namedDay(at: end(start))
    }
    if let found = relativeDay(at: start) { return found }
    if let found = weekday(at: start, isNamed: false) { return found }
    guard let (date, end) = date(at: start) else { return nil }
    return Found(end, .date(date))
  }

  /// Behind «يوم».
  private func namedDay(at start: Int) -> Found? {
    if isMark(start, "("), let day = word(start + 1, .weekday), isMark(end(start + 1), ")") {
      return Found(end(start + 1) + 1, .weekday(day.value, direction: nil))
    }
    if let found = relativeDay(at: start) { return found }
    if let found = weekday(at: start, isNamed: true) { return found }
    if let (date, end) = date(at: start, isExpected: true) { return Found(end, .date(date)) }
    guard let (day, end) = whole(start, 1...31), text.tokens[start].kind == .number,
      number(start)?.unit == nil, !isCounted(end)
    else { return nil }
    return Found(end, .date(PartialDate(day: day)))
  }

  private func relativeDay(at start: Int) -> Found? {
    guard let word = word(start) else { return nil }
    switch word.kind {
    case .today:
      let next = end(start)
      if self.word(next, .notToday) != nil, isDefinite(next) || !clitics(next).isEmpty {
        return nil
      }
      if let number = number(next), number.kind == .ordinal { return nil }
      if start > 0, self.word(start - 1, .same) != nil { return Found(next, .following(0)) }
      if let anaphor = self.word(next, .anaphor), clitics(next) == .article {
        return anaphor.value > 0 ? Found(end(next), .following(1)) : nil
      }
      if let qualifier = self.word(next, .qualifier), isDefinite(next) {
        if qualifier.value == 1 { return Found(end(next), .following(1)) }
        return Found(end(next), .days(qualifier.value, weekday: nil))
      }
      return apposition(0, at: next)
    case .dayOffset:
      return apposition(word.value, at: end(start))
    case .tonight:
      let next = end(start)
      if let qualifier = self.word(next, .qualifier), isDefinite(next) {
        return Found(end(next), .days(qualifier.value, weekday: nil))
      }
      return apposition(0, at: next)
    case .this:
      let next = end(start)
      if self.word(next, .today) != nil || self.word(next, .tonight) != nil {
        return Found(end(next), .days(0, weekday: nil))
      }
      // «هذا الأحد» is that of this week.
      if let day = self.word(next, .weekday), isDefinite(next), clitics(next) == .article {
        return Found(end(next), .weekday(day.value, direction: 0))
      }
      guard let part = self.word(next, .dayPart), isDefinite(next) else { return nil }
      var found = Found(end(next), .days(0, weekday: nil))
      found.part = part.part
      return found
    default: return nil
    }
  }

  /// The weekday and date that explain «اليوم», «أمس» …
  private func apposition(_ offset: Int, at start: Int) -> Found {
    var at = start
    var weekday: Int?
    if isMark(at, "("), let day = word(at + 1, .weekday), isMark(end(at + 1), ")") {
      weekday = day.value
      at = end(at + 1) + 1
    } else if let day = word(at, .weekday), isDefinite(at), clitics(at) == .article {
      weekday = day.value
      at = end(at)
    }
    if let (date, end) = date(at: at), date.month != nil, date.day != nil {
      var date = date
      date.weekday = weekday
      return Found(end, .date(date))
    }
    return Found(at, .days(offset, weekday: weekday))
  }

  private func weekday(at start: Int, isNamed: Bool) -> Found? {
    guard let day = word(start, .weekday), isNamed || isDefinite(start) else { return nil }
    if !isNamed, isNamedAfterDay(start, day.value) { return nil }
    var at = end(start)
    if word(at, .theyTwo) != nil { return nil }
    var direction: Int?
    if let qualifier = word(at, .qualifier), isDefinite(at), qualifier.value < 2 {
      direction = qualifier.value
      at = end(at)
    }
    if direction == nil, let found = nthWeekday(day.value, behind: at) { return found }
    if let (date, end) = dateBehindWeekday(at) {
      var date = date
      date.weekday = day.value
      return Found(end, .date(date))
    }
    var behind = at
    if word(behind, .from) != nil { behind = end(behind) }
    if direction == nil, let (unit, offset, end) = period(at: behind), unit == .week {
      return Found(end, .weekdayOfWeek(day.value, weeks: offset))
    }
    return Found(at, .weekday(day.value, direction: direction))
  }

  /// «صلاة الجمعة», «سوق الأربعاء»: what the day names, not the day.
  private func isNamedAfterDay(_ at: Int, _ weekday: Int) -> Bool {
    guard at > 0, clitics(at) == .article, let noun = word(at - 1, .ofDay) else { return false }
    return !isDefinite(at - 1) && (noun.value == 0 || noun.value == weekday)
  }

  func startsDefinite(_ at: Int) -> Bool {
    let letters = text.letters(at)
    return letters.starts(with: [Letter.alef, Letter.lam])
      || letters.starts(with: [Letter.lam, Letter.lam])
      || letters.starts(with: [Letter.waw, Letter.alef, Letter.lam])
  }

  /// Whether what stands behind a bare day of the month makes it a count or part of a longer date.
  private func isCounted(_ at: Int) -> Bool {
    guard let word = word(at) else { return false }
    switch word.kind {
    case .unit, .unitDual, .unitPlural, .month, .dayPart, .qualifier: return true
    default: return false
    }
  }

  /// «الخميس 16 فيفري», «الأربعاء ، 22 يناير», «الأربعاء الموافق 3 مايو», «الأربعاء (3 مايو)».
  private func dateBehindWeekday(_ start: Int) -> (PartialDate, Int)? {
    var at = pastComma(start)
    if word(at, .dateLink) != nil {
      at = end(at)
    } else if isMark(at, "("), let (date, end) = date(at: at + 1), isMark(end, ")") {
      return (date, end + 1)
    } else if word(at, .within) != nil, let number = number(end(at)),
      number.isDigits || number.kind == .ordinal || number.value > 10 && number.unit == nil
    {
      at = end(at)
    }
    if let found = date(at: at) { return found }
    if let (date, end, _) = monthExpression(at: at), date.day != nil { return (date, end) }
    guard at == start || word(start, .within) != nil, let (day, end) = whole(at, 1...31),
      let number = number(at), number.unit == nil || number.kind == .ordinal, !isCounted(end),
      number.kind != .ordinal || word(start, .within) != nil,
      !isMark(end, "/", ":", "%", "٪", "-")
    else { return nil }
    return (PartialDate(day: day), end)
  }

  /// A day of a month: «30 مارس 2024», «الخامس من الشهر الجاري», «مايو الحادي عشر», «12/03/2024».
  func date(at start: Int, isExpected: Bool = false) -> (date: PartialDate, end: Int)? {
    guard canBegin(start) else { return nil }
    if let found = numericDate(at: start, isExpected: isExpected) {
      return found.date.day == nil ? nil : found
    }
    guard let (day, end) = whole(start, 1...31) else { return monthFirst(at: start) }
    if let found = monthBehind(day, end) { return linked(found) }
    return nil
  }

  private func monthBehind(_ day: Int, _ start: Int) -> (date: PartialDate, end: Int)? {
    var at = start
    if isMark(at, "-", "/", ".") { at += 1 }
    if word(at, .from) != nil { at = end(at) }
    if let (date, end, _) = monthExpression(at: at) {
      var date = date
      date.day = day
      return (date, end)
    }
    if at > start || word(at, .this) != nil || word(at, .within) != nil {
      if word(at, .within) != nil { at = end(at) }
      if let (unit, offset, end) = period(at: at), unit == .month {
        return (PartialDate(day: day, monthOffset: offset), end)
      }
    }
    if let qualifier = word(start, .qualifier), qualifier.value == 0, isDefinite(start) {
      return (PartialDate(day: day, monthOffset: 0), end(start))
    }
    return nil
  }

  /// «مايو الحادي عشر 2016», «أكتوبر 14».
  private func monthFirst(at start: Int) -> (date: PartialDate, end: Int)? {
    guard let (month, end, _) = monthName(at: start), let (day, behind) = whole(end, 1...31),
      let number = number(end), number.kind == .ordinal || number.unit == nil,
      word(behind, .unitPlural) == nil, !isMark(behind, "%", "٪")
    else { return nil }
    var date = PartialDate(month: month.value, day: day, isHijri: month.isHijri)
    let tail = yearTail(&date, at: behind)
    return (date, tail)
  }

  /// «15 رمضان 1445 هـ الموافق 25 مارس 2024»: the Gregorian one is taken.
  private func linked(_ found: (date: PartialDate, end: Int)) -> (date: PartialDate, end: Int) {
    let at = pastComma(found.end)
    guard word(at, .dateLink) != nil, let other = date(at: end(at)) else { return found }
    return (other.date.isHijri ? found.date : other.date, other.end)
  }
}
