internal import ArabicText

/// Lengths of time, and what is counted by them.
extension TimeScan {
  /// «ثلاثة أيام», «شهرين», «ساعة ونصف», «نصف عام», «الأيام الثلاثة», «سنة وشهرين».
  /// - Parameter allowsOne: whether a unit alone («شهر») is one of it.
  func length(at start: Int, allowsOne: Bool) -> (TimeLength, end: Int)? {
    guard let (first, end) = part(at: start, allowsOne: allowsOne) else { return nil }
    let next = afterAnd(end)
    if let next, let (second, behind) = part(at: next, allowsOne: true), second.unit != first.unit {
      return (TimeLength(first, second), behind)
    }
    return (TimeLength(first), end)
  }

  private func part(at start: Int, allowsOne: Bool) -> (TimeLength.Part, end: Int)? {
    if let number = number(start), number.kind == .cardinal || number.kind == .fraction {
      let next = number.tokens.upperBound
      guard let unit = unit(next) else { return nil }
      // «في 15 الساعة 8» is no fifteen hours, «16 العام الماضي» no sixteen years.
      if word(next, .unit) != nil, isDefinite(next), number.kind != .fraction { return nil }
      return withFraction(number.value, unit.unit, end(next))
    }
    guard let word = word(start) else { return nil }
    switch word.kind {
    case .unitDual where !isConstruct(start):
      return withFraction(2, word.unit, end(start))
    case .unit where allowsOne && !isDefinite(start):
      let next = end(start)
      if let one = number(next), one.value == 1, one.kind == .cardinal, !one.isDigits {
        return withFraction(1, word.unit, one.tokens.upperBound)
      }
      if self.word(next, .whole) != nil { return (TimeLength.Part(1, word.unit), end(next)) }
      return withFraction(1, word.unit, next)
    case .unitPlural where isDefinite(start):
      guard let number = number(end(start)), number.kind == .cardinal, number.value < 1000 else {
        return nil
      }
      return (TimeLength.Part(number.value, word.unit), number.tokens.upperBound)
    default: return nil
    }
  }

  private func unit(_ at: Int) -> TimeWord? {
    guard let word = word(at), [.unit, .unitDual, .unitPlural].contains(word.kind) else {
      return nil
    }
    return clitics(at).isDisjoint(with: [.conjunction, .ba, .lam, .kaf]) ? word : nil
  }

  /// «يومي», «شهري»: the dual before another noun, or another word altogether.
  private func isConstruct(_ at: Int) -> Bool { text.letters(at).last != Letter.nun }

  private func withFraction(_ amount: Double, _ unit: TimeUnit, _ end: Int) -> (
    TimeLength.Part, end: Int
  ) {
    guard let next = afterAnd(end), let fraction = number(next), fraction.kind == .fraction,
      fraction.value < 1, self.unit(fraction.tokens.upperBound) == nil
    else { return (TimeLength.Part(amount, unit), end) }
    return (TimeLength.Part(amount + fraction.value, unit), fraction.tokens.upperBound)
  }

  /// «قبل 4 أعوام», «منذ شهرين», «بعد ثلاثة أيام من الآن».
  func shift(at start: Int) -> Found? {
    guard let lead = word(start) else { return nil }
    let sign = lead.kind == .after ? 1 : -1
    let next = end(start)
    if number(next) == nil, dayExpression(at: next) != nil || longExpression(at: next) != nil {
      return nil
    }
    if let some = vagueLength(next) { return Found(some, .vague) }
    guard let (length, end) = length(at: next, allowsOne: true) else { return nil }
    if word(end, .qualifier) != nil, isDefinite(end) { return nil }
    if word(end, .from) != nil {
      if word(self.end(end), .now) != nil {
        return Found(self.end(self.end(end)), .shift(length, sign: sign))
      }
      // «بعد ثلاثة أيام من الاختفاء» counts from what the text tells, not from its day.
      return Found(end, .vague)
    }
    return Found(end, .shift(length, sign: sign))
  }

  /// «أيام», «بضعة أشهر»: nobody says how many.
  private func vagueLength(_ start: Int) -> Int? {
    if word(start, .some) != nil, word(end(start), .unitPlural) != nil { return end(end(start)) }
    guard word(start, .unitPlural) != nil, !isDefinite(start), number(end(start)) == nil else {
      return nil
    }
    return end(start)
  }

  /// «لمدة شهر», «طوال العام», and lengths beside a number; «الأيام الثلاثة الماضية» is a stretch.
  func lengthExpression(at start: Int, allowsOne: Bool) -> Found? {
    guard let (length, end) = length(at: start, allowsOne: allowsOne) else {
      guard allowsOne, let unit = word(start, .unit), isDefinite(start) else { return nil }
      return Found(self.end(start), .length(TimeLength(TimeLength.Part(1, unit.unit))))
    }
    if let qualifier = word(end, .qualifier), isDefinite(end), abs(qualifier.value) == 1 {
      return Found(self.end(end), .stretch(length, sign: qualifier.value))
    }
    return Found(end, .length(length))
  }

  /// «كل يوم أحد», «أيام الأحد» behind a time of day.
  func repeated(_ at: Int) -> Found? {
    if word(at, .every) != nil {
      guard let found = every(at: at), found.clock == nil else { return nil }
      if case .every(let length) = found.form, length != TimeLength(.init(1, .day)) { return nil }
      return found
    }
    let day = end(at)
    guard let weekday = word(day, .weekday), isDefinite(day) else { return nil }
    return Found(end(day), .everyWeekday(weekday.value))
  }

  /// «كل يوم», «كل ثلاثة أشهر», «كل يوم سبت», «أيام الأحد».
  func every(at start: Int) -> Found? {
    let next = end(start)
    if let day = word(next, .weekday) {
      return withClock(Found(end(next), .everyWeekday(day.value)))
    }
    if let unit = word(next, .unit), unit.unit == .day, let day = word(end(next), .weekday) {
      return withClock(Found(end(end(next)), .everyWeekday(day.value)))
    }
    if word(next, .dayPart) != nil, !isDefinite(next) {
      return withClock(Found(end(next), .every(TimeLength(TimeLength.Part(1, .day)))))
    }
    guard let (length, end) = length(at: next, allowsOne: true) else { return nil }
    return withClock(Found(end, .every(length)))
  }
}
