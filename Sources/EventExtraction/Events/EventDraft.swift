internal import Contracts

/// An event while it is being read.
struct EventDraft {
  struct Participant: Equatable {
    /// Index into ``Analysis/entities``.
    @Index var entity: Int
    /// Where it is named; nil for a hidden subject or a pronoun.
    @SomeTokens var tokens: Range<Int>? = nil
    var rule: ParticipantRule?

    /// How it was found makes it nobody else.
    static func == (one: Participant, other: Participant) -> Bool {
      one.entity == other.entity && one.tokens == other.tokens
    }
  }

  enum Form: Sendable {
    case verb, participle, noun, light
  }

  @Index var trigger: Int
  @Index var sentence: Int
  /// Index into the sentence's units.
  @Index var unit: Int
  /// Index into the lexicon's predicates.
  @Index var predicate: Int
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
  @SomeTokens var object: Range<Int>? = nil
  /// Index into ``Analysis/times``.
  @SomeIndex var time: Int? = nil
  /// Index into ``Analysis/mentions``.
  @SomeIndex var place: Int? = nil
  var quantities: [QuantityDraft] = []
  @SomeIndex var speaker: Int? = nil
  /// Tokens of the reported words.
  @SomeTokens var statement: Range<Int>? = nil
  var isDirect = false
  var contexts: [String] = []
  /// From 0 to 1, from the pass over codes.
  var confidence = 0.0
  /// The unit where reported content begins.
  @SomeIndex var contentStart: Int? = nil
  var reasons = Reasons()
}
