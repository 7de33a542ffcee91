internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// Dates and places an event by the phrases of its own clause.
  func setTimeAndPlace(_ event: inout EventDraft, _ clause: Clause) {
    if event.time == nil, let (time, rule) = time(of: event, clause) {
      event.time = time
      event.reasons.time = rule
    }
    if event.place == nil, event.type != .state, let (place, rule) = place(of: event, clause) {
      event.place = place
      event.reasons.place = rule
    }
  }

  /// «الاحتجاجات التي اندلعت أمس في قفصة»: a clause that only says that an event took place dates
  /// and places the noun it describes.
  func setByDescription() {
    for index in events.indices where events[index].form != .verb {
      guard events[index].time == nil || events[index].place == nil,
        let verb = describingVerb(behind: events[index].unit)
      else { continue }
      setTimeAndPlace(&events[index], clause(after: verb))
    }
  }

  private func describingVerb(behind unit: Int) -> Int? {
    var at = unit + 1
    while at < units.count, at - unit <= 4, !units[at].isVerb {
      guard
        units[at].isMark(.comma) || units[at].function == .relative
          || units[at].mention != nil && !isPrepositional(at) && !units[at].hasConjunction
      else { return nil }
      at += 1
    }
    guard at < units.count, units[at].isVerb, !units[at].hasConjunction, at > unit + 1,
      units[at - 1].mention == nil || at - 1 == unit,
      let verb = analysis.reading(units[at].tokens.lowerBound, .verb),
      lexicon.predicates[verb.entry].type == nil,
      !events.contains(where: { $0.unit == at })
    else { return nil }
    return at
  }

  /// What stands aside at a sentence's end dates and places all that it told before: «قتل 3 أشخاص
  /// بينما أصيب 20، بعد عملية دهس …، الجمعة، وسط مدينة ملبورن».
  func shareAsides() {
    guard let first = events.lazy.map(\.unit).min() else { return }
    for at in units.indices.dropFirst(first + 1) {
      let time: Int? = if case .time(let time) = units[at].kind { time } else { nil }
      let isTime = time.map { datesEvents($0) && units[at - 1].isMark(.comma) } ?? false
      let place = placeAside(at)
      guard isTime || place != nil else { continue }
      for index in events.indices.reversed() where events[index].unit < at {
        if units[events[index].unit..<at].contains(where: { $0.function == .complement }) { break }
        guard events[index].type != .state else { continue }
        if let time, isTime, events[index].time == nil, agrees(time, with: events[index]) {
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

  /// A place that a comma parts from what it places: «، وسط مدينة ملبورن», «، بمدينة صفاقس».
  private func placeAside(_ at: Int) -> Int? {
    guard let mention = units[at].mention, isPlace(analysis.mentions[mention]) else { return nil }
    if units[at - 1].isMark(.comma) {
      return opensWithDirection(mention) || units[at].attachedPreposition == .bi ? mention : nil
    }
    guard at > 1, units[at - 2].isMark(.comma) || isTime(at - 2),
      case .preposition(let preposition) = units[at - 1].kind, preposition == .near
    else { return nil }
    return mention
  }

  private func isTime(_ at: Int) -> Bool { if case .time = units[at].kind { true } else { false } }
}
