internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// «قتل 5 في هجوم شنه مسلحون», «أصيب في غارة للتحالف», «سقط برصاص الجيش»: who killed or wounded is
  /// named with what did so.
  mutating func nameAttackers() {
    for index in events.indices
    where events[index].type == .assault && events[index].actors.isEmpty
      && !events[index].recipients.isEmpty
    {
      let doers = attackers(events[index])
      events[index].actors = doers.filter { !events[index].recipients.contains($0) }
    }
  }

  private func attackers(_ event: EventDraft) -> [EventDraft.Participant] {
    let clause = analysis.clause(after: event.unit, in: units)
    for argument in clause.arguments {
      guard
        argument.preposition == .fi || argument.preposition == .bi
          || argument.preposition == .other, let mention = argument.mentions.first
      else { continue }
      if Self.fire.contains(analysis.foldedStem(analysis.mentions[mention].head)) {
        return owner(argument.unit)
      }
      guard let (token, reading) = eventWord(in: analysis.mentions[mention]),
        lexicon.predicates[reading.entry].type == .assault,
        // «في مقتل», «بجروح» name what was suffered.
        lexicon.predicates[reading.entry].recipients != .object, token != event.trigger
      else { continue }
      let doers = relativeDoer(argument.unit)
      return doers.isEmpty ? genitive(of: argument.unit).filter { isForce($0) } : doers
    }
    return []
  }

  /// «رصاص الشرطة»: the noun phrase in the genitive behind a weapon, or the one inside its phrase.
  private func owner(_ unit: Int) -> [EventDraft.Participant] {
    guard unit + 1 < units.count, let next = units[unit + 1].mention,
      !units[unit + 1].hasConjunction, units[unit + 1].attachedPreposition == nil
    else { return [] }
    return participants([next], .genitive).filter { isForce($0) }
  }

  /// Those who bear arms or sit in government rather than those whom it befalls.
  private func isForce(_ participant: EventDraft.Participant) -> Bool {
    guard let token = participant.tokens?.lowerBound, analysis.mentionAt[token] >= 0 else {
      return false
    }
    let mention = analysis.mentions[Int(analysis.mentionAt[token])]
    return ["COP", "MIL", "SPY", "UAF", "REB"].contains(mention.sector ?? "")
  }

  private static let fire: Set<[UInt8]> = Set(
    ["رصاص", "نيران", "نار", "قذائف", "صواريخ", "غارات", "مدفعية"].map { Letter.fold($0) })
}
