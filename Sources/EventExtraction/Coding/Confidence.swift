internal import Contracts

/// What speaks for and against an event. Each is worth some hundredths of confidence.
///
/// Fitted to the share of events that are right on annotated articles, rounded, and kept to what
/// anybody can follow; `rawi evaluate` shows how the share rises with the sum.
enum ConfidencePart: String, CaseIterable, Sendable {
  case verb = "a verb"
  case light = "a noun that a light verb carries"
  case participle = "a participle used as a verb"
  case noun = "a noun by itself"
  case nearActor = "its actor stands in its sentence"
  case inferredActor = "its actor is told before"
  case saying = "a verb of saying"
  case content = "what is said, asked or promised follows"
  case relative = "it only describes its actor"
  case uncertain = "told as possible"

  /// Hundredths.
  var points: Int {
    switch self {
    case .light: 66
    case .verb, .participle, .noun: 62
    case .nearActor, .inferredActor: 22
    case .saying: 4
    case .content: 8
    case .relative: -32
    case .uncertain: -36
    }
  }
}

extension Analysis {
  /// How sure the reading is, from 0 to 1: about the share of events like it that are right.
  func confidence(of event: EventDraft) -> Double {
    var points = 0
    weigh(event) { points += $0.points }
    return Double(min(max(points, 5), 99)) / 100
  }

  /// Calls `note` with each part that the event has.
  func weigh(_ event: EventDraft, _ note: (ConfidencePart) -> Void) {
    switch event.form {
    case .verb: note(.verb)
    case .light: note(.light)
    case .participle: note(.participle)
    case .noun: note(.noun)
    }
    if let actor = event.actors.first {
      note(actor.tokens == nil ? .inferredActor : .nearActor)
      if actor.rule == .relative { note(.relative) }
    }
    if event.type == .state, event.form == .verb || event.form == .participle { note(.saying) }
    if event.contentStart != nil { note(.content) }
    if event.status == .hypothetical { note(.uncertain) }
  }
}
