internal import ArabicText

/// Weeks, months, years and their shares.
extension TimeScan {
  /// «هذا الأسبوع», «الشهر الماضي», «العام المقبل».
  func period(at start: Int) -> (unit: TimeUnit, offset: Int, end: Int)? {
    if word(start, .this) != nil {
      let next = end(start)
      guard let unit = word(next, .unit), isDefinite(next), unit.unit != .hour else { return nil }
      let behind = end(next)
      if let qualifier = word(behind, .qualifier), isDefinite(behind), qualifier.value == 0 {
        return (unit.unit, 0, end(behind))
      }
      return (unit.unit, 0, behind)
    }
    guard let unit = word(start, .unit), isDefinite(start) else { return nil }
    let next = end(start)
    guard let qualifier = word(next, .qualifier), isDefinite(next) || qualifier.value == 2 else {
      return nil
    }
    if unit.unit == .year, qualifier.value == 0, isGeneral(start) { return nil }
    // «الأسبوع الأخير من رمضان» is not the last one before today.
    if qualifier.value == -1, word(end(next), .from) != nil, isLast(next) { return nil }
    return (unit.unit, qualifier.value, end(next))
  }

  /// Whether a word for what is past is «الأخير».
  private func isLast(_ at: Int) -> Bool {
    text.letters(at).contains(Self.kha)
  }

  private static let kha = Letter.fold("خ")[0]

  /// Whether «العام» before «الحالي» belongs to an office («الأمين العام الحالي»): no preposition
  /// or time word leads to it.
  func isGeneral(_ at: Int) -> Bool {
    guard clitics(at) == .article, at > 0, text.letters(at).last == Letter.mim else { return false }
    let before = at - 1
    guard text.tokens[before].kind == .word, items[before].entry < 0 else { return false }
    return text.letters(before).starts(with: [Letter.alef, Letter.lam])
  }

  /// «عام 2016», «سنة 2011», «العام 2016», «عام 1445 هـ».
  func yearExpression(at start: Int) -> Found? {
    guard let unit = word(start, .unit), unit.unit == .year, let (year, end) = year(self.end(start))
    else { return nil }
    if year > 1300 && year < 1500 || year >= 1000 {
      var date = PartialDate(year: year)
      let behind = era(&date, end)
      return Found(behind, .date(date))
    }
    return nil
  }

  /// A year of four digits that a word before it shows to be one: «في 2016», «منذ 2011».
  func bareYear(at start: Int) -> Found? {
    guard start > 0, let (value, end) = year(start), (1900...2099).contains(value),
      text.tokens[start].kind == .number, number(start)?.isDigits == true
    else { return nil }
    let before = start - 1
    if let next = word(end), [.unit, .unitDual, .unitPlural].contains(next.kind) { return nil }
    if isMark(end, "%", "٪", "-", "/", "–") { return nil }
    if isMark(before, "("), isMark(end, ")") { return Found(end, .date(PartialDate(year: value))) }
    guard let lead = word(before) else { return nil }
    switch lead.kind {
    case .within, .since, .during, .edge, .to, .after, .ago:
      return Found(end, .date(PartialDate(year: value)))
    default: return nil
    }
  }

  /// «2014-2018», «موسم 2016/2017».
  func yearRange(at start: Int) -> Found? {
    guard let (first, end) = year(start), text.tokens[start].kind == .number,
      (1900...2099).contains(first), isMark(end, "-", "/", "–"),
      let (second, behind) = year(end + 1), text.tokens[end + 1].kind == .number,
      (1900...2099).contains(second), second > first
    else { return nil }
    var found = Found(behind, .date(PartialDate(year: first)))
    found.until = .date(PartialDate(year: second))
    return found
  }

  /// A month, a period or a year, with or without «مطلع», «نهاية» before it.
  func longExpression(at start: Int) -> Found? {
    guard canBegin(start) else { return nil }
    if let found = yearExpression(at: start) { return found }
    if let (unit, offset, end) = period(at: start), unit != .second, unit != .minute {
      return Found(end, .period(unit, offset))
    }
    if let found = periodOfAnother(at: start) { return found }
    guard let (date, end, isSure) = monthExpression(at: start) else { return nil }
    guard isSure || isMonthExpected(start) else { return nil }
    return monthRange(Found(end, .date(date)), date)
  }

  /// «أكتوبر/ديسمبر من سنة 2015»: from one month to another.
  private func monthRange(_ found: Found, _ first: PartialDate) -> Found {
    guard first.year == nil, isMark(found.end, "/", "-"), let second = word(found.end + 1, .month)
    else { return found }
    var last = PartialDate(month: second.value, isHijri: second.isHijri)
    var range = found
    range.end = yearTail(&last, at: end(found.end + 1))
    var first = first
    first.year = last.year
    first.yearOffset = last.yearOffset
    range.form = .date(first)
    range.until = .date(last)
    return range
  }

  /// Whether a word that is a month among other things is one here: a preposition leads to it.
  private func isMonthExpected(_ at: Int) -> Bool {
    // «باب» is a door rather than "in August".
    if clitics(at).contains(.ba), text.letters(at).last != Letter.ba { return true }
    guard at > 0, let before = word(at - 1) ?? number(at - 1).flatMap({ _ in nil }) else {
      return false
    }
    switch before.kind {
    case .within, .since, .during, .edge, .to, .from, .between: return true
    default: return false
    }
  }

