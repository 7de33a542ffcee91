internal import ArabicText
internal import Contracts

/// What speaks for and against an event, each worth a few hundredths.
enum ConfidencePart: String, CaseIterable, Sendable {
  case verb = "a verb"
  case light = "a noun that a light verb carries"
  case participle = "a participle used as a verb"
  case noun = "a noun by itself"
  case saying = "a verb of saying"
  case content = "what is said follows"
  case frame = "a frame holds"
  case quoted = "its own entry is no event: the sentence names it as its source"
  case nearActor = "its actor stands in its clause"
  case inferredActor = "its actor is inferred"
  case noActor = "it has no actor"
  case recipient = "its recipient stands in its clause"
  case passiveSense = "read as passive by its sense alone"
  case relative = "in a relative clause"
  case imperfect = "an imperfect, which may tell what is usual"
  case title = "in the headline"
  case homograph = "the word may be something else"
  case uncertain = "told as possible only"
  case told = "told by somebody in the article"

  /// Fitted to the share of events right on annotated articles, and rounded.
  var points: Int {
    switch self {
    case .verb: 70
    default: 0
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
    let predicate = lexicon.predicates[event.predicate]
    switch event.form {
    case .verb: note(.verb)
    case .light: note(.light)
    case .participle: note(.participle)
    case .noun: note(.noun)
    }
    if event.form != .noun, event.type == .state { note(.saying) }
    if event.contentStart != nil { note(.content) }
    if event.reasons.frame != nil { note(.frame) }
    if event.form == .verb, event.reasons.frame == nil, predicate.type == nil { note(.quoted) }
    if let actor = event.actors.first {
      note(actor.tokens == nil ? .inferredActor : .nearActor)
      if actor.rule == .relative { note(.relative) }
    } else {
      note(.noActor)
    }
    if event.recipients.contains(where: { $0.tokens != nil }) { note(.recipient) }
    if event.reasons.voice == .passiveSense { note(.passiveSense) }
    if event.form == .verb, isImperfect(event.trigger) { note(.imperfect) }
    if sentences[event.sentence].kind == .title { note(.title) }
    if isHomograph(event) { note(.homograph) }
    if event.status == .hypothetical { note(.uncertain) }
    if event.speaker != nil { note(.told) }
  }

  private func isImperfect(_ token: Int) -> Bool {
    reading(token, .verb).map { $0.features.contains(.imperfect) && !$0.clitics.contains(.sa) }
      ?? false
  }

  /// Whether the trigger's letters have a reading of another entry of the same kind of word.
  private func isHomograph(_ event: EventDraft) -> Bool {
    words[event.trigger].readings.contains {
      let reading = readings[$0]
      switch reading.category {
      case .verb: return event.form != .verb || reading.entry != event.predicate
      case .masdar, .eventNoun: return event.form == .verb
      case .commonNoun, .personNoun, .title, .placeNoun, .organizationNoun, .documentNoun:
        return event.form == .verb
      default: return false
      }
    }
  }
}
