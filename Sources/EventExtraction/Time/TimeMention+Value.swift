public import Contracts

extension TimeMention {
  /// The value seen from a reference day, the verb's tense beside it telling the direction.
  public func value(reference: Day?, clock now: Clock? = nil, tense: TenseHint = .unknown)
    -> String?
  {
    switch form {
    case .length(let length): return length.iso
    case .every(let length):
      if let clock, length == TimeLength(.init(1, .day)) { return "XXXX-XX-XXT" + clock.iso }
      return length.iso
    case .everyWeekday(let weekday):
      return "XXXX-WXX-\(weekday)" + (clock.map { "T" + $0.iso } ?? "")
    case .clock:
      guard let clock else { return nil }
      return "T" + clock.iso + (untilClock.map { "/T" + $0.iso } ?? "")
    case .partOfDay(let part): return part.code
    case .vague: return nil
    default: break
    }
    if case .now = form, let reference, let now {
      return CalendarDate(reference).iso + "T" + now.iso
    }
    if let value = hoursAway(reference, now) { return value }
    guard let span = form.span(reference: reference, tense: tense) else { return nil }
    var start = span.start.iso
    if let clock { start += "T" + clock.iso }
    if until == nil && untilClock == nil {
      return span.start == span.end ? start : span.iso
    }
    var end = until.map { $0.span(reference: reference, tense: tense)?.end } ?? span.end
    // «من الجمعة إلى الأحد»: what comes behind ends later.
    if let until, let first = span.start.first, let last = end?.first, last < first {
      end = until.span(reference: reference, tense: .future)?.end
    }
    guard let end else { return nil }
    return start + "/" + end.iso + (untilClock.map { "T" + $0.iso } ?? "")
  }

  /// How finely the value is told.
  public var granularity: TimeExpression.Granularity {
    if clock != nil {
      if case .everyWeekday = form { return .set }
      return .time
    }
    switch form {
    case .clock: return .time
    case .length: return .duration
    case .every, .everyWeekday: return .set
    case .date(let date):
      if date.day != nil { return .day }
      return date.month != nil || date.monthOffset != nil ? .month : .year
    case .weekday, .weekdayOfWeek, .nthWeekday, .weekOf, .days, .following, .rest, .vague:
      return .day
    case .now, .partOfDay: return .time
    case .period(let unit, _), .followingPeriod(let unit, _): return Self.granularity(unit)
    case .shift(let length, _):
      return length.second == nil ? Self.granularity(length.first.unit) : .day
    case .stretch(let length, _): return length.first.unit == .decade ? .year : .day
    case .share, .season: return .month
    case .decade: return .year
    }
  }

  /// What the value rests on.
  public var basis: TimeExpression.Basis {
    switch form {
    case .date(let date):
      return date.yearOffset != nil || date.monthOffset != nil ? .relative : .explicit
    case .weekday, .weekdayOfWeek, .nthWeekday: return .weekday
    case .weekOf: return .explicit
    case .days, .now, .following, .followingPeriod, .rest, .period, .shift, .stretch, .vague:
      return .relative
    case .share(_, _, let year), .season(_, let year):
      return year.yearOffset != nil ? .relative : .explicit
    case .decade, .length, .every, .everyWeekday, .clock, .partOfDay: return .explicit
    }
  }

  mutating func settle(reference: Day?, clock: Clock?, spokenOf: Day?) {
    value = self.value(reference: anchor(reference, spokenOf), clock: clock)
  }

  /// The day that later mentions such as «اليوم التالي» count from, where this one sets it: itself,
  /// or the first day of a week, month or year told by date.
  func spokenOf(_ reference: Day?) -> Day? {
    switch form {
    case .followingPeriod, .following: return nil
    default: break
    }
    guard let span = form.span(reference: reference), span.start == span.end else { return nil }
    if span.start.day == nil, case .date = form { return span.start.first }
    return span.start.day == nil ? nil : span.start.first
  }

  /// What the mention is counted from.
  func anchor(_ reference: Day?, _ spokenOf: Day?) -> Day? {
    switch form {
    // «نفس اليوم», «العام السابق» are those of another time, never simply today's.
    case .following(let days): spokenOf ?? (days == 0 ? nil : reference)
    case .followingPeriod(_, let offset): spokenOf ?? (offset < 0 ? nil : reference)
    default: reference
    }
  }

  private static func granularity(_ unit: TimeUnit) -> TimeExpression.Granularity {
    switch unit {
    case .second, .minute, .hour: .time
    case .day, .week: .day
    case .month: .month
    case .year, .decade, .century: .year
    }
  }

  /// «قبل ثلاث ساعات», «آخر 3 دقائق», where the reference's time of day is known.
  private func hoursAway(_ reference: Day?, _ now: Clock?) -> String? {
    guard let reference, let now else { return nil }
    switch form {
    case .shift(let length, let sign): return Self.moment(reference, now, length, sign)
    case .stretch(let length, let sign):
      guard let far = Self.moment(reference, now, length, sign) else { return nil }
      let here = CalendarDate(reference).iso + "T" + now.iso
      return sign < 0 ? far + "/" + here : here + "/" + far
    default: return nil
    }
  }

  private static func moment(
    _ reference: Day, _ now: Clock, _ length: TimeLength, _ sign: Int
  ) -> String? {
    guard length.second == nil else { return nil }
    let seconds: Double
    switch length.first.unit {
    case .hour: seconds = 3600
    case .minute: seconds = 60
    case .second: seconds = 1
    default: return nil
    }
    guard abs(length.first.amount) < 100_000 else { return nil }
    let ofDay = now.hour * 3600 + now.minute * 60 + (now.second ?? 0)
    let total = ofDay + sign * Int(length.first.amount * seconds)
    let days = total >= 0 ? total / 86_400 : (total - 86_399) / 86_400
    let rest = total - days * 86_400
    let clock = Clock(
      hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60 == 0 ? nil : rest % 60)
    return CalendarDate(reference + days).iso + "T" + clock.iso
  }
}
