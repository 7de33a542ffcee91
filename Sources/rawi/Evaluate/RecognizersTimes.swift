internal import ArabicText
internal import EventExtraction
internal import Foundation

/// Recognizers-Text's Arabic dates, times, periods and durations against ``TimeReader``.
///
/// A wanted expression is right where a found one overlaps it and means the same: its value is the
/// TIMEX, or one of the resolutions (past and future both count, as the set gives both); a period's
/// end counts with and without its last day, as the set writes weeks and months up to the day
/// behind and ranges up to their last day. Files without values (the `Extractor`s) ask for the span
/// alone. Cases that the reference implementation itself fails are told apart.
///
/// Where the set, translated from English, asks for what English means and Arabic does not, either
/// is right: «الأحد القادم» said on a Monday is the coming one as well as that of the next week,
/// «سبتمبر الماضي» said in November is this year's. The end of a day is the day, not a minute of it
/// («T23:59»); a bare time of day is that of the reference's day; how many days «بضعة أيام» are
/// (three, in the set) is rightly left open.
struct RecognizersTimes {
  let reader: TimeReader

  /// - Parameter folder: the specification's `DateTime` folder.
  /// - Returns: a tally for each file.
  func evaluate(_ folder: URL, supportedOnly: Bool) throws -> [(file: String, RecognizersTally)] {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "json" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { file in
        var tally = RecognizersTally()
        for item in try RecognizersCase.read(file)
        where !supportedOnly || !item.notSupported.contains("dotnet") {
          tally += evaluate(item)
        }
        return (file.deletingPathExtension().lastPathComponent, tally)
      }
  }

  func evaluate(_ item: RecognizersCase) -> RecognizersTally {
    var tally = RecognizersTally()
    let text = TokenizedText(item.input)
    let mentions = reader.times(
      in: text, sentences: [text.tokens.indices],
      reference: item.reference.flatMap { EventExtraction.Day(iso: $0) },
      clock: item.reference.flatMap(Self.clock))
    if item.wanted.isEmpty { tally.extra = mentions.count }
    for wanted in item.wanted {
      let needsValue = !wanted.values.isEmpty || !wanted.timex.isEmpty
      if needsValue, wanted.values.contains(["not resolved"]), wanted.timex.isEmpty { continue }
      tally.wanted += 1
      let overlapping = mentions.filter { Self.overlaps(text.text($0.tokens), wanted.text) }
      let exact = overlapping.filter { Self.bare(text.text($0.tokens)) == Self.bare(wanted.text) }
      let reference = item.reference.flatMap { EventExtraction.Day(iso: $0) }
      let right = needsValue ? overlapping.filter { agrees($0, wanted, reference) } : exact
      if !right.isEmpty {
        tally.right += 1
        if !exact.isEmpty { tally.exact += 1 }
      } else {
        let got = overlapping.map { text.text($0.tokens) + " = " + ($0.value ?? "nil") }
        tally.misses.append(
          RecognizersTally.Miss(
            input: item.input, text: wanted.text,
            wanted: wanted.timex + wanted.values.map { $0.joined(separator: "/") },
            got: got.joined(separator: "; "),
            kind: got.isEmpty ? "missed" : needsValue ? "value" : "span"))
      }
    }
    return tally
  }

  private static func clock(_ iso: String) -> Clock? {
    let fields = iso.split(separator: "T").last?.prefix(8).split(separator: ":").compactMap {
      Int($0)
    }
    guard let fields, fields.count == 3 else { return nil }
    return Clock(hour: fields[0], minute: fields[1], second: fields[2] == 0 ? nil : fields[2])
  }

  private static func overlaps(_ found: String, _ wanted: String) -> Bool {
    let found = bare(found)
    let wanted = bare(wanted)
    return !found.isEmpty && !wanted.isEmpty && (wanted.contains(found) || found.contains(wanted))
      || !Set(found.split(separator: " ")).isDisjoint(with: wanted.split(separator: " "))
  }

  /// Words without marks and without the function words that may or may not be counted in.
  static func bare(_ text: String) -> String {
    let tokens = TokenizedText(text)
    var words = tokens.tokens.indices.filter { tokens.tokens[$0].kind != .punctuation }
      .map { Letter.text(tokens.letters($0)) }
    let leads: Set<String> = [
      "يوم", "في", "من", "الي", "حتي", "ل", "شهر", "بين", "ما", "لمده", "مده", "طوال", "منذ",
      "اليوم",
      "بتاريخ", "الساعه", "قبل", "بعد", "ليوم",
    ]
    while words.count > 1, let first = words.first, leads.contains(first) { words.removeFirst() }
    return words.joined(separator: " ")
  }

