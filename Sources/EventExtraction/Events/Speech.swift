internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// Gives the events of reported words their speaker, and keeps open quotations open.
  func attributeSpeech() {
    if let open = topic.openSpeaker, topic.isQuoting || analysis.sentences[sentence].kind == .item {
      for index in events.indices where events[index].speaker == nil {
        attribute(index, to: open, .openQuotation)
      }
    } else if analysis.sentences[sentence].kind != .item {
      topic.openSpeaker = nil
    }
    for index in events.indices { attribute(index) }
    attributeHeadline()
    attributeSources()
    for index in events.indices where events[index].speaker == events[index].actors.first?.entity {
      // «مؤكدا أن» goes on with what its own subject says.
      if events[index].type == .state || events[index].form == .participle {
        events[index].speaker = nil
        events[index].reasons.speaker = nil
      }
    }
    carryOver()
  }

  /// «هالة عمران : …»: a headline that opens with who speaks.
  private func attributeHeadline() {
    guard isTitle, units.count > 2, units[1].isMark(.colon), let mention = units[0].mention,
      isHuman(analysis.mentions[mention]), analysis.mentions[mention].kind != .country,
      let speaker = analysis.mentions[mention].entity
    else { return }
    for index in events.indices
    where events[index].unit > 1 && events[index].speaker == nil
      && events[index].actors.first?.entity != speaker
    {
      attribute(index, to: speaker, .headline)
    }
  }

  private func attribute(
    _ index: Int, to speaker: Int, _ rule: SpeakerRule, word: Int? = nil
  ) {
    events[index].speaker = speaker
    events[index].reasons.speaker = rule
    events[index].reasons.speakerWord = word
  }

  /// The reach of one report: from its content to the sentence's end, or to the next report that
  /// the narrator makes.
  private func attribute(_ index: Int) {
    guard events[index].form != .noun, let speaker = events[index].actors.first?.entity,
      lexicon.predicates[events[index].predicate].reports || events[index].content == .said
        || events[index].contentStart != nil && events[index].content != nil
    else { return }
    guard let start = events[index].contentStart else {
      if events[index].type == .state {
        attributeQuotation(before: index, to: speaker)
        topic.speaker = speaker
      }
      return
    }
    let end = contentEnd(index, from: start)
    let opener =
      units[start].isMark([.colon, .openQuote]) || units[start].function == .complement ? 1 : 0
    let statementStart = units[start].tokens.lowerBound + opener
    events[index].statement = statementStart..<units[end - 1].tokens.upperBound
    events[index].isDirect = units[start].isMark([.colon, .openQuote])
    for other in events.indices
    where other != index && events[other].unit >= start && events[other].unit < end {
      attribute(other, to: speaker, .report, word: events[index].trigger)
    }
    topic.speaker = speaker
  }

  private func contentEnd(_ index: Int, from start: Int) -> Int {
    let isQuoted =
      units[start].isMark(.openQuote)
      || start + 1 < units.count && units[start + 1].isMark(.openQuote)
    let speaker = events[index].actors.first?.entity
    for other in events.indices.dropFirst(index + 1)
    where events[other].unit > start && events[other].form != .noun {
      let event = events[other]
      guard !isQuoted || quotesClosed(start, event.unit) else { continue }
      let reports = event.type == .state || event.content == .said
      // Whoever speaks calls himself by no name: where he is named as the doer, the narrator is
      // back, «فيما تحفظت الوزيرة».
      let namesSpeaker = event.actors.contains { $0.entity == speaker && $0.tokens != nil }
      guard reports || event.form == .verb && namesSpeaker else { continue }
      let unit = units[event.unit]
      let before = event.unit > 0 ? units[event.unit - 1] : unit
      let isJoined =
        unit.clitics.contains(.wa) && !unit.clitics.contains(.sa)
        || before.function?.joinsClauses == true
      let isPast =
        analysis.chosen(event.trigger)?.features.contains(.past) ?? (event.form == .participle)
      if isPast, isJoined || event.form == .participle { return event.unit }
    }
    return units.count
  }

  /// «"سنطلق المشروع غدا"، قال رئيس البلدية»: the report stands behind what it reports.
  private func attributeQuotation(before index: Int, to speaker: Int) {
    var close = events[index].unit - 1
    while close >= 0, units[close].isMark(.comma) { close -= 1 }
    guard close > 0, units[close].isMark(.closeQuote),
      let open = units[..<close].lastIndex(where: { $0.isMark(.usualOpenQuote) })
    else { return }
    events[index].statement =
      units[open].tokens.upperBound..<units[close].tokens.lowerBound
    events[index].isDirect = true
    for other in events.indices where (open..<close).contains(events[other].unit) {
      events[other].speaker = speaker
    }
  }

  private func quotesClosed(_ start: Int, _ end: Int) -> Bool {
    units[start..<end].count { $0.isMark(.quotes) } % 2 == 0
  }

  /// «بحسب الشرطة», «وفق ما أكده الناطق», «حسبما ذكر وانغ»: the rest of the sentence is theirs.
  private func attributeSources() {
    for unit in units.indices where units[unit].function == .according {
      var source: Int?
      var reporting: Int?
      let next = unit + 1
      guard next < units.count else { continue }
      // «على حد قوله» speaks of whoever speaks already.
      if let mention = units[next].mention,
        !analysis.words[analysis.mentions[mention].tokens.lowerBound].clitics.isDisjoint(
          with: .anyPronoun)
      {
        continue
      }
      let window = next..<min(units.count, unit + 3)
      if let verb = window.first(where: { units[$0].isVerb }) {
        reporting = events.firstIndex { $0.unit == verb }
        source = reporting.flatMap { events[$0].actors.first?.entity }
      } else if let mention = window.compactMap({ units[$0].mention }).first {
        source = analysis.mentions[mention].entity
      }
      guard let source else { continue }
      for index in events.indices
      where index != reporting && events[index].speaker == nil
        && !(events[index].type == .state && events[index].form == .verb)
        && events[index].actors.first?.entity != source
      {
        attribute(index, to: source, .source, word: units[unit].tokens.lowerBound)
      }
      topic.speaker = source
    }
  }

  /// A report that ends in a colon opens a list or a quotation; quotation marks that stay open
  /// reach into the next sentence.
  private func carryOver() {
    let marks = units.count { $0.isMark(.quotes) }
    if marks % 2 == 1 { topic.isQuoting.toggle() }
    if topic.isQuoting, topic.openSpeaker == nil {
      topic.openSpeaker =
        events.last { $0.contentStart != nil }?.actors.first?.entity ?? topic.speaker
    }
    guard let last = units.last, last.isMark(.colon) else {
      if !topic.isQuoting, analysis.sentences[sentence].kind != .item { topic.openSpeaker = nil }
      return
    }
    topic.openSpeaker =
      events.first { $0.type == .state }?.actors.first?.entity ?? topic.openSpeaker
  }
}

extension FunctionClass {
  fileprivate var joinsClauses: Bool {
    switch self {
    case .conjunction, .coordination, .timeConjunction, .contrast: true
    default: false
    }
  }
}
