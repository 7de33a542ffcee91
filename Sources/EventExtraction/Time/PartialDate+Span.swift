extension PartialDate {
  /// The year that is told, or counted from the reference.
  func wholeYear(_ reference: Day?) -> Int? {
    if let year { return year }
    guard let yearOffset, let reference else { return nil }
    return reference.year + yearOffset
  }

  func span(reference: Day?, tense: TenseHint) -> TimeSpan? {
    if isHijri { return hijri(reference, tense) }
    let year = wholeYear(reference)
    guard let month else { return withoutMonth(year, reference, tense) }
    if let year { return exact(year, month) }
    guard let reference else { return nil }
    if let monthOffset { return nearestMonth(month, monthOffset, reference) }
    guard let day else {
      let past = month <= reference.month ? reference.year : reference.year - 1
      let next = month >= reference.month ? reference.year : reference.year + 1
      return exact(tense == .future ? next : past, month)
    }
    let years = [reference.year, reference.year - 1, reference.year + 1]
    let days = years.compactMap { Day(year: $0, month: month, day: day) }
    let fitting = days.filter { candidate in
      if let weekday, days.contains(where: { $0.weekday == weekday }) {
        return candidate.weekday == weekday
      }
      switch tense {
      case .past: return candidate <= reference
      case .future: return candidate >= reference
      case .unknown: return true
      }
    }
    let distance = { (day: Day) in abs(day.number - reference.number) }
    return fitting.min { distance($0) < distance($1) }.map { TimeSpan($0) }
  }

  private func exact(_ year: Int, _ month: Int) -> TimeSpan? {
    let date = CalendarDate(year: year, month: month, day: day)
    return date.first == nil ? nil : TimeSpan(date)
  }

  /// «مارس الماضي», «30 مارس الجاري», «ماي القادم»: which year's month it is.
  private func nearestMonth(_ month: Int, _ direction: Int, _ reference: Day) -> TimeSpan? {
    let year: Int
    switch direction {
    case ..<0: year = month < reference.month ? reference.year : reference.year - 1
    case 0: year = reference.year
    default: year = month > reference.month ? reference.year : reference.year + 1
    }
    // «15 مارس الماضي», said in March, is this month's where that day is past already.
    if month == reference.month, let day {
      if direction < 0, day < reference.day { return exact(reference.year, month) }
      if direction > 0, day > reference.day { return exact(reference.year, month) }
    }
    return exact(year, month)
  }

  private func withoutMonth(_ year: Int?, _ reference: Day?, _ tense: TenseHint) -> TimeSpan? {
    guard let day else {
      if let monthOffset, let reference {
        let first = Day(number: reference.number - reference.day + 1)
        let (year, month, _) = first.adding(months: monthOffset).civil
        return TimeSpan(CalendarDate(year: year, month: month))
      }
      return year.map { TimeSpan(CalendarDate(year: $0)) }
    }
    guard let reference else { return nil }
    let thisMonth = Day(number: reference.number - reference.day + 1)
    let offset = monthOffset ?? bestMonth(day, reference, tense)
    let (year, month, _) = thisMonth.adding(months: offset).civil
    return Day(year: year, month: month, day: day).map { TimeSpan($0) }
  }

  /// The month that a bare day of the month («الخميس 27») is meant of.
  private func bestMonth(_ day: Int, _ reference: Day, _ tense: TenseHint) -> Int {
    if let weekday {
      let thisMonth = Day(number: reference.number - reference.day + 1)
      for offset in [0, -1, 1] {
        let (year, month, _) = thisMonth.adding(months: offset).civil
        if Day(year: year, month: month, day: day)?.weekday == weekday { return offset }
      }
    }
    switch tense {
    case .past: return day <= reference.day ? 0 : -1
    case .future: return day >= reference.day ? 0 : 1
    case .unknown: return 0
    }
  }

  private func hijri(_ reference: Day?, _ tense: TenseHint) -> TimeSpan? {
    var year = year
    if year == nil, let reference, let now = HijriCalendar.month(of: reference) {
      year = now.year + (yearOffset ?? 0)
      if yearOffset == nil, let month {
        if monthOffset == -1, month >= now.month { year = now.year - 1 }
        if monthOffset == 1, month <= now.month { year = now.year + 1 }
        if monthOffset == nil, tense == .future, month < now.month { year = now.year + 1 }
        if monthOffset == nil, tense != .future, month > now.month { year = now.year - 1 }
      }
    }
    guard let year else { return nil }
    guard let month else {
      guard let first = HijriCalendar.month(year: year, month: 1),
        let last = HijriCalendar.month(year: year, month: 12)
      else { return nil }
      return TimeSpan(first.lowerBound, last.upperBound)
    }
    guard let days = HijriCalendar.month(year: year, month: month) else { return nil }
    guard let day else { return TimeSpan(days.lowerBound, days.upperBound) }
    let found = days.lowerBound + (day - 1)
    return day >= 1 && found <= days.upperBound ? TimeSpan(found) : nil
  }
}
