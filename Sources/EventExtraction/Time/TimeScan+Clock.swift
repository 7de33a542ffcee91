internal import ArabicText

/// Times of day: «الساعة الثالثة بعد الظهر», «15:30», «10 صباحا», «منتصف الليل».
extension TimeScan {
  /// A time of day that stands for itself or leads to a day («الساعة الثالثة من مساء اليوم»).
  func clockExpression(at start: Int) -> Found? {
    guard canBegin(start), let (clock, end) = clock(at: start) else { return nil }
    var at = pastComma(end)
    if word(at, .every) != nil || word(at, .unitPlural)?.unit == .day, var set = repeated(at) {
      set.clock = clock
      return set
    }
    if word(at, .from) != nil || word(at, .within) != nil { at = self.end(at) }
    if let day = dayExpression(at: at), day.clock == nil {
      var found = day
      found.clock = clock
      if let part = day.part, clock.hour < 12, part.isAfterNoon(clock.hour) {
        found.clock?.hour += 12
      }
      return found
    }
    return Found(end, .clock, clock: clock)
  }

  /// Adds the part of the day and the time of day that stand behind a day.
  func withClock(_ found: Found) -> Found {
    var result = found
    var at = pastComma(found.end)
    if word(at, .within) != nil || word(at, .about) != nil { at = end(at) }
    // «في وقت متأخر من المساء»
    if let hour = word(at, .edge), hour.value == 3 {
      let next = word(end(at), .from) == nil ? end(at) : end(end(at))
      if word(next, .dayPart) != nil, dayExpression(at: next) == nil {
        result.part = word(next, .dayPart)?.part
        result.end = end(next)
        at = result.end
      }
    }
    if let part = word(at, .dayPart), dayExpression(at: at) == nil {
      if let (clock, end) = clock(at: at) {
        result.clock = clock
        result.end = end
        return result
      }
      if at == found.end || word(found.end, .within) != nil {
        result.part = part.part
        result.end = end(at)
        at = result.end
      }
    }
    at = pastComma(at)
    if isMark(at, "-", "–"), isColonTime(at + 1) { at += 1 }
    if word(at, .between) != nil || word(at, .from) != nil, let hours = rangeOfHours(at: at) {
      result.clock = hours.clock
      result.untilClock = hours.untilClock
      result.end = hours.end
      return result
    }
    if clockLead(at) == nil, at < limit, clockLead(at + 1) != nil, text.tokens[at].kind == .word {
      at += 1
    }
    guard
      clockLead(at) != nil || isColonTime(at) || word(at, .clockName) != nil || isHourOfPart(at),
      let (clock, end) = clock(at: at)
    else { return withSpokenHour(result) }
    result.clock = clock
    if let part = result.part, clock.hour < 12, part.isAfterNoon(clock.hour) {
      result.clock?.hour += 12
    }
    result.end = end
    return result
  }

  /// «8 صباحا», in digits.
  private func isHourOfPart(_ at: Int) -> Bool {
    guard let hour = whole(at, 1...12), text.tokens[at].kind == .number else { return false }
    return word(hour.end, .dayPart) != nil
  }

  /// Where the hour begins behind «الساعة».
  private func clockLead(_ at: Int) -> Int? {
    guard let unit = word(at, .unit), unit.unit == .hour, isDefinite(at) else { return nil }
    let next = end(at)
    if let number = number(next), number.kind == .ordinal || number.kind == .cardinal {
      return next
    }
    return isColonTime(next) ? next : nil
  }

  private func isColonTime(_ at: Int) -> Bool {
    guard let hour = digits(at), hour.count <= 2, hour.value <= 24, isMark(at + 1, ":"),
      let minute = digits(at + 2), minute.count == 2, minute.value < 60
    else { return false }
    return !text.tokens[at + 1].spaceBefore && !text.tokens[at + 2].spaceBefore
  }

  func clock(at start: Int) -> (Clock, end: Int)? {
    if let found = namedHour(at: start) { return found }
    var at = start
    var leading: DayPart?
    if let part = word(at, .dayPart) {
      leading = part.part
      at = end(at)
    }
    let hasLead = clockLead(at) != nil
    if let lead = clockLead(at) { at = lead }
    guard var (clock, end) = hourAndMinutes(at) else { return nil }
    let isColon = isColonTime(at)
    var part = leading
    if part == nil, let behind = dayPart(behind: end) {
      // «مساء أمس» behind the hour leads to a day; without «الساعة» the hour may be a count.
      if hasLead || isColon || spokenHour(at: at) != nil || dayExpression(at: end) == nil {
        part = behind.part
        if dayExpression(at: end) == nil { end = behind.end }
      }
    } else if let behind = dayPart(behind: end), leading != nil {
      part = behind.part
      end = behind.end
    }
    if part == nil, isColon || hasLead, clock.hour <= 12, let half = halfOfDay(at: end) {
      part = half
      end += 1
    }
    // «9 مساء والنصف»
    if part != nil, clock.minute == 0, let next = afterAnd(end), let more = number(next),
      more.kind == .fraction, more.value < 1
    {
      clock.minute = Int((more.value * 60).rounded())
      end = more.tokens.upperBound
    }
    if let name = word(end, .clockName), clock.hour <= 12 {
      if name.value == 0 && clock.hour == 12 { clock.hour = 0 }
      end = self.end(end)
      return (clock, withZone(end))
    }
    guard hasLead || isColon || part != nil || isSpokenHour(at, end) else { return nil }
    if !hasLead, number(at)?.kind == .ordinal, !startsDefinite(at) { return nil }
    if leading != nil && !hasLead && !isColon && number(at)?.kind != .ordinal {
      guard number(at)?.unit == nil, word(end) == nil else { return nil }
    }
    if let part {
      if part.isAfterNoon(clock.hour), clock.hour < 12 { clock.hour += 12 }
      if clock.hour == 12, part == .night || part == .morning || part == .dawn { clock.hour = 0 }
    }
    if clock.hour == 24 { clock.hour = 0 }
    guard clock.hour < 24 else { return nil }
    return (clock, withZone(end))
  }

