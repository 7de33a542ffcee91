internal import ArabicText
internal import Contracts

/// Gives each quantity to the event whose phrase or clause holds it.
extension Analysis {
  func readQuantities(_ words: QuantityWords) {
    guard !events.isEmpty else { return }
    let scan = QuantityScan(self, words)
    var first = 0
    for sentence in sentences.indices {
      while first < events.count, events[first].sentence < sentence { first += 1 }
      var end = first
      while end < events.count, events[end].sentence == sentence { end += 1 }
      guard first < end else { continue }
      let drafts = scan.quantities(in: sentences[sentence].tokens)
      let units = units(of: sentence)
      for draft in drafts {
        guard let event = holder(of: draft, among: first..<end, units) else { continue }
        var draft = draft
        settle(&draft, events[event], words)
        if draft.unit != nil { events[event].quantities.append(draft) }
      }
      first = end
    }
  }

  private func holder(
    of draft: QuantityDraft, among range: Range<Int>, _ units: List<Unit>
  ) -> Int? {
    let token = draft.tokens.lowerBound
    // What is counted may itself be the trigger: «12 قتيلا».
    if let own = range.first(where: { draft.tokens.contains(events[$0].trigger) }) { return own }
    guard let unit = units.firstIndex(where: { $0.tokens.contains(token) }) else { return nil }
    // Nearest before it in its clause.
    var carrier: Int?
    let opening = draft.opening ?? token
    for at in stride(from: unit, through: 0, by: -1) {
      let held = range.last {
        units[at].tokens.contains(events[$0].trigger) && events[$0].trigger < token
      }
      if let held { return held }
      guard at < unit, units[at].tokens.lowerBound < opening else { continue }
      if units[at].isVerb {
        carrier = units[at].tokens.lowerBound
        break
      }
      if units[at].function == .complement || units[at].function == .relative
        || units[at].function?.opensClause == true || units[at].isMark(.clauseEnd)
      {
        break
      }
    }
    // The noun that a light verb before it carries: «أسفر … 3 قتلى عن مقتل».
    if let carrier, let carried = range.first(where: { events[$0].reasons.carrier == carrier }) {
      return carried
    }
    if carrier != nil { return nil }
    // A clause that opens with the number: «12 شخصا قتلوا».
    for at in unit..<units.count {
      if let ahead = range.first(where: { units[at].tokens.contains(events[$0].trigger) }) {
        return ahead
      }
      if units[at].function == .complement || units[at].isMark(.clauseEnd) { return nil }
    }
    return nil
  }

  /// What the event tells of a quantity: bare numbers are of people where people suffer it, and
  /// people are counted by what befell them.
  private func settle(
    _ draft: inout QuantityDraft, _ event: EventDraft, _ words: QuantityWords
  ) {
    let befalls: Bool =
      switch event.type {
      case .assault, .incident, .coerce, .retreat, .aid: true
      default: false
      }
    let acts =
      !event.recipients.isEmpty
      && event.actors.contains { $0.tokens?.overlaps(draft.tokens) ?? false }
    if draft.unit == nil, befalls { draft.unit = "person" }
    guard draft.unit == "person", befalls, !acts else { return }
    let done = effect(before: draft.tokens.lowerBound, from: event.trigger, words)
    switch (draft.effect, done) {
    // «الإفراج عن 120 معتقلا»
    case (.arrested, .released), (.abducted, .released), (.missing, .rescued), (nil, _):
      draft.effect = done
    default: break
    }
  }

  /// By the nearest word before the number that says what is done to people, the event's own else.
  private func effect(
    before token: Int, from trigger: Int, _ words: QuantityWords
  ) -> Quantity.Effect? {
    for at in stride(from: token - 1, through: max(trigger + 1, token - 8), by: -1)
    where at > trigger {
      for reading in self.words[at].readings {
        let entry = readings[reading]
        guard [.masdar, .eventNoun, .verb].contains(entry.category) else { continue }
        if let effect = words.effects[lexicon.predicates[entry.entry].lemma] { return effect }
      }
    }
    for reading in self.words[trigger].readings {
      let entry = readings[reading]
      guard [.masdar, .eventNoun, .verb].contains(entry.category) else { continue }
      if let effect = words.effects[lexicon.predicates[entry.entry].lemma] { return effect }
    }
    return nil
  }

  func contractQuantities(_ event: Int) -> [Quantity] {
    guard !events[event].quantities.isEmpty else { return [] }
    return events[event].quantities.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
      .compactMap { draft in
        draft.unit.map {
          Quantity(
            kind: draft.kind, value: draft.value, upper: draft.upper, unit: $0, bound: draft.bound,
            effect: draft.effect, start: scalarStart(draft.tokens) + draft.lead,
            end: scalarEnd(draft.tokens))
        }
      }
  }
}
