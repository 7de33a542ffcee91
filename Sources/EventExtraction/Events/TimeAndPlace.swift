internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// Dates and places an event by the phrases of its own clause.
  func setTimeAndPlace(_ event: inout EventDraft, _ clause: Clause) {
    event.time =
      event.time ?? clause.times.first(where: datesEvents) ?? timeBefore(event.unit)
      ?? timeAside(event.unit)
    guard event.place == nil, event.type != .state else { return }
    event.place = headlinePlace(event.unit)
    if event.place != nil { return }
    for argument in clause.arguments {
      guard let first = argument.mentions.first, isPlace(analysis.mentions[first]),
        argument.preposition?.isLocative ?? opensWithDirection(first)
      else { continue }
      event.place = first
      return
    }
  }

  /// «وسط مدينة ملبورن» needs no preposition.
  private func opensWithDirection(_ mention: Int) -> Bool {
    let first = analysis.mentions[mention].tokens.lowerBound
    return analysis.facts[first].contains(.direction)
  }

  private func isPlace(_ mention: Mention) -> Bool {
    mention.kind == .place || mention.kind == .country
      || analysis.facts[mention.head].contains(.direction)
        && mention.country != nil
  }

  /// Whether a time can be the date of an event: no duration, no habit.
  private func datesEvents(_ time: Int) -> Bool {
    switch analysis.times[time].granularity {
    case .day, .month, .year, .time: true
    default: false
    }
  }

  /// A time between commas further on, before what the verb reports: «وتحدثت الوزيرة، في تصريح
  /// …، اليوم الأربعاء، عن …».
  private func timeAside(_ unit: Int) -> Int? {
    guard units[unit].isVerb, !units[..<unit].contains(where: { $0.isVerb }) else { return nil }
    for at in unit + 1..<units.count {
      if units[at].function == .complement || units[at].isMark(":.؛") { return nil }
      if case .time(let time) = units[at].kind, units[at - 1].isMark("،,"), datesEvents(time) {
        return time
      }
    }
    return nil
  }

  /// «الجزائر : إيقاف 3 أشخاص»: a headline that opens with its place.
  private func headlinePlace(_ unit: Int) -> Int? {
    guard isTitle, unit > 1, let mention = units[0].mention, isPlace(analysis.mentions[mention]),
      units[1].isMark(":")
    else { return nil }
    return mention
  }

  /// A time at the head of the clause, before its verb: «وفي 30 مارس أطلقت …».
  private func timeBefore(_ unit: Int) -> Int? {
    var at = unit - 1
    while at >= 0 {
      if case .time(let time) = units[at].kind { return datesEvents(time) ? time : nil }
      if units[at].isVerb || units[at].function == .complement || units[at].isMark(".؛:\"«“") {
        return nil
      }
      at -= 1
    }
    return nil
  }
}
