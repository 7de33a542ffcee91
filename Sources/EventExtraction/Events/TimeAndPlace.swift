internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// Dates and places an event by the phrases of its own clause.
  func setTimeAndPlace(_ event: inout EventDraft, _ clause: Clause) {
    if event.time == nil {
      let found: (Int, TimeRule)? =
        clause.times.first(where: datesEvents).map { ($0, .inClause) }
        ?? timeBefore(event.unit).map { ($0, .beforeVerb) }
        ?? timeAside(event.unit).map { ($0, .aside) }
      event.time = found?.0
      event.reasons.time = found?.1
    }
    guard event.place == nil, event.type != .state else { return }
    event.place = headlinePlace(event.unit)
    if event.place != nil {
      event.reasons.place = .headline
      return
    }
    for argument in clause.arguments {
      guard let first = argument.mentions.first, isPlace(analysis.mentions[first]),
        argument.preposition?.isLocative ?? opensWithDirection(first)
      else { continue }
      event.place = first
      event.reasons.place = .inClause
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
    guard units[unit].isVerb else { return nil }
    let isFirst = !units[..<unit].contains(where: { $0.isVerb })
    for at in unit + 1..<units.count {
      if units[at].function == .complement || units[at].isMark(":.؛") { return nil }
      if units[at].isVerb, !isFirst { return nil }
      if case .time(let time) = units[at].kind, units[at - 1].isMark("،,"), datesEvents(time) {
        return time
      }
    }
    return nil
  }

  /// What stands aside at a sentence's end dates and places all that it told before: «قتل 3 أشخاص
  /// بينما أصيب 20، بعد عملية دهس …، الجمعة، وسط مدينة ملبورن».
  mutating func shareAsides() {
    for at in units.indices where at > 0 && units[at - 1].isMark("،,") {
      let isTime = if case .time(let time) = units[at].kind { datesEvents(time) } else { false }
      let place = units[at].mention.flatMap { mention in
        isPlace(analysis.mentions[mention]) && opensWithDirection(mention) ? mention : nil
      }
      guard isTime || place != nil else { continue }
      for index in events.indices.reversed() where events[index].unit < at {
        if units[events[index].unit..<at].contains(where: { $0.function == .complement }) { break }
        guard events[index].type != .state else { continue }
        if case .time(let time) = units[at].kind, events[index].time == nil {
          events[index].time = time
          events[index].reasons.time = .shared
        }
        if let place, events[index].place == nil {
          events[index].place = place
          events[index].reasons.place = .shared
        }
      }
    }
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
      if units[at].isVerb || units[at].function == .complement || units[at].isMark(".؛:\"«“")
        || units[at].function?.opensClause == true || units[at].function == .relative
      {
        return nil
      }
      at -= 1
    }
    return nil
  }
}
