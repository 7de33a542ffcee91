internal import ArabicText

/// What a form of the lexicon is.
enum Category: UInt8, Sendable {
  case verb, masdar, activeParticiple, passiveParticiple, eventNoun
  case title, personNoun, organizationNoun, placeNoun, documentNoun
  case nationality, givenName, frameNoun, commonNoun, function
  /// Values of phrases: names of several words or one.
  case name

  var isPredicate: Bool { rawValue <= Category.eventNoun.rawValue }
  var isNominal: Bool { self != .verb && self != .function }
}

/// A form's meaning: its category, the entry it belongs to, its features and spelling.
struct Reading: Sendable, Hashable {
  var category: Category
  /// Index into the table of the category.
  var entry: Int32
  var features: Features
  var spelling: Spelling
}

/// What a function word does in its clause.
enum FunctionClass: String, Sendable, CaseIterable {
  case preposition = "prep"
  case conjunction = "conj"
  case coordination
  case relative
  case demonstrative
  case negationPast = "negation-past"
  case negationFuture = "negation-future"
  case negation
  case future
  case maybe
  case done
  case condition = "if"
  case complement
  case adverb
  case timePreposition = "time-prep"
  case according
  case quantifier
  case pronoun
  case question
  case exception
  case agent
}

/// A function word or phrase.
struct FunctionWord: Sendable {
  var lemma: String
  var functionClass: FunctionClass
  var preposition: Preposition?
}
