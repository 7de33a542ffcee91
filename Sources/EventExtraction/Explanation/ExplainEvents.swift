internal import ArabicText
internal import Contracts

extension Analysis {
  /// The reasons of every event, in the words of their rules.
  ///
  /// - Parameter parsed: what this analysis assembled to.
  func explanation(of parsed: ParsedArticle) -> Explanation {
    Explanation(
      article: parsed,
      events: zip(events, parsed.events).map { explain($0, $1, parsed) },
      rejections: rejections.map { rejection in
        let predicate = lexicon.predicates[rejection.predicate]
        return .init(
          word: word(rejection.token),
          sentence: sentences.firstIndex { $0.tokens.contains(rejection.token) } ?? 0,
          reason: rejection.reason.rawValue, entry: entry(predicate.origin, predicate.lemma))
      })
  }

  private func explain(
    _ draft: EventDraft, _ event: ParsedEvent, _ parsed: ParsedArticle
  ) -> Explanation.Event {
    let tokens = sentences[draft.sentence].tokens
    let start = scalarStart(tokens)
    let names = Dictionary(parsed.entities.map { ($0.id, $0.name) }) { first, _ in first }
    return .init(
      event: event, sentence: text.text(tokens),
      trigger: .init(start: event.trigger.start - start, end: event.trigger.end - start),
      reasons: [typeReason(draft), modeReason(draft), contextsReason(draft), statusReason(draft)]
        .compactMap(\.self) + participantReasons(draft, event, names)
        + settingReasons(draft, event, names) + [confidenceReason(draft)])
  }

  private func typeReason(_ event: EventDraft) -> Explanation.Reason {
    let predicate = lexicon.predicates[event.predicate]
    var entries = [entry(predicate.origin, predicate.lemma)]
    if let frame = event.reasons.frame { entries.insert(lexicon.place(frame), at: 0) }
    if let light = event.reasons.light { entries.append(lexicon.place(light)) }
    let rule: String
    switch event.form {
    case .verb where event.reasons.frame != nil: rule = "a frame of the verb holds"
    case .verb where predicate.type == nil:
      rule = "the sentence names the verb's subject as its source"
    case .verb: rule = "the verb's own type"
    case .participle: rule = "a participle used as a verb"
    case .light: rule = "a light verb hands its event to the noun"
    case .noun: rule = "the noun names the event by itself"
    }
    return .init(
      part: "type", value: event.type.rawValue, rule: rule,
      words: event.reasons.carrier.map(word), entries: entries)
  }

  private func modeReason(_ event: EventDraft) -> Explanation.Reason? {
    event.mode.map {
      .init(
        part: "mode", value: $0, rule: event.reasons.mode?.rawValue,
        words: event.reasons.modeWord.map(word),
        entries: event.reasons.modeEntry.map { [lexicon.place($0)] } ?? [])
    }
  }

  private func contextsReason(_ event: EventDraft) -> Explanation.Reason? {
    guard !event.contexts.isEmpty else { return nil }
    var entries: [String] = []
    for token in sentences[event.sentence].tokens {
      for match in phrases(at: token) where match.value.category == .codeWord {
        let word = lexicon.codeWords[Int(match.value.entry)]
        let line = entry(word.origin, text.text(match.tokens))
        if !word.contexts.isEmpty, !entries.contains(line) { entries.append(line) }
      }
    }
    return .init(
      part: "contexts", value: event.contexts.joined(separator: ", "),
      rule: "the entry's, then those of the sentence's words, of the title and of most sentences",
      entries: entries)
  }

  private func statusReason(_ event: EventDraft) -> Explanation.Reason {
    .init(
      part: "status", value: event.status.rawValue, rule: event.reasons.status.rawValue,
      words: event.reasons.statusWord.map(word), entries: [])
  }

  private func confidenceReason(_ event: EventDraft) -> Explanation.Reason {
    var parts: [String] = []
    weigh(event) { part in
      if part.points != 0 {
        parts.append("\(part.points > 0 ? "+" : "−")\(abs(part.points)) \(part.rawValue)")
      }
    }
    return .init(
      part: "confidence", value: "\(event.confidence)", rule: parts.joined(separator: ", "),
      entries: [])
  }

  func word(_ token: Int) -> String { text.text(token..<token + 1) }

  func entry(_ origin: RowOrigin, _ words: String) -> String {
    "\(lexicon.place(origin)) «\(words)»"
  }
}
