internal import ArabicText

/// Hours that no «الساعة» announces.
extension TimeScan {
  private static let beforeNoon = Letter.fold("ص")

  /// «الخامسة»: a definite feminine ordinal, which counts hours where no noun stands before it.
  func spokenHour(at start: Int) -> (hour: Int, end: Int)? {
    guard let number = number(start), number.kind == .ordinal, startsDefinite(start),
      number.value <= 12, isFeminine(start)
    else { return nil }
    return (Int(number.value), number.tokens.upperBound)
  }

  private func isFeminine(_ at: Int) -> Bool {
    text.tokens[at].spelling.contains(.taMarbuta) || text.letters(at).last == Letter.ha
  }

  /// «وصل في السابعة.»: an hour behind a preposition and before a pause. «في الثانية» is rather
  /// "in a second".
  func hourAlone(at start: Int) -> Found? {
    guard start > 0, word(start - 1, .within) != nil, let (hour, end) = spokenHour(at: start),
      hour > 2, end == limit || text.tokens[end].kind == .punctuation
    else { return nil }
    return Found(end, .clock, clock: Clock(hour: hour))
  }

  /// «عشرين دقيقة بعد الخامسة صباح الغد», «خمس دقائق قبل الثامنة مساء».
  func minutesBeside(at start: Int) -> Found? {
    guard let (minutes, end) = whole(start, 1...59), let unit = word(end), unit.unit == .minute,
      [.unit, .unitPlural].contains(unit.kind), let lead = word(self.end(end)),
      lead.kind == .after || lead.kind == .ago
    else { return nil }
    let at = self.end(self.end(end))
    guard spokenHour(at: at) != nil,
      var found = clockExpression(at: at)
        ?? spokenHour(at: at).map({ Found($0.end, .clock, clock: Clock(hour: $0.hour)) }),
      let clock = found.clock, clock.minute == 0
    else { return nil }
    found.clock =
      lead.kind == .after
      ? Clock(hour: clock.hour, minute: minutes)
      : Clock(hour: (clock.hour + 23) % 24, minute: 60 - minutes)
    return found
  }

  /// «في 15 الساعة 8», «في الخامس في 4 صباحا»: a day of the month with the hour behind it.
  func dayWithClock(at start: Int) -> Found? {
    guard start > 0, word(start - 1, .within) != nil, let (day, end) = whole(start, 1...31),
      number(start)?.isDigits == true || startsDefinite(start)
    else { return nil }
    let bare = Found(end, .date(PartialDate(day: day)))
    let found = withClock(bare)
    return found.clock == nil ? nil : found
  }

  /// «5 مساء غدا» as the end of a range: there the number is no count.
  func hourOfDay(at start: Int) -> Found? {
    guard let (hour, end) = whole(start, 1...12) ?? spokenHour(at: start).map({ ($0, $1) }),
      let part = word(end, .dayPart), var day = dayExpression(at: end), day.clock == nil
    else { return nil }
    day.clock = Clock(hour: part.part.isAfterNoon(hour) && hour < 12 ? hour + 12 : hour)
    return day
  }

  /// «ص» and «م» behind a time in digits.
  func halfOfDay(at start: Int) -> DayPart? {
    guard start < limit, text.tokens[start].kind == .word, text.letters(start).count == 1 else {
      return nil
    }
    if text.letters(start).elementsEqual(Self.beforeNoon) { return .morning }
    return text.letters(start).first == Letter.mim ? .afternoon : nil
  }

  /// «هذا الصباح في السابعة»: behind a part of the day an hour needs no «الساعة».
  func withSpokenHour(_ found: Found) -> Found {
    guard let part = found.part, word(found.end, .within) != nil,
      let (hour, end) = spokenHour(at: self.end(found.end)),
      end == limit || text.tokens[end].kind == .punctuation
    else { return found }
    var result = found
    result.clock = Clock(hour: part.isAfterNoon(hour) && hour < 12 ? hour + 12 : hour)
    result.end = end
    return result
  }

  /// «الثامنة والربع»: what no count is said with.
  func isSpokenHour(_ at: Int, _ end: Int) -> Bool {
    guard let hour = number(at), hour.kind == .ordinal, startsDefinite(at), hour.value <= 12 else {
      return false
    }
    // «الثامنة إلا عشر دقائق»
    if word(hour.tokens.upperBound, .except) != nil { return end > hour.tokens.upperBound }
    guard let next = afterAnd(hour.tokens.upperBound), let fraction = number(next) else {
      return false
    }
    return fraction.kind == .fraction && fraction.tokens.upperBound == end
  }
}
