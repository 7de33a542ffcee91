/// The days that a form stands for, seen from a reference day.
extension TimeForm {
  /// - Returns: nil where the form names no day, or only a reference could tell which.
  public func span(reference: Day?, tense: TenseHint = .unknown) -> TimeSpan? {
    switch self {
    case .date(let date): return date.span(reference: reference, tense: tense)
    case .share(let index, let count, let year):
      guard let year = year.wholeYear(reference) else { return nil }
      let months = 12 / count
      return TimeSpan(
        CalendarDate(year: year, month: (index - 1) * months + 1),
        CalendarDate(year: year, month: index * months))
    case .decade(let year): return TimeSpan(CalendarDate(year: year), CalendarDate(year: year + 9))
    case .season(let index, let year):
      guard let year = year.wholeYear(reference) else { return nil }
      let last = CalendarDate(
        year: index == 3 ? year + 1 : year, month: index == 3 ? 2 : index * 3 + 5)
      return TimeSpan(CalendarDate(year: year, month: index * 3 + 3), last)
    case .weekOf(let index, let date):
      return Self.week(index, date.span(reference: reference, tense: tense))
    case .nthWeekday(let count, let weekday, let month):
      return Self.nthWeekday(count, weekday, month.span(reference: reference, tense: tense))
    default: break
    }
    guard let reference else { return nil }
    switch self {
    case .weekday(let weekday, let direction):
      return TimeSpan(Self.day(weekday, direction, from: reference, tense))
    case .weekdayOfWeek(let weekday, let weeks):
      return TimeSpan(reference - (reference.weekday - weekday) + weeks * 7)
    case .days(let offset, let weekday):
      return TimeSpan(Self.agreeing(reference + offset, weekday, direction: offset.signum()))
    case .now: return TimeSpan(reference)
    case .followingPeriod(let unit, let offset): return Self.period(unit, offset, reference)
    case .following(let days): return TimeSpan(reference + days)
    case .period(let unit, let offset): return Self.period(unit, offset, reference)
    case .rest(let unit):
      guard let end = Self.period(unit, 0, reference)?.end.last else { return nil }
      return TimeSpan(reference, end)
    case .shift(let length, let sign): return Self.shifted(length, sign, reference, tense)
    case .stretch(let length, let sign): return Self.stretch(length, sign, reference)
    default: return nil
    }
  }

  private static func nthWeekday(_ count: Int, _ weekday: Int, _ month: TimeSpan?) -> TimeSpan? {
    guard let first = month?.start.first, let last = month?.start.last else { return nil }
    let day = first + (weekday - first.weekday + 7) % 7 + (count - 1) * 7
    return day <= last ? TimeSpan(day) : nil
  }

  /// Weeks of a month by sevens from its first day, of a year as ISO 8601 counts them.
  private static func week(_ index: Int, _ span: TimeSpan?) -> TimeSpan? {
    guard let first = span?.start.first, let last = span?.start.last else { return nil }
    if span?.start.month != nil {
      if index < 0 { return TimeSpan(last - 6, last) }
      let start = first + (index - 1) * 7
      return start > last ? nil : TimeSpan(start, min(start + 6, last))
    }
    // The week of 4 January is a year's first, that of 28 December its last.
    let anchor = index < 0 ? last - 3 : first + 3
    let monday = anchor - (anchor.weekday - 1) + (index < 0 ? 0 : (index - 1) * 7)
    return TimeSpan(monday, monday + 6)
  }

  /// The day of that name that «الماضي», «المقبل» or the tense points to.
  private static func day(
    _ weekday: Int, _ direction: Int?, from reference: Day, _ tense: TenseHint
  ) -> Day {
    let ahead = (weekday - reference.weekday + 7) % 7
    switch direction {
    case .some(-1): return reference - (7 - ahead)
    case .some(1): return reference + (ahead == 0 ? 7 : ahead)
    case .some: return reference + (weekday - reference.weekday)
    case nil:
      if ahead == 0 || tense == .future { return reference + ahead }
      return reference - (7 - ahead)
    }
  }

  /// Where «أمس الأحد» and the reference do not agree, the article was dated a day or so off: the
  /// weekday, which the writer had before his eyes, is taken, nearest to the relative word's day.
  private static func agreeing(_ day: Day, _ weekday: Int?, direction: Int) -> Day {
    guard let weekday, weekday != day.weekday else { return day }
    let ahead = (weekday - day.weekday + 7) % 7
    return ahead <= 3 ? day + ahead : day - (7 - ahead)
  }

  private static func period(_ unit: TimeUnit, _ offset: Int, _ reference: Day) -> TimeSpan? {
    switch unit {
    case .day: return TimeSpan(reference + offset)
    case .week:
      let monday = reference - (reference.weekday - 1) + offset * 7
      return TimeSpan(monday, monday + 6)
    case .month:
      let (year, month, _) = Day(number: reference.number - reference.day + 1)
        .adding(months: offset).civil
      return TimeSpan(CalendarDate(year: year, month: month))
    case .year: return TimeSpan(CalendarDate(year: reference.year + offset))
    case .decade:
      let year = (reference.year / 10 + offset) * 10
      return TimeSpan(CalendarDate(year: year), CalendarDate(year: year + 9))
    case .century:
      let year = ((reference.year - 1) / 100 + offset) * 100 + 1
      return TimeSpan(CalendarDate(year: year), CalendarDate(year: year + 99))
    default: return nil
    }
  }

  /// As precise as it is told: «قبل 4 أعوام» is a year, «منذ شهرين» a month, «قبل أسبوعين» a day.
  private static func shifted(
    _ length: TimeLength, _ sign: Int, _ reference: Day, _ tense: TenseHint
  ) -> TimeSpan? {
    // «بعد 3 أيام» of something that is past counts from another event.
    if sign > 0 && tense == .past { return nil }
    guard let day = moved(reference, length, sign) else { return nil }
    let (year, month, _) = day.civil
    guard (1...9999).contains(year) else { return nil }
    if length.second == nil && length.first.amount == length.first.amount.rounded() {
      switch length.first.unit {
      case .year, .decade, .century: return TimeSpan(CalendarDate(year: year))
      case .month: return TimeSpan(CalendarDate(year: year, month: month))
      default: break
      }
    }
    return TimeSpan(day)
  }

  private static func stretch(_ length: TimeLength, _ sign: Int, _ reference: Day) -> TimeSpan? {
    if length.first.unit == .decade, length.second == nil, abs(length.first.amount) < 100 {
      let count = Int(length.first.amount)
      let this = reference.year / 10 * 10
      return sign < 0
        ? TimeSpan(CalendarDate(year: this - count * 10), CalendarDate(year: this - 1))
        : TimeSpan(CalendarDate(year: this + 10), CalendarDate(year: this + count * 10 + 9))
    }
    guard let far = moved(reference, length, sign), (1...9999).contains(far.year) else {
      return nil
    }
    return sign < 0 ? TimeSpan(far, reference - 1) : TimeSpan(reference + 1, far)
  }

  /// A day moved by a length; nil for hours and less, which a day alone does not settle.
  private static func moved(_ day: Day, _ length: TimeLength, _ sign: Int) -> Day? {
    var day = day
    for part in [length.first, length.second] {
      guard let part else { continue }
      guard abs(part.amount) < 100_000 else { return nil }
      if let days = part.unit.days {
        day = day + sign * Int((part.amount * Double(days)).rounded())
      } else if let months = part.unit.months {
        day = day.adding(months: sign * Int((part.amount * Double(months)).rounded()))
      } else {
        return nil
      }
    }
    return day
  }
}
