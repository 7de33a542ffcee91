/// Which rules made an event what it is: for whoever asks why, and for how sure it is.
///
/// A few bytes for each event, written while it is read; their words are only for those who ask.
struct Reasons: Sendable {
  /// The line of the frame that gave the type.
  var frame: RowOrigin?
  /// The line that made a verb hand its event to the trigger.
  var light: RowOrigin?
  /// The token of that verb.
  @SomeIndex var carrier: Int? = nil
  var mode: ModeRule?
  /// The token that gave the mode, and its line.
  @SomeIndex var modeWord: Int? = nil
  var modeEntry: RowOrigin?
  var voice = Voice.active
  var status = StatusRule.told
  /// The token that gave the status.
  @SomeIndex var statusWord: Int? = nil
  var time: TimeRule?
  var place: PlaceRule?
  var speaker: SpeakerRule?
  /// The token that says who speaks.
  @SomeIndex var speakerWord: Int? = nil
}

/// How a participant was found.
enum ParticipantRule: String, Sendable {
  case behindVerb = "the noun phrase behind the verb, with which it agrees"
  case beforeVerb = "the noun phrase at the head of the clause, before the verb"
  case relative = "the noun phrase that the relative clause describes"
  case joinedVerb = "the subject of an earlier verb of the sentence"
  case lastSpeaker = "the last one whose words were reported"
  case lastSubject = "the subject of the last verb before this sentence"
  case precedingSubject = "the subject of the verb that the participle goes with"
  case object = "the noun phrase in the verb's object"
  case objectPronoun = "whom the pronoun on the verb stands for"
  case relativeObject = "the relative clause's noun, resumed by the verb's pronoun"
  case preposition = "the noun phrase behind a preposition that the entry governs"
  case visitor = "the noun phrase behind a host's verb: the visitor"
  case company = "the noun phrase behind مع or بين"
  case agent = "the noun phrase behind «من قبل», «على يد» or the like"
  case genitive = "the genitive behind the noun"
  case possessor = "whom the pronoun on the noun stands for"
}

/// What a verb's form makes of its subject.
enum Voice: String, Sendable {
  case active
  case passiveForm = "the verb's form is passive, so its subject is whom it befalls"
  case passiveSense =
    "the verb is read as passive: its only noun phrase is one that suffers such things"
  case affected = "the entry says that it befalls its subject"
  case host = "the entry says that its subject is the host"
}

/// Why an event has its mode.
enum ModeRule: String, Sendable {
  case entry = "the entry's line says so"
  case frame = "the frame's line says so"
  case word = "the nearest word that tells a mode of this type"
  case many = "three or more meet"
  case thirdCountry = "they meet in a country that is none of theirs"
}

/// Why an event has its status.
enum StatusRule: String, Sendable {
  case told = "told as a fact"
  case negation = "a word of negation before it"
  case futureMark = "a mark of the future before it"
  case maybe = "a word of possibility before it"
  case expected = "a word of expectation before it"
  case purpose = "a word of purpose or prevention before it"
  case condition = "a condition opens its clause"
  case fulfilment = "قد before an imperfect"
  case content = "what the governing verb tells of its content"
  case subjunctive = "أن with an imperfect tells what may be"
  case attachedLi = "ل on the verb tells a purpose"
  case governor = "the word that governs the noun"
  case adjective = "an adjective that says it is to come"
  case lightVerb = "the light verb's line says so"
  case frame = "the frame's line says so"
}

enum TimeRule: String, Sendable {
  case inClause = "the first date of its clause"
  case beforeVerb = "a date at the head of its clause"
  case aside = "a date between commas before what is reported"
  case shared = "a date told aside at the sentence's end, for all events before it"
}

enum PlaceRule: String, Sendable {
  case inClause = "the first place of its clause"
  case headline = "the headline opens with its place"
  case visited = "what is visited is a place"
  case subject = "the subject of a verb such as «شهد»"
  case whereClause = "the place that «حيث» takes up"
  case affected = "the place that is seized, shut or left"
  case here = "«هنا», the place of the dateline"
  case handedOn = "the place of the verb that و joins it to"
  case shared = "a place told aside at the sentence's end, for all events before it"
}

enum SpeakerRule: String, Sendable {
  case report = "it stands in what the verb reports"
  case openQuotation = "a quotation or list is still open"
  case headline = "the headline opens with who speaks"
  case source = "the sentence names its source"
}

/// A word that could have been an event and was turned down.
struct Rejection: Sendable {
  enum Reason: String, Sendable {
    case noEvent = "none of its frames that give an event holds, or one holds that gives none"
    case impersonal = "nobody is said to speak"
    case describes = "it only describes an event that its relative clause belongs to"
    case lifeless = "its subject is a thing, which cannot do this"
    case festival = "the sentence or the title speaks of culture, where it names a festival"
    case play = "the sentence speaks of sport, where it tells of play"
    case handedOn = "it hands its event to the noun that it carries"
    case mentioned =
      "a noun that no headline, word of time, verb of saying or light verb makes an event here"
  }

  var token: Int
  /// Index into the lexicon's predicates.
  var predicate: Int
  var reason: Reason
}
