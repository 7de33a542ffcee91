internal import ArabicText
internal import Contracts

extension Analysis {
  /// Settles an event's mode: what its frame or entry says, else what the words around it tell, else
  /// who meets where.
  func setMode(_ index: Int) {
    let event = events[index]
    let modes = PLOVER.modes(of: event.type)
    if let mode = event.mode, modes.contains(mode) {
      let isEntrys = lexicon.predicates[event.predicate].mode == mode
      events[index].reasons.mode = isEntrys ? .entry : .frame
      return
    }
    events[index].mode = nil
    // What is denied is no demand that could be refused.
    let denies = event.type == .reject && event.content == .negated
    guard !modes.isEmpty, !denies else { return }
    if let (token, word) = modeWord(index) {
      events[index].mode = word.mode
      events[index].reasons.mode = .word
      events[index].reasons.modeWord = token
      events[index].reasons.modeEntry = word.origin
    } else if event.type == .consult, let (mode, rule) = meeting(event) {
      events[index].mode = mode
      events[index].reasons.mode = rule
    }
  }

  /// Words farther off than this rarely speak of the event.
  private static let farthest = 20

  /// The nearest word that tells a mode of the event's type, before or behind its trigger, but for
  /// what is asked, refused or threatened, which stands behind.
  private func modeWord(_ index: Int) -> (Int, CodeWord)? {
    let event = events[index]
    let reach = reach(index)
    let looksBack = ![.request, .reject, .threaten].contains(event.type)
    let farthest = max(reach.upperBound - event.trigger, event.trigger - reach.lowerBound)
    for distance in 0...min(farthest, Self.farthest) {
      if let word = modeWord(at: event.trigger + distance, in: reach, event.type) {
        return (event.trigger + distance, word)
      }
      if looksBack, let word = modeWord(at: event.trigger - distance, in: reach, event.type) {
        return (event.trigger - distance, word)
      }
    }
    return nil
  }

  /// The mode that the longest word at a token tells. A word inside a name tells none.
  private func modeWord(at token: Int, in reach: Range<Int>, _ type: EventType) -> CodeWord? {
    guard reach.contains(token), nameAt[token] < 0 else { return nil }
    var best: (CodeWord, Int)?
    for match in phrases(at: token) where match.value.category == .codeWord {
      let word = lexicon.codeWords[Int(match.value.entry)]
      guard word.type == type, match.tokens.upperBound <= reach.upperBound,
        match.tokens.count > best?.1 ?? 0
      else { continue }
      best = (word, match.tokens.count)
    }
    return best?.0
  }

  /// The tokens around a trigger that can speak of its event: up to full stops and colons, and to
  /// triggers of other types.
  private func reach(_ index: Int) -> Range<Int> {
    let event = events[index]
    let sentence = sentences[event.sentence].tokens
    var start = event.trigger
    var end = event.trigger + 1
    let before = events[..<index].reversed().prefix { $0.sentence == event.sentence }
      .first { $0.type != event.type }?.trigger
    let isContent = [.request, .reject, .threaten].contains(event.type)
    let behind =
      isContent
      ? nil
      : events[(index + 1)...].prefix { $0.sentence == event.sentence }
        .first { $0.type != event.type }?.trigger
    while start > max(sentence.lowerBound, before.map { $0 + 1 } ?? 0), !endsReach(start - 1) {
      start -= 1
    }
    while end < min(sentence.upperBound, behind ?? sentence.upperBound), !endsReach(end) {
      end += 1
    }
    return start..<end
  }

  private func endsReach(_ token: Int) -> Bool {
    switch text.tokens[token].symbol {
    case 0x2E, 0x061B, 0x3A: text.tokens[token].kind == .punctuation
    default: false
    }
  }

  /// Three who meet confer multilaterally; two may meet in a country that is neither's.
  private func meeting(_ event: EventDraft) -> (String, ModeRule)? {
    let actors = event.actors.map { entities[$0.entity] }
    if actors.reduce(0, { $0 + max(1, $1.members.count) }) > 2 { return ("multilateral", .many) }
    let countries = actors.compactMap(\.country)
    guard countries.count > 1, countries.count == actors.count,
      let place = event.place.flatMap({ mentions[$0].country }), !countries.contains(place)
    else { return nil }
    return ("third-party", .thirdCountry)
  }
}
