internal import Contracts

extension EventDraft {
  /// How sure the reading is, from 0 to 1: a verb with its subject is surest, a noun by itself and
  /// a participant that had to be inferred lower it.
  var confidence: Double {
    var value =
      switch form {
      case .verb: 0.9
      case .light: 0.85
      case .participle: 0.8
      case .noun: 0.6
      }
    if form == .verb && actors.isEmpty && recipients.isEmpty { value -= 0.2 }
    if actors.contains(where: { $0.tokens == nil }) { value -= 0.05 }
    if status == .hypothetical { value -= 0.1 }
    return (max(0.05, value) * 100).rounded() / 100
  }
}
