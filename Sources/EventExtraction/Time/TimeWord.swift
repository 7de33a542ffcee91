/// What a word or phrase does in a time expression.
struct TimeWord: Sendable {
  /// The names are those of the second column of `time-words.tsv`.
  enum Kind: String, Sendable {
    case month
    case weekday
    case today
    case dayOffset = "day-offset"
    case tonight
    case unit
    case unitDual = "unit-dual"
    case unitPlural = "unit-plural"
    /// الماضي -1, الجاري 0, المقبل 1.
    case qualifier
    /// السابق, التالي: counted from another time of the text.
    case anaphor
    case this
    case dayPart = "day-part"
    /// منتصف الليل, منتصف النهار.
    case clockName = "clock-name"
    case ago, since, after, during
    /// في, before a number's length of time or a month.
    case within = "in"
    /// لمدة, طوال.
    case lasting = "for"
    case from, to, between, every
    /// بضعة: how many is not told.
    case some
    case whole
    case adverbSet = "adverb-set"
    /// مطلع -1, منتصف 0, نهاية 1, بقية 2.
    case edge
    case season
    case quarter
    case decade
    case now
    case hijri
    case gregorian
    case dateLink = "date-link"
    case dateIntro = "date-intro"
    case zone
    case except
    case about
    /// Adjectives that make «اليوم» a day of another kind («اليوم العالمي»).
    case notToday = "not-today"
    case theyTwo = "they-two"
    case feast
    /// صلاة (5), سوق (0): a weekday behind it, that one or any, is part of a name.
    case ofDay = "of-day"
    /// نفس, ذات: of «نفس اليوم».
    case same
    /// «مؤخرا»: a time that nobody dates.
    case vague

    /// Whether an expression can begin with such a word.
    var opens: Bool {
      switch self {
      case .qualifier, .anaphor, .within, .to, .some, .whole, .hijri, .gregorian, .dateLink, .zone,
        .except, .about, .notToday, .theyTwo, .ofDay, .same:
        false
      default: true
      }
    }
  }

  var kind: Kind
  var value = 0
  var unit = TimeUnit.day
  var part = DayPart.daytime
  /// A month's calendar.
  var isHijri = false
  /// Whether the word alone is a month.
  var isSure = true
  /// A feast's month and day.
  var monthDay: (month: Int, day: Int)?
}
