internal import ArabicText

/// What a form of the lexicon is.
enum Category: UInt8, Sendable {
  case verb, masdar, activeParticiple, passiveParticiple, eventNoun
  case title, personNoun, organizationNoun, placeNoun, documentNoun
  case nationality, givenName, frameNoun, commonNoun, function
  /// Values of phrases: names of several words or one, and words that tell modes and contexts.
  case name, codeWord

  var isPredicate: Bool { rawValue <= Category.eventNoun.rawValue }
  var isNominal: Bool { self != .verb && self != .function }
}

/// Categories as a set.
struct Categories: OptionSet, Sendable {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }
  init(_ category: Category) { rawValue = 1 << UInt32(category.rawValue) }

  @inline(__always)
  func contains(_ category: Category) -> Bool { contains(Categories(category)) }
}

/// A form's meaning: its category, the entry it belongs to, its features and spelling.
struct Reading: Sendable, Hashable {
  var category: Category
  /// Index into the table of the category.
  var entry: Int32
  var features: Features
  var spelling: Spelling
}

/// What a function word does in its clause, in the order in which readings of one word are tried.
enum FunctionClass: String, Sendable, CaseIterable {
  case complement
  case relative
  case done
  case negationPast = "negation-past"
  case negationFuture = "negation-future"
  case negation
  case future
  case condition = "if"
  case timeConjunction = "time-conj"
  case contrast
  case conjunction = "conj"
  case agent
  case according
  case timePreposition = "time-prep"
  case preposition = "prep"
  case quantifier
  case demonstrative
  case pronoun
  case maybe
  case expected
  case purpose
  case cause
  case coordination
  case negationNoun = "negation-noun"
  case preventive
  case exception
  case speakerTurn = "speaker-turn"
  case question
  case like
  case adverb
  case emphatic
  case vocative

  /// Place in the order of readings.
  var rank: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  /// Whether a pronoun can be written onto it: «له», «أنه», «لكنه», «كله», «بعده».
  var takesPronoun: Bool {
    switch self {
    case .question, .condition, .negation, .negationPast, .negationFuture, .future, .done,
      .relative, .demonstrative, .pronoun, .vocative, .timeConjunction, .purpose:
      false
    default: true
    }
  }

  /// Whether a clause ends before it.
  var opensClause: Bool {
    switch self {
    case .condition, .timeConjunction, .contrast, .conjunction, .according, .question, .purpose,
      .cause, .preventive:
      true
    default: false
    }
  }
}

/// A function word or phrase.
struct FunctionWord: Sendable {
  var functionClass: FunctionClass
  var preposition: Preposition?
  /// «حسبما», «وفقما»: a clause follows rather than a noun.
  var endsInMa: Bool
}
