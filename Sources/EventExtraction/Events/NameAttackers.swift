internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// «قتل 5 في هجوم شنه مسلحون», «أصيب في غارة للتحالف», «سقط برصاص الجيش»: who killed or wounded is
  /// named with what did so.
  func nameAttackers() {
    for index in events.indices
    where events[index].type == .assault && events[index].actors.isEmpty
      && !events[index].recipients.isEmpty
    {
      let recipients = events[index].recipients
      events[index].actors = arena.filter(attackers(events[index])) { !recipients.contains($0) }
    }
  }

  private func attackers(_ event: EventDraft) -> List<EventDraft.Participant> {
    let clause = clause(after: event.unit)
    for argument in clause.arguments {
      guard
        argument.preposition == .fi || argument.preposition == .bi
          || argument.preposition == .other, let mention = argument.mentions.first
      else { continue }
      if Self.fire.contains(analysis.stems[analysis.mentions[mention].head]) {
        return owner(argument.unit)
      }
      guard let (token, reading) = eventWord(in: analysis.mentions[mention]),
        lexicon.predicates[reading.entry].type == .assault,
        // «في مقتل», «بجروح» name what was suffered.
        lexicon.predicates[reading.entry].recipients != .object, token != event.trigger
      else { continue }
      let doers = relativeDoer(argument.unit)
      return doers.isEmpty ? arena.filter(genitive(of: argument.unit)) { isForce($0) } : doers
    }
    return List()
  }

  /// «رصاص الشرطة»: the noun phrase in the genitive behind a weapon, or the one inside its phrase.
  private func owner(_ unit: Int) -> List<EventDraft.Participant> {
    guard unit + 1 < units.count, let next = units[unit + 1].mention,
      !units[unit + 1].hasConjunction, units[unit + 1].attachedPreposition == nil
    else { return List() }
    return arena.filter(participants(next, .genitive)) { isForce($0) }
  }

  /// Those who bear arms or sit in government rather than those whom it befalls.
  private func isForce(_ participant: EventDraft.Participant) -> Bool {
    guard let token = participant.tokens?.lowerBound, analysis.mentionAt[token] >= 0 else {
      return false
    }
    let sector = analysis.mentions[Int(analysis.mentionAt[token])].sector
    return sector.map(Self.forces.contains) ?? false
  }

  private static let forces = Code.set("COP MIL SPY UAF REB")
  private static let fire = WordSet(of: "رصاص نيران نار قذائف صواريخ غارات مدفعية")
}
