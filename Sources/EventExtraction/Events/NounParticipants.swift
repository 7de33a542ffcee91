internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// Participants of a noun: its genitive or pronoun, and the prepositions of its verb.
  func fill(_ event: inout EventDraft, _ reading: CutReading) {
    let clause = clause(after: event.unit)
    let genitive = genitive(of: event.unit)
    let owner =
      genitive.isEmpty
      ? pronounAntecedent(event.trigger, reading.clitics, .possessor) : genitive
    let suffers = event.slots.contains(.object) || event.type == .incident
    if suffers, event.type != .consult, let other = sufferer(clause, event) {
      // «قصف الطائرات للمدينة», «اعتداء أستاذ على طالبة»
      event.actors = arena.filter(owner) { isHumanHere($0) }
      event.recipients = other
    } else if suffers && event.type != .consult {
      event.recipients = arena.filter(owner) {
        isHumanHere($0) || event.type == .assault || isCount($0)
      }
    } else if event.actors.isEmpty {
      event.actors = arena.filter(owner) { isHumanHere($0) }
    }
    for argument in clause.arguments {
      guard let preposition = argument.preposition, event.slots.contains(preposition),
        event.recipients.isEmpty, let first = argument.mentions.first,
        isHuman(analysis.mentions[first]) || event.type == .assault
      else { continue }
      event.recipients = participants(argument.mentions, .preposition)
    }
    if event.actors.isEmpty { event.actors = agents(clause) }
    if event.actors.isEmpty { event.actors = relativeDoer(event.unit) }
    joinParticipants(&event, clause)
    let rest = event.trigger + 1..<units[event.unit].tokens.upperBound
    if !rest.isEmpty { event.object = rest }
    if event.time == nil { setTimeAndPlace(&event, clause) }
  }

  /// Whether a participant is somebody by the words that stand here, else by all that is told.
  private func isHumanHere(_ participant: EventDraft.Participant) -> Bool {
    mention(of: participant).map { isHuman($0) } ?? isHuman(participant)
  }

  /// «إصابة 7»: a number by itself counts people.
  private func isCount(_ participant: EventDraft.Participant) -> Bool {
    mention(of: participant).map { isBareNumber($0) } ?? false
  }

  private func mention(of participant: EventDraft.Participant) -> Mention? {
    guard let token = participant.tokens?.lowerBound, analysis.mentionAt[token] >= 0 else {
      return nil
    }
    return analysis.mentions[Int(analysis.mentionAt[token])]
  }

  /// Whom a noun's ل names beside a genitive that does it.
  private func sufferer(_ clause: Clause, _ event: EventDraft) -> List<EventDraft.Participant>? {
    switch event.type {
    case .assault, .coerce, .accuse, .support: break
    default: return nil
    }
    guard event.unit + 1 < units.count,
      let owner = units[event.unit + 1].mention, analysis.isGenitive(event.unit + 1, units),
      !analysis.mentions[owner].hasNumber,
      let argument = clause.arguments.first, argument.unit <= event.unit + 2,
      argument.preposition == .li, let first = argument.mentions.first
    else { return nil }
    let mention = analysis.mentions[first]
    guard isHuman(mention) || mention.kind == .place || mention.hasNumber else { return nil }
    return participants(argument.mentions, .preposition)
  }

  /// «غارة شنتها طائرات», «عملية قام بها مسلحون»: the subject of the light verb that describes it.
  func relativeDoer(_ unit: Int) -> List<EventDraft.Participant> {
    var at = unit + 1
    while at < units.count, at <= unit + 3, !units[at].isVerb {
      if units[at].mention != nil, !analysis.isGenitive(at, units) { return List() }
      at += 1
    }
    guard at < units.count, units[at].isVerb,
      let verb = analysis.reading(units[at].tokens.lowerBound, .verb),
      lexicon.predicates[verb.entry].lights.contains(where: { $0.actorIsSubject })
    else { return List() }
    let clause = clause(after: at)
    let resumes =
      hasObjectPronoun(units[at].tokens.lowerBound)
      || clause.arguments.first.map { $0.preposition != nil && $0.mentions.isEmpty } ?? false
    guard resumes, let doer = clause.bare.first else { return List() }
    return participants(arena.filter(doer.mentions) { !isAppellation($0) }, .behindVerb)
  }

  /// «أطلق عليها اسم …»: what it is called did not do it.
  private func isAppellation(_ mention: Int) -> Bool {
    Self.appellations.contains(analysis.stems[analysis.mentions[mention].head])
  }

  private static let appellations = WordSet(of: "اسم تسمية لقب شعار")

  /// The noun phrase in the genitive behind the phrase that names an event, with those joined to it.
  func genitive(of unit: Int) -> List<EventDraft.Participant> {
    guard unit + 1 < units.count, analysis.isGenitive(unit + 1, units) else { return List() }
    var next = unit + 2
    while next < units.count, let mention = units[next].mention, units[next].hasConjunction,
      units[next].attachedPreposition == nil,
      !analysis.isEventNoun(analysis.mentions[mention].head)
    {
      next += 1
    }
    return participants(
      arena.list(units[unit + 1..<next].lazy.compactMap(\.mention)), .genitive)
  }
}
