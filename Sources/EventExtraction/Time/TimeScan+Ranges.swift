internal import ArabicText

/// Ranges: «من 4 إلى 22 يناير», «بين 10 ديسمبر 2016 و1 جانفي 2017», «يومي 16 و17 أفريل».
extension TimeScan {
  /// What begins with «من» or «بين».
  func range(at start: Int) -> Found? { range(at: start, from: endpoint) }

  /// The same between times of day only. Days that are told one from the other would otherwise be read again for each
  /// of them.
  func rangeOfHours(at start: Int) -> Found? {
    let found = range(at: start) { canBegin($0) ? clockExpression(at: $0) : nil }
    return found?.form == .clock ? found : nil
  }

  private func range(at start: Int, from endpoint: (Int) -> Found?) -> Found? {
    guard let lead = word(start) else { return nil }
    let isBetween = lead.kind == .between
    if let found = hours(at: end(start), isBetween: isBetween) { return found }
    guard let first = endpoint(end(start)),
      let next = connector(first.end, isBetween: isBetween)
    else { return nil }
    return joined(first, at: next)
  }

  /// «من الخامسة إلى السادسة مساء», «بين 5 و 6 مساء», «4-5 مساء»: the first hour is bare and the
  /// second tells the part of the day.
  func hours(at start: Int, isBetween: Bool) -> Found? {
    guard let (hour, end) = whole(start, 1...24), let number = number(start),
      number.kind == .cardinal || startsDefinite(start),
      let next = connector(end, isBetween: isBetween),
      var second = clockExpression(at: next) ?? hourOfDay(at: next),
      let later = second.clock, second.untilClock == nil
    else { return nil }
    var first = Clock(hour: hour == 24 ? 0 : hour)
    if later.hour >= 12, first.hour + 12 < later.hour { first.hour += 12 }
    second.clock = first
    second.untilClock = later
    return second
  }

  /// Adds the end of a range to what was read: «2 أكتوبر إلى 22 أكتوبر», «اليوم حتى الأحد».
  func extended(_ found: Found) -> Found {
    guard found.until == nil else { return found }
    switch found.form {
    case .date, .days, .weekday, .period: break
    case .clock where found.clock != nil: break
    default: return found
    }
    var next = found.end
    if word(next, .to) != nil {
      next = end(next)
    } else if isMark(next, "-", "–"), next + 1 < limit {
      next += 1
    } else {
      return found
    }
    if case .date(let date) = found.form, date.day == nil, date.month == nil, year(next) == nil {
      return found
    }
    return joined(found, at: next) ?? found
  }

  func connector(_ at: Int, isBetween: Bool) -> Int? {
    if isMark(at, "-", "–") { return at + 1 }
    if isBetween { return afterAnd(at) }
    guard word(at, .to) != nil else { return nil }
    return end(at)
  }

  private func joined(_ first: Found, at next: Int) -> Found? {
    let hour = first.clock == nil ? nil : hourOfDay(at: next)
    guard var second = hour ?? bareHour(behind: first, at: next) ?? endpoint(next),
      let (form, until) = Self.filled(first, second)
    else {
      return nil
    }
    if let clock = first.clock {
      // «من 9 إلى 11 صباحا»: the second's part of the day counts for both.
      guard var later = second.clock else { return nil }
      if later.hour < clock.hour, later.hour + 12 > clock.hour, later.hour < 12 { later.hour += 12 }
      second.clock = clock
      second.untilClock = later
      if clock.hour < 12, later.hour >= 12, clock.hour + 12 < later.hour, first.part == nil,
        !isTold(first)
      {
        second.clock?.hour += 12
      }
    } else if second.clock != nil, case .clock = second.form {
      return nil
    }
    second.form = form
    second.until = until == form && first.clock != nil ? nil : until
    return second
  }

  /// Whether the part of the day stands beside an hour, or cannot be needed.
  private func isTold(_ found: Found) -> Bool {
    found.end > 0 && word(found.end - 1, .dayPart) != nil
  }

