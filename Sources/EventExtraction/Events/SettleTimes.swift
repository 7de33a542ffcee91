internal import ArabicText
internal import Contracts

/// The weekdays and dates that only a verb's tense settles: «اجتمع الأربعاء» is past, «سيجتمع
/// الأربعاء» to come. Where no verb tells, a time that could be either stays open.
extension Analysis {
  func settleTimes() {
    guard let reference, times.contains(where: { $0.isOpen && $0.value != nil }) else { return }
    var tenses = [TenseHint?](repeating: nil, count: times.count)
    for event in events {
      if let time = event.time, tenses[time] == nil { tenses[time] = tense(of: event) }
    }
    var sentence = 0
    for index in times.indices where times[index].isOpen && times[index].value != nil {
      let token = times[index].tokens.lowerBound
      while sentence < sentences.count - 1, sentences[sentence].tokens.upperBound <= token {
        sentence += 1
      }
      if dateline?.tokens.contains(token) == true { continue }
      var tense = tenses[index] ?? .unknown
      if tense == .unknown { tense = tenseOfVerb(beside: token, in: sentences[sentence].tokens) }
      if tense != .unknown {
        times[index].value = times[index].value(reference: reference, tense: tense)
      } else if !isNear(times[index], reference) {
        times[index].value = nil
      }
    }
  }

  private func tense(of event: EventDraft) -> TenseHint? {
    switch event.status {
    case .future: return .future
    case .hypothetical: return .unknown
    case .actual, .negated:
      guard event.form == .verb else { return nil }
      return tense(ofVerb: event.trigger)
    }
  }

  private func tense(ofVerb token: Int) -> TenseHint {
    guard let verb = reading(token, .verb) else { return .unknown }
    if verb.clitics.contains(.sa) { return .future }
    let before = token > 0 ? chosenFunction(token - 1)?.functionClass : nil
    switch before {
    case .future, .negationFuture, .expected: return .future
    case .negationPast: return .past
    default: return verb.features.contains(.imperfect) ? .unknown : .past
    }
  }

  /// The tense of the nearest verb before a time, else of the first behind it, in its sentence; an
  /// imperfect behind «كان» tells the past.
  private func tenseOfVerb(beside token: Int, in sentence: Range<Int>) -> TenseHint {
    for index in stride(from: token - 1, through: sentence.lowerBound, by: -1)
    where words[index].tag == .verb {
      let found = tense(ofVerb: index)
      if found != .unknown { return found }
    }
    guard token < sentence.upperBound else { return .unknown }
    for index in token..<sentence.upperBound where words[index].tag == .verb {
      return tense(ofVerb: index)
    }
    return .unknown
  }

  /// Whether a time without a verb can be but one: the day of writing itself, or a date so near that
  /// no other year's is meant.
  private func isNear(_ time: TimeMention, _ reference: Day) -> Bool {
    guard let day = time.form.span(reference: reference)?.start, let first = day.first else {
      return false
    }
    if case .weekday = time.form { return first == reference }
    if day.day == nil { return day.year == reference.year && day.month == reference.month }
    return abs(first.number - reference.number) <= 90
  }
}
