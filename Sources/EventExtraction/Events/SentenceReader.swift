internal import ArabicText
internal import Contracts

/// Reads the events of one sentence after the other.
final class SentenceReader {
  let analysis: Analysis
  @exclusivity(unchecked) private(set) var sentence = 0
  @exclusivity(unchecked) private(set) var units = List<Unit>()
  /// Of the sentence, as far as they are read.
  @exclusivity(unchecked) var events: [EventDraft] = []
  /// Words that were turned down, where somebody asks.
  @exclusivity(unchecked) var rejections: [Rejection] = []
  /// By token: those that are already triggers, or belong to one.
  @exclusivity(unchecked) var consumed: [Bool]
  /// The subjects of the verbs so far, in their order.
  @exclusivity(unchecked) var subjects: [KnownSubject] = []
  /// The sentences before this one were asked for the causes of deaths and injuries.
  @exclusivity(unchecked) var searchedForHarm = 0
  /// Who spoke or acted last before this sentence.
  @exclusivity(unchecked) var topic = Topic()

  init(_ analysis: Analysis) {
    self.analysis = analysis
    consumed = Array(repeating: false, count: analysis.words.count)
    events.reserveCapacity(32)
    subjects.reserveCapacity(32)
  }

  var lexicon: Lexicon { analysis.lexicon }
  var arena: Arena { analysis.arena }
  var isTitle: Bool { analysis.sentences[sentence].kind == .title }

  func read(_ sentence: Int) {
    self.sentence = sentence
    units = analysis.units(of: sentence)
    analysis.clauses.removeAll()
    analysis.clauseAt.fill(-1, count: units.count)
    events.removeAll(keepingCapacity: true)
    subjects.removeAll(keepingCapacity: true)
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
    guard !events.isEmpty else { return }
    nameAttackers()
    setByDescription()
    shareAsides()
    handOnPlaces()
  }

  /// The clause behind a unit, which is read once.
  func clause(after unit: Int) -> Clause {
    let known = Int(analysis.clauseAt[unit])
    if known >= 0 { return analysis.clauses[known] }
    let clause = analysis.clause(after: unit, in: units)
    analysis.clauseAt[unit] = Int32(analysis.clauses.count)
    analysis.clauses.append(clause)
    return clause
  }

  /// - Parameter rule: how they were found.
  func participants(
    _ mentions: List<Int>, _ rule: ParticipantRule
  ) -> List<EventDraft.Participant> {
    arena.map(mentions) { participant($0, rule) }
  }

  func participants(_ mention: Int, _ rule: ParticipantRule) -> List<EventDraft.Participant> {
    participant(mention, rule).map { arena.list(of: $0) } ?? List()
  }

  private func participant(
    _ mention: Int, _ rule: ParticipantRule
  ) -> EventDraft.Participant? {
    analysis.mentions[mention].entity.map {
      .init(entity: $0, tokens: analysis.mentions[mention].tokens, rule: rule)
    }
  }

  /// The same ones where their words do not stand.
  func told(
    _ participants: List<EventDraft.Participant>, _ rule: ParticipantRule
  ) -> List<EventDraft.Participant> {
    arena.map(participants) { .init(entity: $0.entity, tokens: nil, rule: rule) }
  }

  func consume(_ tokens: Range<Int>) {
    for token in tokens { consumed[token] = true }
  }

  /// Notes a word that is no event here, if anybody asks.
  func turnDown(_ token: Int, _ predicate: Int, _ reason: Rejection.Reason) {
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
