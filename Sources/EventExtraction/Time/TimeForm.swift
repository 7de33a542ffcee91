/// What a time expression says, before it is known when it was said.
public enum TimeForm: Sendable, Hashable {
  /// A date, or what is told of it.
  case date(PartialDate)
  /// A day of the week; `direction` is -1 behind «الماضي», 1 behind «المقبل», nil for the bare name.
  case weekday(Int, direction: Int?)
  /// A day of the week so many weeks from this one.
  case weekdayOfWeek(Int, weeks: Int)
  /// «أول جمعة من يوليو»: so many such days of the week into a month.
  case nthWeekday(Int, weekday: Int, PartialDate)
  /// «الأسبوع الأول من مارس», «الأسبوع الأخير من عام 2015» (-1).
  case weekOf(Int, PartialDate)
  /// Days from the reference, with the day of the week where one is named beside it.
  case days(Int, weekday: Int?)
  /// The day behind («اليوم التالي») the one last spoken of.
  case following(Int)
  /// The moment of writing.
  case now
  /// The week, month or year («العام التالي», «الشهر السابق») so many from the one last spoken of.
  case followingPeriod(TimeUnit, Int)
  /// The week, month or year so many from this one.
  case period(TimeUnit, Int)
  /// From the reference to the end of its week, month or year.
  case rest(TimeUnit)
  /// A season, from 0 for spring, by the months that meteorologists count to it; a winter is
  /// named after the year it begins in.
  case season(Int, PartialDate)
  /// So much before (negative) or after the reference.
  case shift(TimeLength, sign: Int)
  /// The last (negative) or next so many units.
  case stretch(TimeLength, sign: Int)
  /// A half (of 2) or quarter (of 4) of a year.
  case share(Int, of: Int, PartialDate)
  /// Ten years from one.
  case decade(Int)
  /// How long something takes.
  case length(TimeLength)
  /// Every so much.
  case every(TimeLength)
  /// Every such day of the week.
  case everyWeekday(Int)
  /// A time of day and no more.
  case clock
  /// «في المساء», «في وقت مبكر من الصباح»: a part of some day.
  case partOfDay(DayPart)
  /// A time that no calendar settles («قبل أيام», «عيد الفطر»).
  case vague
}

/// A date as far as the text tells it.
public struct PartialDate: Sendable, Hashable {
  @SmallNumber public var year: Int?
  @SmallNumber public var month: Int?
  @SmallNumber public var day: Int?
  @SmallNumber public var weekday: Int?
  public var isHijri = false
  /// Years from the reference's («من العام الماضي»).
  @SmallNumber public var yearOffset: Int?
  /// Months from the reference's («من الشهر الجاري», «30 مارس الجاري»), where no month is named;
  /// with one named, which of its years is meant.
  @SmallNumber public var monthOffset: Int?

  public init(
    year: Int? = nil, month: Int? = nil, day: Int? = nil, weekday: Int? = nil,
    isHijri: Bool = false, yearOffset: Int? = nil, monthOffset: Int? = nil
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.weekday = weekday
    self.isHijri = isHijri
    self.yearOffset = yearOffset
    self.monthOffset = monthOffset
  }
}

/// Which way an expression without year or direction looks, told by the verb beside it.
public enum TenseHint: Sendable, Hashable {
  case past, future
  /// No verb tells: a weekday or month is past as in most news, a date the nearest.
  case unknown
}
