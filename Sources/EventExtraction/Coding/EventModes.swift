internal import ArabicText
internal import Contracts

extension Analysis {
  /// Settles an event's mode: what its frame or entry says, else what the words around it tell, else
  /// who meets where.
  func setMode(_ index: Int) {
    let type = events[index].type
    let modes = PLOVER.modes(of: type)
    if let mode = events[index].mode, modes.contains(mode) {
      let isEntrys = lexicon.predicates[events[index].predicate].mode == mode
      events[index].reasons.mode = isEntrys ? .entry : .frame
      return
    }
    events[index].mode = nil
    // What is denied is no demand that could be refused.
    let denies = type == .reject && events[index].content == .negated
    guard !modes.isEmpty, !denies else { return }
    if let (token, entry) = modeWord(index) {
      events[index].mode = lexicon.codeWords[entry].mode
      events[index].reasons.mode = .word
      events[index].reasons.modeWord = token
      events[index].reasons.modeEntry = lexicon.codeWords[entry].origin
    } else if type == .consult, let (mode, rule) = meeting(index) {
      events[index].mode = mode
      events[index].reasons.mode = rule
    }
  }

  /// Words farther off than this rarely speak of the event.
  private static let farthest = 20

  /// The nearest word that tells a mode of the event's type, before or behind its trigger, but for
  /// what is asked, refused or threatened, which stands behind; with its entry.
  private func modeWord(_ index: Int) -> (token: Int, entry: Int)? {
    let type = events[index].type
    let trigger = events[index].trigger
    let reach = reach(index)
    let looksBack = !type.tellsContent
    let farthest = max(reach.upperBound - trigger, trigger - reach.lowerBound)
    for distance in 0...min(farthest, Self.farthest) {
      if let entry = modeWord(at: trigger + distance, in: reach, type) {
        return (trigger + distance, entry)
      }
      if looksBack, let entry = modeWord(at: trigger - distance, in: reach, type) {
        return (trigger - distance, entry)
      }
    }
    return nil
  }

  /// The entry of the longest word at a token that tells a mode. A word inside a name tells none.
  private func modeWord(at token: Int, in reach: Range<Int>, _ type: EventType) -> Int? {
    guard reach.contains(token), beginsPhrase(token, .codeWord), nameAt[token] < 0 else {
      return nil
    }
    var best: (entry: Int, length: Int)?
    let matches = phrases(at: token)
    for index in matches.indices where matches[index].value.category == .codeWord {
      let entry = Int(matches[index].value.entry)
      let tokens = matches[index].tokens
      guard lexicon.codeWords[entry].type == type, tokens.upperBound <= reach.upperBound,
        tokens.count > best?.length ?? 0
      else { continue }
      best = (entry, tokens.count)
    }
    return best?.entry
  }

  /// The tokens around a trigger that can speak of its event: up to full stops and colons, and to
  /// triggers of other types.
  private func reach(_ index: Int) -> Range<Int> {
    let sentence = sentences[events[index].sentence].tokens
    let least = max(sentence.lowerBound, otherTrigger(from: index, by: -1).map { $0 + 1 } ?? 0)
    let behind = events[index].type.tellsContent ? nil : otherTrigger(from: index, by: 1)
    let most = min(sentence.upperBound, behind ?? sentence.upperBound)
    var start = events[index].trigger
    var end = start + 1
    while start > least, !endsReach(start - 1) { start -= 1 }
    while end < most, !endsReach(end) { end += 1 }
    return start..<end
  }

  /// The trigger of the next event of another type in the same sentence.
  private func otherTrigger(from index: Int, by step: Int) -> Int? {
    var other = index + step
    while events.indices.contains(other), events[other].sentence == events[index].sentence {
      if events[other].type != events[index].type { return events[other].trigger }
      other += step
    }
    return nil
  }

  private func endsReach(_ token: Int) -> Bool {
    switch text.tokens[token].symbol {
    case 0x2E, 0x061B, 0x3A: text.tokens[token].kind == .punctuation
    default: false
    }
  }

  /// Three who meet confer multilaterally; two may meet in a country that is neither's.
  private func meeting(_ index: Int) -> (String, ModeRule)? {
    let actors = events[index].actors
    if actors.reduce(0, { $0 + max(1, entities[$1.entity].members.count) }) > 2 {
      return ("multilateral", .many)
    }
    guard actors.count > 1, let place = events[index].place,
      let country = mentions[place].country,
      actors.allSatisfy({ actor in
        entities[actor.entity].country.map { $0 != country } ?? false
      })
    else { return nil }
    return ("third-party", .thirdCountry)
  }
}

extension EventType {
  /// Whether what is done concerns the words behind it: what is asked, refused or threatened.
  fileprivate var tellsContent: Bool {
    switch self {
    case .request, .reject, .threaten: true
    default: false
    }
  }
}
