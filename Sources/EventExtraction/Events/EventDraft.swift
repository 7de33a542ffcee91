internal import Contracts

/// An event while it is being read.
struct EventDraft {
  struct Participant: Equatable {
    /// Index into ``Analysis/entities``.
    var entity: Int
    /// Where it is named; nil for a hidden subject or a pronoun.
    var tokens: Range<Int>?
    var rule: ParticipantRule?

    /// How it was found makes it nobody else.
    static func == (one: Participant, other: Participant) -> Bool {
      one.entity == other.entity && one.tokens == other.tokens
    }
  }

  enum Form: Sendable {
    case verb, participle, noun, light
  }

  var trigger: Int
  var sentence: Int
  /// Index into the sentence's units.
  var unit: Int
  /// Index into the lexicon's predicates.
  var predicate: Int
  var form: Form
  var type: EventType
  var mode: String?
  var content: Predicate.Content?
  var status: EventStatus
  /// Where those stand to whom it is done.
  var slots: Slots = []
  var actors = List<Participant>()
  var recipients = List<Participant>()
  /// Tokens of the complement.
  var object: Range<Int>?
  /// Index into ``Analysis/times``.
  var time: Int?
  /// Index into ``Analysis/mentions``.
  var place: Int?
  var quantities: [QuantityDraft] = []
  var speaker: Int?
  /// Tokens of the reported words.
  var statement: Range<Int>?
  var isDirect = false
  var contexts: [String] = []
  /// From 0 to 1, from the pass over codes.
  var confidence = 0.0
  /// The unit where reported content begins.
  var contentStart: Int?
  var reasons = Reasons()
}