  /// «مطلع العام المقبل», «نهاية مارس», «منتصف جويلية 2016».
  func edgeExpression(at start: Int) -> Found? {
    guard let edge = word(start, .edge) else { return nil }
    var next = end(start)
    if word(next, .from) != nil {
      // «بداية من السنة المقبلة» says since when.
      if edge.value == -1 { return nil }
      next = end(next)
    }
    if edge.value == 2 { return rest(at: next) }
    if let found = longExpression(at: next) ?? bareYear(at: next) { return found }
    if let (date, end, _) = monthExpression(at: next) { return Found(end, .date(date)) }
    if let found = decade(at: next) { return found }
    if edge.value == 1, let (length, end) = length(at: next, allowsOne: false), number(next) != nil
    {
      return Found(end, .stretch(length, sign: -1))
    }
    guard let unit = word(next, .unit), isDefinite(next),
      [.week, .month, .year].contains(unit.unit)
    else { return nil }
    if unit.unit == .year && clitics(next) != .article { return nil }
    return Found(end(next), .period(unit.unit, 0))
  }

  /// «الأسبوع الأول من مارس».
  func weekOf(at start: Int) -> Found? {
    guard let unit = word(start, .unit), unit.unit == .week, isDefinite(start) else { return nil }
    let next = end(start)
    var index: Int
    var at: Int
    if let count = whole(next, 1...53), number(next)?.kind == .ordinal {
      (index, at) = (count.value, count.end)
    } else if word(next, .qualifier) != nil, isLast(next) {
      (index, at) = (-1, end(next))
    } else {
      return nil
    }
    guard word(at, .from) != nil else { return nil }
    at = end(at)
    if let (date, end, _) = monthExpression(at: at) { return Found(end, .weekOf(index, date)) }
    if let (unit, offset, end) = period(at: at) {
      if unit == .month { return Found(end, .weekOf(index, PartialDate(monthOffset: offset))) }
      if unit == .year { return Found(end, .weekOf(index, PartialDate(yearOffset: offset))) }
    }
    guard let year = yearExpression(at: at), case .date(let date) = year.form else { return nil }
    return Found(year.end, .weekOf(index, date))
  }

  /// «بقية الأسبوع», «بقية هذا العام».
  private func rest(at start: Int) -> Found? {
    if let (unit, offset, end) = period(at: start), offset == 0 { return Found(end, .rest(unit)) }
    guard let unit = word(start, .unit), isDefinite(start),
      [.week, .month, .year].contains(unit.unit)
    else { return nil }
    return Found(end(start), .rest(unit.unit))
  }

  /// «صيف 2016», «الصيف المقبل», «هذا الصيف».
  func season(at start: Int) -> Found? {
    if word(start, .this) != nil {
      guard let season = word(end(start), .season), isDefinite(end(start)) else { return nil }
      return Found(end(end(start)), .season(season.value, PartialDate(yearOffset: 0)))
    }
    guard let season = word(start, .season) else { return nil }
    let next = end(start)
    var date = PartialDate()
    if let qualifier = word(next, .qualifier), isDefinite(next), isDefinite(start) {
      date.yearOffset = qualifier.value
      return Found(end(next), .season(season.value, date))
    }
    let behind = yearTail(&date, at: next)
    guard date.year != nil || date.yearOffset != nil else { return nil }
    return Found(behind, .season(season.value, date))
  }

  /// «الربع الأول من 2016», «الثلاثي الرابع من سنة 2016», «النصف الثاني من العام الجاري».
  func share(at start: Int) -> Found? {
    guard let share = word(start, .quarter), isDefinite(start) else { return nil }
    let isWhole = share.value == 4 || share.value == 2 || share.value == 3
    let next = end(start)
    var index: Int
    var at: Int
    if let ordinal = number(next), ordinal.kind == .ordinal, isWhole {
      index = Int(ordinal.value)
      at = ordinal.tokens.upperBound
    } else if word(next, .qualifier)?.value == -1, isDefinite(next) {
      index = share.value
      at = end(next)
    } else {
      return nil
    }
    guard (1...share.value).contains(index) else { return nil }
    var date = PartialDate()
    let behind = yearTail(&date, at: at)
    if behind == at || (date.year == nil && date.yearOffset == nil) {
      // «لسنة 2016»
      guard let found = yearExpression(at: at), case .date(let year) = found.form else {
        return nil
      }
      date = year
      at = found.end
    } else {
      at = behind
    }
    return Found(at, .share(index, of: share.value, date))
  }

  /// «سبعينيات القرن الماضي», «الثمانينات».
  func decade(at start: Int) -> Found? {
    guard let decade = word(start, .decade) else { return nil }
    var at = end(start)
    if word(at, .from) != nil {
      // «في الأربعينات من عمره» is somebody's age.
      at = end(at)
      guard let (unit, _, _) = period(at: at), unit == .century else { return nil }
    }
    if let (unit, offset, end) = period(at: at), unit == .century {
      return Found(end, .decade((offset < 0 ? 1900 : 2000) + decade.value))
    }
    return Found(end(start), decade.value < 30 ? .vague : .decade(1900 + decade.value))
  }
}
