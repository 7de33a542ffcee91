internal import ArabicText

/// Which kind of expression a token can begin.
extension TimeScan {
  func mention(at start: Int) -> TimeMention? {
    guard canBegin(start) else { return nil }
    guard let found = expression(at: start) else { return nil }
    let first = hasSilentLead(start) ? end(start) : start
    return TimeMention(
      tokens: first..<found.end, form: found.form, until: found.until, clock: found.clock,
      untilClock: found.untilClock)
  }

  /// Prepositions that lead to a length and are no part of it.
  private func hasSilentLead(_ at: Int) -> Bool {
    guard let word = word(at), [.during, .lasting, .dateIntro].contains(word.kind) else {
      return false
    }
    return true
  }

  private func expression(at start: Int) -> Found? {
    if isNumber(start), let found = numberExpression(at: start) { return found }
    guard let word = word(start) else { return nil }
    switch word.kind {
    case .from, .between: return range(at: start)
    case .today, .dayOffset, .tonight, .weekday:
      return dayExpression(at: start).map(extended)
    case .this:
      return dayExpression(at: start) ?? longExpression(at: start).map(narrowed)
        ?? thisMonth(at: start) ?? season(at: start)
    case .dayPart:
      return dayExpression(at: start).map(extended) ?? clockExpression(at: start)
        ?? partOfDay(word, at: start)
    case .month:
      if let (date, end) = date(at: start) { return extended(withClock(Found(end, .date(date)))) }
      return longExpression(at: start).map(extended).map(narrowed)
    case .unit: return unitExpression(word, at: start)
    case .unitDual: return list(at: start) ?? lengthExpression(at: start, allowsOne: false)
    case .unitPlural:
      if word.unit == .day, let day = self.word(end(start), .weekday), isDefinite(end(start)) {
        return list(at: start) ?? withClock(Found(end(end(start)), .everyWeekday(day.value)))
      }
      return list(at: start) ?? lengthExpression(at: start, allowsOne: false)
    case .ago, .since, .after: return shift(at: start)
    case .during, .lasting:
      // «خلال سنة 2016», «طيلة شهر مارس» are read where they begin.
      let next = end(start)
      if number(next) == nil, dayExpression(at: next) != nil || longExpression(at: next) != nil {
        return nil
      }
      return lengthExpression(at: next, allowsOne: true)
    case .dateIntro:
      guard let (date, end) = date(at: end(start), isExpected: true) else { return nil }
      return extended(withClock(Found(end, .date(date))))
    case .every: return every(at: start)
    case .adverbSet: return Found(end(start), .every(TimeLength(TimeLength.Part(1, word.unit))))
    case .edge: return edgeExpression(at: start) ?? dayOfEdge(at: start) ?? partOfEdge(at: start)
    case .quarter: return share(at: start)
    case .season: return season(at: start)
    case .decade: return decade(at: start)
    case .clockName: return clockExpression(at: start)
    case .feast: return feast(word, at: start)
    case .vague: return Found(end(start), .vague)
    case .now where isDefinite(start) || clitics(start).isEmpty:
      // «حتى الآن» dates nothing.
      return start > 0 && leadsToNow(start - 1) ? nil : Found(end(start), .now)
    default: return nil
    }
  }

  private func numberExpression(at start: Int) -> Found? {
    if isPlainCount(start) { return nil }
    if let found = nthWeekday(at: start) { return withClock(found) }
    if let found = daysOfMonth(at: start) ?? hours(at: start, isBetween: false) { return found }
    let isExpected = start > 0 && leadsToDate(start - 1)
    if let (date, end) = date(at: start, isExpected: isExpected) {
      return extended(withClock(Found(end, .date(date))))
    }
    if let (date, end) = numericDate(at: start) { return extended(Found(end, .date(date))) }
    if let found = yearRange(at: start) { return found }
    if let found = minutesBeside(at: start) ?? hourAlone(at: start) { return found }
    if let found = clockExpression(at: start) { return extended(found) }
    if let found = lengthExpression(at: start, allowsOne: false) { return found }
    return bareDay(at: start) ?? bareYear(at: start).map(extended)
  }

  /// «أصيب 12 شخصا»: a number among ordinary words is no time. What makes one of it is a time word or
  /// a mark right beside it, or a number joined to it.
  private func isPlainCount(_ start: Int) -> Bool {
    guard start > 0, !isTimely(start), !isTimely(start - 1), let number = number(start),
      text.tokens[start - 1].kind != .punctuation,
      text.tokens[start].kind == .word || digits(start) != nil
    else { return false }
    let end = number.tokens.upperBound
    return isOrdinary(start + 1) && isOrdinary(end) && afterAnd(end) == nil
  }

  private func isTimely(_ at: Int) -> Bool { items[at].entry >= 0 }

  /// Whether a token of the sentence is a word, but no time word.
  private func isOrdinary(_ at: Int) -> Bool {
    at < limit && text.tokens[at].kind == .word && !isTimely(at)
  }

  /// «في الثاني والعشرين»: a day of the month where a preposition leads to it and nothing follows
  /// that it could order.
  private func bareDay(at start: Int) -> Found? {
    if let found = dayWithClock(at: start) { return found }
    guard let number = number(start), number.kind == .ordinal, number.value > 10,
      number.value <= 31,
      startsDefinite(start), start > 0,
      number.tokens.upperBound == limit
        || text.tokens[number.tokens.upperBound].kind == .punctuation
    else { return nil }
    let letters = text.letters(start)
    let isLed = letters.starts(with: [Letter.lam, Letter.lam])
    guard isLed || word(start - 1, .within) != nil || word(start - 1, .to) != nil else {
      return nil
    }
    return Found(number.tokens.upperBound, .date(PartialDate(day: Int(number.value))))
  }

  private static let limit = Letter.fold("حد")

  private func leadsToNow(_ at: Int) -> Bool {
    guard let word = word(at) else { return text.letters(at).elementsEqual(Self.limit) }
    return [.to, .from, .since, .after, .ago].contains(word.kind)
  }

  /// Whether a word before «22/4» shows it to be a day rather than a part of something.
  private func leadsToDate(_ at: Int) -> Bool {
    guard let word = word(at) else { return false }
    return [.within, .since, .dateIntro].contains(word.kind)
  }

  private func unitExpression(_ unit: TimeWord, at start: Int) -> Found? {
    switch unit.unit {
    case .day: return dayExpression(at: start).map(extended) ?? longExpression(at: start)
    case .hour: return clockExpression(at: start).map(extended)
    case .week:
      if let found = weekOf(at: start) { return found }
      return longExpression(at: start).map(narrowed)
    case .month: return longExpression(at: start).map(extended).map(narrowed)
    default: return longExpression(at: start).map(extended)
    }
  }

  /// «هذا سبتمبر».
  private func thisMonth(at start: Int) -> Found? {
    guard let (date, end, _) = monthExpression(at: end(start)), date.year == nil else { return nil }
    var this = date
    this.monthOffset = this.monthOffset ?? 0
    return Found(end, .date(this))
  }

  /// «نهاية يوم الأحد».
  private func dayOfEdge(at start: Int) -> Found? {
    let next = end(start)
    if word(next, .from) != nil {
      return word(start)?.value == 3 ? dayExpression(at: end(next)) : nil
    }
    return dayExpression(at: next)
  }

  private func feast(_ feast: TimeWord, at start: Int) -> Found {
    guard let (month, day) = feast.monthDay else { return Found(end(start), .vague) }
    var date = PartialDate(month: month, day: day)
    let end = yearTail(&date, at: end(start))
    return Found(end, .date(date))
  }
}
