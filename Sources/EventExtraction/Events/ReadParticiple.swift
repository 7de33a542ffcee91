internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// «مؤكدا أن …», «متعهدين بالبقاء»: a participle used as a verb.
  mutating func readParticiple(_ unit: Int, _ token: Int) {
    guard !consumed.contains(token), analysis.words[token].tag != .verb,
      let reading = participle(token),
      reading.clitics.isDisjoint(with: Clitics.preposition.union(.article)),
      reading.features.contains(.accusative)
        || reading.features.contains(.plural)
        || reading.features.contains(.feminine)
          && analysis.text.tokens[token].spelling.contains(.taMarbuta),
      reading.clitics.isDisjoint(with: .anyPronoun),
      let type = lexicon.predicates[reading.entry].type
    else { return }
    let predicate = lexicon.predicates[reading.entry]
    let clause = analysis.clause(after: unit, in: units)
    let hasContent =
      clause.complement.map { $0 - unit <= 3 } ?? false
      && token == units[unit].tokens.upperBound - 1
      || clause.arguments.first.map { predicate.recipients.contains($0.preposition ?? .other) }
        ?? false
    guard
      hasContent
        || reading.features.contains(.accusative) && unit > 0 && units[unit - 1].isMark("،,")
    else { return }
    var event = EventDraft(
      trigger: token, sentence: sentence, unit: unit, predicate: reading.entry, form: .participle,
      type: type, mode: predicate.mode, content: predicate.content, status: .actual,
      contexts: predicate.contexts)
    event.contentStart = clause.complement
    event.actors = subjectOfParticiple(
      reading.features, speaks: predicate.reports)
    for argument in clause.arguments {
      guard let preposition = argument.preposition, predicate.recipients.contains(preposition),
        let first = argument.mentions.first, isHuman(analysis.mentions[first])
      else { continue }
      event.recipients = participants(argument.mentions, .preposition)
    }
    // «داعيا الدولة إلى …»
    if event.recipients.isEmpty, predicate.recipients.contains(.object),
      let object = clause.arguments.first, object.preposition == nil, object.unit == unit + 1,
      isRecipient(object, type)
    {
      event.recipients = participants(object.mentions, .object)
    }
    consumed.insert(token)
    events.append(event)
  }

  /// The participle that stands where a verb would: accusative, or in agreement with its subject.
  private func participle(_ token: Int) -> CutReading? {
    analysis.words[token].readings.map { analysis.readings[$0] }
      .filter { $0.category == .activeParticiple && lexicon.predicates[$0.entry].type != nil }
      .max { rank($0.features) < rank($1.features) }
  }

  private func rank(_ features: Features) -> Int {
    features.contains(.accusative) ? 2 : features.isDisjoint(with: [.construct, .dual]) ? 1 : 0
  }
}