  private func agrees(
    _ mention: TimeMention, _ wanted: RecognizersCase.Wanted, _ reference: EventExtraction.Day?
  ) -> Bool {
    guard let value = mention.value else {
      if case .vague = mention.form, Self.bare(wanted.text).contains("بضع") { return true }
      return wanted.values.contains { $0.contains("0001-01-01") || $0 == ["not resolved"] }
    }
    if wanted.timex.contains(where: { Self.matches(Self.months($0), value) }) { return true }
    if wanted.values.contains(where: { Self.agrees(value, $0) }) { return true }
    return wanted.values.contains { isConvention(mention, value, $0, reference) }
  }

  /// Whether a value differs from the wanted one by an English convention alone.
  private func isConvention(
    _ mention: TimeMention, _ value: String, _ wanted: [String], _ reference: EventExtraction.Day?
  ) -> Bool {
    guard let reference, let first = wanted.first else { return false }
    // The end of a day.
    if wanted.count == 1, first.hasSuffix(" 23:59:00"), value == first.prefix(10) { return true }
    if value.hasPrefix("T"), wanted.count == 1, first.prefix(10) == CalendarDate(reference).iso {
      return Self.padded(value) == Self.padded("T" + first.dropFirst(11))
    }
    switch mention.form {
    case .weekday(_, direction: 1):
      guard let got = EventExtraction.Day(iso: value) else { return false }
      let rest = value.dropFirst(10)
      let later = CalendarDate(got + 7).iso + rest
      return got > reference && Self.agrees(later, wanted)
    case .date(let date) where date.day == nil && date.monthOffset == -1:
      guard let year = Int(value.prefix(4)) else { return false }
      return Self.agrees(TimeSpan(CalendarDate(year: year - 1, month: date.month)).iso, wanted)
    default: return false
    }
  }

  /// A season as the months, a week as the days that Rawi gives it.
  private static func months(_ timex: String) -> String {
    guard let year = Int(timex.prefix(4)) else { return timex }
    switch timex.suffix(3) {
    case "-SP" where timex.count == 7: return "\(year)-03/\(year)-05"
    case "-SU": return "\(year)-06/\(year)-08"
    case "-FA": return "\(year)-09/\(year)-11"
    case "-WI": return "\(year)-12/\(year + 1)-02"
    default: break
    }
    // A week as its Monday and Sunday.
    guard timex.dropFirst(4).hasPrefix("-W"), timex.count == 8, let week = Int(timex.suffix(2)),
      let fourth = EventExtraction.Day(year: year, month: 1, day: 4)
    else { return timex }
    let monday = fourth - (fourth.weekday - 1) + (week - 1) * 7
    return TimeSpan(monday, monday + 6).iso
  }

  /// TIMEX with `X` for what the text leaves open.
  private static func matches(_ timex: String, _ value: String) -> Bool {
    guard timex.count == value.count else {
      return timex.contains("T") && value.hasPrefix(timex) && value.dropFirst(timex.count) == ":00"
    }
    return zip(timex, value).allSatisfy { $0 == $1 || $0 == "X" }
  }

  private static func agrees(_ value: String, _ wanted: [String]) -> Bool {
    let ends = value.split(separator: "/").map(String.init)
    let wanted = wanted.map { $0.replacing(" ", with: "T") }
    if wanted.count == 1 {
      return ends.count == 1 && (padded(value) == padded(wanted[0]))
    }
    if value.contains("T") {
      return ends.count == 2 && padded(ends[0]) == padded(wanted[0])
        && padded(ends[1]) == padded(wanted[1])
    }
    guard let first = day(ends[0], isEnd: false), let last = day(ends[ends.count - 1], isEnd: true),
      let start = day(wanted[0], isEnd: false), first == start
    else { return false }
    guard let end = day(wanted[1], isEnd: true) else { return wanted[1].isEmpty }
    let yearOnly = ends.count == 2 && ends[1].count == 4
    return end == last || end == last + 1
      || yearOnly && end == day(ends[ends.count - 1], isEnd: false)
  }

  private static func day(_ text: String, isEnd: Bool) -> EventExtraction.Day? {
    let fields = text.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard let year = fields.first else { return nil }
    let date = CalendarDate(
      year: year, month: fields.count > 1 ? fields[1] : nil, day: fields.count > 2 ? fields[2] : nil
    )
    return isEnd ? date.last : date.first
  }

  /// A time with its seconds, with or without a date or the leading T.
  private static func padded(_ text: String) -> String {
    var text = text
    if text.hasPrefix("T") { text.removeFirst() }
    guard text.contains(":") else { return text }
    return text.split(separator: "T").last?.split(separator: ":").count == 2 ? text + ":00" : text
  }
}
