internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// The time that dates an event, and how it was found.
  func time(of event: EventDraft, _ clause: Clause) -> (Int, TimeRule)? {
    for time in clause.times where datesEvents(time) && agrees(time, with: event) {
      guard let at = unit(ofTime: time), at < event.unit || reaches(event.unit, at, .time),
        isAdjunct(at), !isContent(time, at, of: event),
        at == 0 || units[at - 1].isMark(.comma) || !speaksOfOther(event, before: at)
      else { continue }
      return (time, .inClause)
    }
    if let time = timeBefore(event.unit), agrees(time, with: event) { return (time, .beforeVerb) }
    return timeAside(event.unit).map { ($0, .aside) }
  }

  /// Whether a time stands by itself: not joined to a noun («مع الامتحانات وشهر رمضان») and not the
  /// day from which something holds («ابتداء من غرة أفريل»).
  private func isAdjunct(_ at: Int) -> Bool {
    guard at > 0 else { return true }
    if units[at].hasConjunction, units[at - 1].mention != nil { return false }
    guard units[at - 1].function == .timePreposition else { return true }
    return !Self.starts.contains(analysis.text.letters(units[at - 1].tokens.lowerBound))
  }

  private static let starts = WordSet(
    ["ابتداء", "اعتبارا", "انطلاقا", "بداية", "حتى", "إلى", "لغاية"])

  /// What is said has a day; a year, or a stretch of days, further on is what it speaks of: «أكد
  /// الحرص على تطوير الصادرات خلال السنة الحالية».
  private func isContent(_ time: Int, _ at: Int, of event: EventDraft) -> Bool {
    guard event.type == .state, at > event.unit else { return false }
    let mention = analysis.times[time]
    guard mention.granularity == .year || mention.until != nil else { return false }
    return units[event.unit + 1..<at].filter { $0.mention != nil }.count > 1
  }

  private func unit(ofTime time: Int) -> Int? {
    units.firstIndex { if case .time(time) = $0.kind { true } else { false } }
  }

  /// Whether a time can be the date of an event: no duration, no habit, no hour of any day.
  func datesEvents(_ time: Int) -> Bool {
    switch analysis.times[time].form {
    case .partOfDay, .clock: return false
    default: break
    }
    switch analysis.times[time].granularity {
    case .day, .month, .year, .time: return true
    default: return false
    }
  }

  /// What has happened is not dated ahead, what is to come not back.
  func agrees(_ time: Int, with event: EventDraft) -> Bool {
    let mention = analysis.times[time]
    guard !mention.isOpen, let reference = analysis.reference,
      let span = mention.form.span(reference: reference), let first = span.start.first,
      let last = (mention.until ?? mention.form).span(reference: reference)?.end.last
    else { return true }
    switch event.status {
    case .future: return last >= reference
    case .actual, .negated: return first <= reference || isImperfect(event)
    case .hypothetical: return true
    }
  }

  private func isImperfect(_ event: EventDraft) -> Bool {
    event.form == .verb
      && analysis.reading(event.trigger, .verb)?.features.contains(.imperfect) ?? false
  }

  /// A time between commas further on, before what the verb reports: «وتحدثت الوزيرة، في تصريح
  /// …، اليوم الأربعاء، عن …».
  private func timeAside(_ unit: Int) -> Int? {
    guard units[unit].isVerb else { return nil }
    let isFirst = !units[..<unit].contains(where: { $0.isVerb })
    for at in unit + 1..<units.count {
      if units[at].function == .complement || units[at].isMark(.clauseEnd) { return nil }
      if units[at].isVerb, !isFirst { return nil }
      if case .time(let time) = units[at].kind, units[at - 1].isMark(.comma), datesEvents(time) {
        return time
      }
    }
    return nil
  }

  /// A time at the head of the clause, before its verb: «وفي 30 مارس أطلقت …». What stands before
  /// a و belongs to the clause before, and «توقفت الدروس أمس بعد اعتداء» does not date the assault.
  private func timeBefore(_ unit: Int) -> Int? {
    if units[unit].hasConjunction { return nil }
    var at = unit - 1
    if at >= 0, units[at].function == .timePreposition { return nil }
    while at >= 0 {
      if case .time(let time) = units[at].kind { return datesEvents(time) ? time : nil }
      if units[at].isVerb || units[at].function == .complement
        || units[at].isMark([.clauseEnd, .usualOpenQuote])
        || units[at].function?.opensClause == true || units[at].function == .relative
        || units[at].function == .adverb && units[at].tokens.count > 2
      {
        return nil
      }
      at -= 1
    }
    return nil
  }
}