  /// «منتصف الليل», «الساعة منتصف النهار و40 دقيقة».
  private func namedHour(at start: Int) -> (Clock, end: Int)? {
    var at = start
    if let unit = word(at, .unit), unit.unit == .hour, isDefinite(at) { at = end(at) }
    guard let name = word(at, .clockName) else { return nil }
    at = end(at)
    if let next = afterAnd(at), let minutes = whole(next, 1...59),
      pastMinutes(minutes.end) > minutes.end
    {
      return (Clock(hour: name.value, minute: minutes.value), withZone(pastMinutes(minutes.end)))
    }
    if let next = afterAnd(at), let half = number(next), half.kind == .fraction, half.value < 1 {
      let minute = Int((half.value * 60).rounded())
      return (Clock(hour: name.value, minute: minute), withZone(half.tokens.upperBound))
    }
    return (Clock(hour: name.value), withZone(at))
  }

  private func dayPart(behind at: Int) -> (part: DayPart, end: Int)? {
    var at = at
    if word(at, .within) != nil || word(at, .from) != nil { at = end(at) }
    guard let part = word(at, .dayPart) else { return nil }
    return (part.part, end(at))
  }

  private func hourAndMinutes(_ at: Int) -> (Clock, end: Int)? {
    if isColonTime(at), let hour = digits(at), let minute = digits(at + 2) {
      if isMark(at + 3, ":"), let second = digits(at + 4), second.value < 60, second.count == 2 {
        return (Clock(hour: hour.value, minute: minute.value, second: second.value), at + 5)
      }
      return (Clock(hour: hour.value, minute: minute.value), at + 3)
    }
    if let packed = digits(at), packed.count >= 3, packed.count <= 4, packed.value % 100 < 60,
      (1...12).contains(packed.value / 100), word(at + 1, .dayPart) != nil
    {
      return (Clock(hour: packed.value / 100, minute: packed.value % 100), at + 1)
    }
    guard let number = number(at), number.kind == .ordinal || number.kind == .cardinal,
      number.value >= 0, number.value < 100
    else { return nil }
    var end = number.tokens.upperBound
    var hour = Int(number.value)
    // «السابعة وثلاثين»: hour and minutes, read as one number.
    if number.value > 24, number.value < 60, number.tokens.count > 1, hour % 10 > 0 {
      let minute = hour / 10 * 10
      hour %= 10
      return (Clock(hour: hour, minute: minute), pastMinutes(end))
    }
    guard (0...24).contains(hour), number.value == number.value.rounded() else { return nil }
    guard let next = afterAnd(end), let more = self.number(next) else {
      guard word(end, .except) != nil, let less = self.number(self.end(end)) else {
        return (Clock(hour: hour), end)
      }
      end = less.tokens.upperBound
      if less.kind == .fraction, less.value < 1 {
        let minutes = Int((60 - less.value * 60).rounded())
        return (Clock(hour: (hour + 23) % 24, minute: minutes), end)
      }
      guard less.kind == .cardinal, less.value > 0, less.value < 60, pastMinutes(end) > end else {
        return (Clock(hour: hour), number.tokens.upperBound)
      }
      return (Clock(hour: (hour + 23) % 24, minute: 60 - Int(less.value)), pastMinutes(end))
    }
    if more.kind == .fraction, more.value < 1 {
      return (Clock(hour: hour, minute: Int((more.value * 60).rounded())), more.tokens.upperBound)
    }
    guard more.kind == .cardinal, more.value < 60, more.value == more.value.rounded() else {
      return (Clock(hour: hour), end)
    }
    let behind = pastMinutes(more.tokens.upperBound)
    guard behind > more.tokens.upperBound || dayPart(behind: behind) != nil else {
      return (Clock(hour: hour), end)
    }
    return (Clock(hour: hour, minute: Int(more.value)), behind)
  }

  private func pastMinutes(_ at: Int) -> Int {
    guard let unit = word(at), unit.unit == .minute, [.unit, .unitPlural].contains(unit.kind) else {
      return at
    }
    return end(at)
  }

  private func withZone(_ at: Int) -> Int {
    word(at, .zone) != nil ? end(at) : at
  }
}
