internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// Dates and places an event by the phrases of its own clause.
  func setTimeAndPlace(_ event: inout EventDraft, _ clause: Clause) {
    event.time = event.time ?? clause.times.first(where: datesEvents) ?? timeBefore(event.unit)
    guard event.place == nil, event.type != .state else { return }
    for argument in clause.arguments {
      guard let preposition = argument.preposition, preposition.isLocative,
        let first = argument.mentions.first, isPlace(analysis.mentions[first])
      else { continue }
      event.place = first
      return
    }
  }

  private func isPlace(_ mention: Mention) -> Bool {
    mention.kind == .place || mention.kind == .country
  }

  /// Whether a time can be the date of an event: no duration, no habit.
  private func datesEvents(_ time: Int) -> Bool {
    switch analysis.times[time].granularity {
    case .day, .month, .year, .time: true
    default: false
    }
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
