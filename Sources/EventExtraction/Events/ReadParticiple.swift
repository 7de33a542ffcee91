internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// «مؤكدا أن …», «متعهدين بالبقاء»: a participle used as a verb.
  func readParticiple(_ unit: Int, _ token: Int) {
    guard analysis.traits(token).contains(.participle), !consumed[token],
      analysis.words[token].tag != .verb,
      let reading = participle(token),
      reading.clitics.isDisjoint(with: Clitics.preposition.union(.article)),
      reading.features.contains(.accusative)
        || reading.features.contains(.plural)
        || reading.features.contains(.feminine)
          && analysis.text.tokens[token].spelling.contains(.taMarbuta),
      reading.clitics.isDisjoint(with: .anyPronoun),
      let type = lexicon.predicates[reading.entry].type
    else { return }
    let slots = lexicon.predicates[reading.entry].recipients
    let clause = clause(after: unit)
    let hasContent =
      clause.complement.map { $0 - unit <= 3 } ?? false
      && token == units[unit].tokens.upperBound - 1
      || clause.arguments.first.map { slots.contains($0.preposition ?? .other) }
        ?? false
    guard
      hasContent
        || reading.features.contains(.accusative) && unit > 0 && units[unit - 1].isMark(.comma)
    else { return }
    var event = draft(token, reading, unit, .participle, type, nil)
    event.contentStart = clause.complement
    event.actors = subjectOfParticiple(
      reading.features, speaks: lexicon.predicates[reading.entry].reports)
    for argument in clause.arguments {
      guard let preposition = argument.preposition, slots.contains(preposition),
        let first = argument.mentions.first, isHuman(analysis.mentions[first])
      else { continue }
      event.recipients = participants(argument.mentions, .preposition)
    }
    // «داعيا الدولة إلى …»
    if event.recipients.isEmpty, slots.contains(.object),
      let object = clause.arguments.first, object.preposition == nil, object.unit == unit + 1,
      isRecipient(object, type)
    {
      event.recipients = participants(object.mentions, .object)
    }
    consumed[token] = true
    events.append(event)
  }

  /// The participle that stands where a verb would: accusative, or in agreement with its subject.
  private func participle(_ token: Int) -> CutReading? {
    var best: CutReading?
    for reading in analysis.readings.values(analysis.words[token].readings)
    where reading.category == .activeParticiple
      && lexicon.predicates[reading.entry].type != nil
    {
      if let best, rank(reading.features) <= rank(best.features) { continue }
      best = reading
    }
    return best
  }

  private func rank(_ features: Features) -> Int {
    features.contains(.accusative) ? 2 : features.isDisjoint(with: [.construct, .dual]) ? 1 : 0
  }
}
