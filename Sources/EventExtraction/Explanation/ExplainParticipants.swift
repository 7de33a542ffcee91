internal import ArabicText
internal import Contracts

extension Analysis {
  func participantReasons(
    _ draft: EventDraft, _ event: ParsedEvent, _ names: [String: String]
  ) -> [Explanation.Reason] {
    var reasons: [Explanation.Reason] = []
    let drafts = Array(draft.actors) + Array(draft.recipients)
    for (participant, parsed) in zip(drafts, event.participants) {
      reasons.append(
        .init(
          part: parsed.role.rawValue, value: names[parsed.entity] ?? parsed.entity,
          rule: participant.rule?.rawValue, words: participant.tokens.map { text.text($0) },
          entries: entries(of: participant)))
    }
    if draft.reasons.voice != .active {
      reasons.append(
        .init(
          part: "voice", value: "\(draft.reasons.voice)", rule: draft.reasons.voice.rawValue,
          entries: []))
    }
    return reasons
  }

  /// Object, time, place and speaker.
  func settingReasons(
    _ draft: EventDraft, _ event: ParsedEvent, _ names: [String: String]
  ) -> [Explanation.Reason] {
    var reasons: [Explanation.Reason] = []
    if let object = draft.object, event.object != nil {
      reasons.append(
        .init(
          part: "object", value: text.text(object),
          rule: "what the verb governs, or the noun's own words",
          entries: []))
    }
    if let time = draft.time {
      reasons.append(
        .init(
          part: "time", value: times[time].value ?? "not known",
          rule: draft.reasons.time?.rawValue, words: text.text(times[time].tokens), entries: []))
    }
    if let place = draft.place {
      reasons.append(
        .init(
          part: "place", value: text.text(mentions[place].tokens),
          rule: draft.reasons.place?.rawValue, entries: entries(of: mentions[place])))
    }
    if let speaker = event.speaker {
      reasons.append(
        .init(
          part: "speaker", value: names[speaker] ?? speaker,
          rule: draft.reasons.speaker?.rawValue, words: draft.reasons.speakerWord.map(word),
          entries: []))
    }
    return reasons
  }

  private func entries(of participant: EventDraft.Participant) -> [String] {
    let best = entities[participant.entity].best
    if let tokens = participant.tokens,
      let mention = mentions(in: tokens).first.map({ mentions[$0] })
    {
      return entries(of: mention)
    }
    return best >= 0 ? entries(of: mentions[best]) : []
  }

  /// The lines that know a mention: its name, or the noun that governs it.
  private func entries(of mention: Mention) -> [String] {
    if let name = mention.lexiconName {
      return [entry(lexicon.names[name].origin, lexicon.names[name].text)]
    }
    let nouns: Set<Category> = [
      .title, .personNoun, .organizationNoun, .placeNoun, .documentNoun,
    ]
    let phrase = phrases(at: mention.head).last { nouns.contains($0.value.category) }
    let word = words[mention.head].readings.first { nouns.contains(readings[$0].category) }
    guard let noun = phrase.map({ Int($0.value.entry) }) ?? word.map({ readings[$0].entry }) else {
      return []
    }
    return [entry(lexicon.nouns[noun].origin, lexicon.nouns[noun].lemma)]
  }
}