  /// An end of a range; a bare day of the month too.
  private func endpoint(_ at: Int) -> Found? {
    guard canBegin(at) else { return nil }
    if let found = clockExpression(at: at) { return found }
    if let found = dayExpression(at: at) { return found }
    if let found = yearExpression(at: at) { return found }
    if let (unit, offset, end) = period(at: at) { return Found(end, .period(unit, offset)) }
    if let (date, end, _) = monthExpression(at: at) { return Found(end, .date(date)) }
    if let found = numericMonth(at) { return found }
    if let (year, end) = year(at), (1900...2099).contains(year) {
      return Found(end, .date(PartialDate(year: year)))
    }
    guard let (day, end) = whole(at, 1...31) else { return nil }
    return Found(end, .date(PartialDate(day: day)))
  }

  /// «1:30 بعد الظهر إلى 4».
  private func bareHour(behind first: Found, at: Int) -> Found? {
    guard first.clock != nil, let (hour, end) = whole(at, 1...24), number(at)?.unit == nil,
      !isMark(end, ":"), word(end) == nil
    else { return nil }
    return Found(end, .clock, clock: Clock(hour: hour))
  }

  private func numericMonth(_ at: Int) -> Found? {
    numericDate(at: at).map { Found($0.end, .date($0.date)) }
  }

  /// The two forms with what either leaves to the other: «من 4 إلى 22 يناير 1995».
  private static func filled(_ first: Found, _ second: Found) -> (TimeForm, TimeForm)? {
    switch (first.form, second.form) {
    case (.date(var one), .date(var two)):
      let isBare =
        one.month == nil && one.monthOffset == nil && one.day != nil && one.weekday == nil
      if two.month == nil, two.monthOffset == nil, two.day != nil, two.weekday == nil,
        one.month != nil
      {
        two.month = one.month
        two.year = one.year
        two.isHijri = one.isHijri
      }
      if isBare {
        guard two.month != nil || two.monthOffset != nil, two.day != nil else { return nil }
        one.month = two.month
        one.monthOffset = two.monthOffset
        one.isHijri = two.isHijri
      }
      if one.year == nil, one.yearOffset == nil, one.month != nil {
        if one.monthOffset == nil { one.monthOffset = two.monthOffset }
        if let year = two.year, let month = one.month, let last = two.month {
          one.year = month > last ? year - 1 : year
        }
        one.yearOffset = two.yearOffset
      }
      if one.day == nil, one.month == nil, two.day != nil || two.month != nil { return nil }
      return (.date(one), .date(two))
    case (.clock, let form): return (form, form)
    case (let form, .clock) where first.clock != nil: return (form, form)
    case (_, .clock): return nil
    case (.date(let one), _) where one.month == nil && one.weekday == nil && one.year == nil:
      return nil
    case (_, .date(let two)) where two.month == nil && two.monthOffset == nil && two.weekday == nil:
      return nil
    default: return (first.form, second.form)
    }
  }

  /// «يومي 16 و17 أفريل», «أيام 4 و5 و6 ماي», «يومي السبت والأحد», «عامي 2015 و2016».
  func list(at start: Int) -> Found? {
    guard let unit = word(start), unit.unit == .day || unit.unit == .year,
      let first = endpoint(end(start))
    else { return nil }
    var last = first
    var count = 1
    while let next = afterAnd(last.end) ?? (isMark(last.end, "،", ",") ? last.end + 1 : nil),
      let another = endpoint(next), another.clock == nil
    {
      last = another
      count += 1
    }
    guard count > 1, let (form, until) = Self.filled(first, last) else { return nil }
    last.form = form
    last.until = until
    return last
  }

  /// «16 و17 أفريل», «4-22 يناير».
  func daysOfMonth(at start: Int) -> Found? {
    guard let (_, end) = whole(start, 1...31), text.tokens[start].kind == .number,
      let next = afterAnd(end) ?? (isMark(end, "-", "–") ? end + 1 : nil), next < limit,
      let (_, behind) = whole(next, 1...31), text.tokens[next].kind == .number,
      word(behind, .month) != nil || word(behind, .unit)?.unit == .month
        || word(behind, .from) != nil,
      let last = date(at: next)
    else { return nil }
    let first = Found(end, .date(PartialDate(day: Int(number(start)?.value ?? 0))))
    let second = Found(last.end, .date(last.date))
    guard let (form, until) = Self.filled(first, second) else { return nil }
    var found = second
    found.form = form
    found.until = until
    return found
  }
}
