/// One pass over one text's tokens; the parts of a number are read by the extensions.
struct NumberScan {
  typealias Entry = NumberWords.Entry

  let text: TokenizedText
  let words: NumberWords
  /// What each token is in the vocabulary of ``words``.
  let matches: UnsafeBufferPointer<Vocabulary.Match>

  init(
    _ text: TokenizedText, _ words: NumberWords, _ matches: UnsafeBufferPointer<Vocabulary.Match>
  ) {
    self.text = text
    self.words = words
    self.matches = matches
  }

  /// A number that begins at a token.
  struct Reading {
    var value: Double
    var end: Int
    var kind = NumberMention.Kind.cardinal
    var isDigits = false
  }

  func plain() -> [NumberMention] {
    var mentions: [NumberMention] = []
    var at = 0
    while at < text.tokens.count {
      guard mayBegin(at), let reading = number(at: at).map(ratio) else {
        at += 1
        continue
      }
      mentions.append(
        NumberMention(
          tokens: at..<reading.end, kind: reading.kind, value: reading.value,
          unit: reading.kind == .ordinal ? nil : unit(behind: reading.end),
          isDigits: reading.isDigits))
      at = max(reading.end, at + 1)
    }
    return mentions
  }

  /// Whether a number may begin at a token: digits, a point or dash, a word that numbers begin with.
  @inline(__always)
  private func mayBegin(_ at: Int) -> Bool {
    switch text.tokens[at].kind {
    case .number: return true
    case .punctuation:
      switch text.tokens[at].symbol {
      case 0x2D, 0x2E, 0x2212: return true
      default: return false
      }
    default:
      let word = matches[at].word
      return word != Vocabulary.unknown && words.entries[Int(word)].kind.beginsNumber
    }
  }

  private func number(at start: Int) -> Reading? {
    let token = text.tokens[start]
    if token.kind == .number { return formula(at: start) ?? cardinal(at: start) }
    if token.kind == .punctuation {
      if let reading = leadingPoint(at: start) { return reading }
      guard token.isMark("-") || token.symbol == 0x2212, isSign(start),
        var reading = formula(at: start + 1) ?? cardinal(at: start + 1),
        reading.isDigits || reading.end > start + 2
      else { return nil }
      reading.value.negate()
      return reading
    }
    guard let entry = entry(start) else { return nil }
    switch entry.kind {
    case .negative:
      guard start + 1 < text.tokens.count,
        var reading = fraction(at: start + 1) ?? cardinal(at: start + 1)
      else { return nil }
      reading.value.negate()
      return reading
    case .ordinal, .compoundOrdinal: return ordinal(at: start)
    default:
      if let reading = definiteOrdinal(at: start) { return reading }
      if let reading = fraction(at: start) { return reading }
      return cardinal(at: start)
    }
  }

  /// Whether a dash is a minus: nothing that it could join stands before it, a digit joins it.
  private func isSign(_ dash: Int) -> Bool {
    guard dash + 1 < text.tokens.count, text.tokens[dash + 1].kind == .number,
      !text.tokens[dash + 1].spaceBefore, text.tokens[dash].spaceBefore
    else { return false }
    return dash == 0 || text.tokens[dash - 1].kind != .number
  }

  /// The word behind a number, unless it is one that nothing is counted by.
  func unit(behind end: Int) -> Range<Int>? {
    guard end < text.tokens.count else { return nil }
    let token = text.tokens[end]
    guard token.kind == .word, entry(end) == nil, letters(end) > 2,
      !text.letters(end).starts(with: [Letter.waw, Letter.alef, Letter.lam])
    else { return nil }
    return end..<end + 1
  }

  // MARK: Words

  @inline(__always)
  func entry(_ at: Int) -> Entry? {
    guard at < matches.count, matches[at].word != Vocabulary.unknown else { return nil }
    let entry = words.entries[Int(matches[at].word)]
    switch entry.kind {
    // «كمية» is a quantity, not "like a hundred".
    case .hundred where matches[at].clitics.contains(.kaf): return nil
    // «وأحد» is "and one of", not واحد.
    case .unit where entry.value == 1 && isAndOneOf(at): return nil
    default: return entry
    }
  }

  /// Whether a hamza stands on the second letter, which in واحد has none.
  private func isAndOneOf(_ at: Int) -> Bool {
    let token = text.tokens[at]
    let start = Int(token.start)
    guard Int(token.end) >= start + 4 else { return false }
    return text.utf8[start + 2] == 0xD8 && text.utf8[start + 3] == 0xA3
  }

  @inline(__always)
  func clitics(_ at: Int) -> Vocabulary.Clitics { matches[at].clitics }

  func letters(_ at: Int) -> Int {
    Int(text.tokens[at].lettersEnd - text.tokens[at].lettersStart)
  }

  /// Where the word joined by و at a token begins: there, or behind a و that stands alone.
  func afterAnd(_ at: Int) -> Int? {
    guard at < text.tokens.count else { return nil }
    let token = text.tokens[at]
    guard token.kind == .word else { return nil }
    if letters(at) == 1, text.letters[Int(token.lettersStart)] == Letter.waw {
      return at + 1 < text.tokens.count ? at + 1 : nil
    }
    return clitics(at).contains(.conjunction) ? at : nil
  }
}
