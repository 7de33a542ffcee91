internal import Contracts

/// A verb with its verbal nouns and participles, or a noun that names an event.
struct Predicate: Sendable {
  /// What the clause or verbal noun under a verb tells.
  enum Content: String, Sendable, CaseIterable {
    case said, negated, future, hypothetical
  }

  // What rules ask for lies together, before what only some events tell.
  var type: EventType?
  var content: Content?
  var recipients: Slots
  /// Its frames' place in ``Lexicon/frames``, those with most conditions first.
  @Tokens var frames: Range<Int> = 0..<0
  var isNoun: Bool
  /// Whether what the verb tells befalls its subject: «استشهد», «غرق».
  var affectsSubject = false
  /// Whether the subject is the host, so that the visitor acts: «استقبل».
  var subjectIsHost = false
  /// Whether it stands before its subject and another verb: «كانت السلطات أعلنت».
  var isAuxiliary = false
  /// Whether its imperfect tells what something is, where no أن follows: «تعتبر تونس منارة».
  var isCopula = false
  /// Whether it tells of play where a sentence speaks of sport: «هاجم», «سيطر».
  var isSportMetaphor = false
  /// Whether the noun is an event only where a light verb carries it: «بيان», «حكم».
  var needsLightVerb = false
  /// Whether it is an event by itself or with some frame.
  var isEvent = false
  /// Whether its subject or object may be the event, so that its verbal noun names none itself.
  var carriesNothing = false
  /// Whether the event may stand behind a preposition of it.
  var hasEventBehind = false
  /// Whether it reports words of its subject.
  var reports = false
  /// Whether it tells of deaths or injuries.
  var harm = Harm.none
  /// In the order in which they are tried.
  var lights: [LightVerb] = []
  var lemma: String
  var mode: String?
  var contexts: [String]
  var origin: RowOrigin

  enum Harm: Sendable {
    case none
    case casualty
    /// «سقط»: where it befalls somebody.
    case fall
  }
}

/// A type that holds only under conditions of the clause.
struct Frame: Sendable {
  var prepositions: Slots = []
  /// The nouns of which one must be the object, or the subject; nil where any may.
  var objects: NounSet?
  var subjects: NounSet?
  var needsPassive = false
  /// Whether the verb must stand in the future: «ستعمل», «سوف تعمل».
  var needsFuture = false
  /// Whether أن or إن must follow.
  var needsComplement = false
  var type: EventType?
  var recipients: Slots?
  var content: Predicate.Content?
  var status: EventStatus?
  var prepositionNouns: [(preposition: Preposition, nouns: NounSet)] = []
  var conditions = 0
  /// How many of the conditions name nouns.
  var nounConditions = 0
  var mode: String?
  var origin: RowOrigin
}

/// A verb that hands the event to a noun: «أجرى محادثات».
struct LightVerb: Sendable {
  enum Position: String, Sendable, CaseIterable {
    case subject, object, preposition
  }

  var origin: RowOrigin
  var preposition: Preposition?
  var position: Position
  /// Whether the verb's subject is the one who acts.
  var actorIsSubject: Bool
  var status: EventStatus?
}
