internal import ArabicText
internal import Contracts

/// Reads the events of one sentence.
struct SentenceReader {
  let analysis: Analysis
  let sentence: Int
  let units: [Unit]
  var events: [EventDraft] = []
  /// Words that were turned down, where somebody asks.
  var rejections: [Rejection] = []
  /// Tokens that are already triggers, or belong to one.
  var consumed: Set<Int> = []
  /// The subjects of the verbs so far, in their order.
  var subjects: [KnownSubject] = []
  /// Who spoke or acted last before this sentence.
  var topic: Topic

  init(_ analysis: Analysis, sentence: Int, topic: Topic) {
    self.analysis = analysis
    self.sentence = sentence
    self.topic = topic
    units = analysis.units(of: sentence)
  }

  var lexicon: Lexicon { analysis.lexicon }
  var isTitle: Bool { analysis.sentences[sentence].kind == .title }

  mutating func read() {
    for index in units.indices {
      switch units[index].kind {
      case .verb: readVerb(index)
      case .mention, .other: readNominals(index)
      case .preposition: readPurpose(index)
      default: break
      }
    }
    events.sort { $0.trigger < $1.trigger }
    leaveOutPlay()
    leaveOutFestivals()
    settleHarm()
    nameAttackers()
    setByDescription()
    shareAsides()
    handOnPlaces()
  }

  /// - Parameter rule: how they were found.
  func participants(
    _ mentions: [Int], _ rule: ParticipantRule
  ) -> [EventDraft.Participant] {
    mentions.compactMap { index in
      analysis.mentions[index].entity.map {
        .init(entity: $0, tokens: analysis.mentions[index].tokens, rule: rule)
      }
    }
  }

  /// Notes a word that is no event here, if anybody asks.
  mutating func turnDown(_ token: Int, _ predicate: Int, _ reason: Rejection.Reason) {
    guard analysis.isExplaining else { return }
    rejections.append(Rejection(token: token, predicate: predicate, reason: reason))
  }
}

/// What the discourse is about: antecedents for verbs without a subject.
struct Topic: Sendable {
  /// The last one whose words were reported.
  var speaker: Int?
  /// The last subject of a verb.
  var subject: Int?
  /// Whose quotation or list is still open.
  var openSpeaker: Int?
  var isQuoting = false
  /// Whether the deaths and injuries told last were an attack's or an accident's.
  var harm: EventType?
}
