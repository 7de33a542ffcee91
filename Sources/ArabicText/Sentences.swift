extension TokenizedText {
  /// A sentence of more tokens than this is cut: no writer made it, and what reads sentences may
  /// take time that grows faster than their length.
  public static let longestSentence = 400

  /// The text's sentences as ranges of tokens, without line breaks at their edges.
  ///
  /// A sentence ends at a line break, and behind `.`, `!`, `?`, `؟` or `…` with the quotation marks
  /// and brackets that close there. A dot does not end one behind a single letter (an initial, an
  /// abbreviation such as «د.»), nor between two foreign words (a web address) or two short words
  /// written together («سي.إن.إن»).
  public func sentences() -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var at = 0
    func close(_ end: Int) {
      if start < end { sentences.append(start..<end) }
    }
    while at < tokens.count {
      let token = tokens[at]
      if token.kind == .lineBreak {
        close(at)
        at += 1
        start = at
      } else if at - start >= Self.longestSentence {
        close(at)
        start = at
      } else if endsSentence(at) {
        at += 1
        while at < tokens.count, closes(at) { at += 1 }
        close(at)
        start = at
      } else {
        at += 1
      }
    }
    close(at)
    return sentences
  }

  private func endsSentence(_ at: Int) -> Bool {
    guard tokens[at].kind == .punctuation else { return false }
    switch tokens[at].symbol {
    case 0x21, 0x3F, 0x061F, 0x2026, 0x06D4: return true
    case 0x2E: return !isAbbreviation(at)
    default: return false
    }
  }

  private func isAbbreviation(_ dot: Int) -> Bool {
    guard dot > 0 else { return true }
    let before = tokens[dot - 1]
    if before.kind == .word && before.lettersEnd - before.lettersStart <= 1 { return true }
    guard dot + 1 < tokens.count, !tokens[dot + 1].spaceBefore else { return false }
    // «سي.إن.إن»: spelled letters of a foreign name.
    if before.kind == .word && before.lettersEnd - before.lettersStart <= 3
      && tokens[dot + 1].kind == .word
      && tokens[dot + 1].lettersEnd - tokens[dot + 1].lettersStart <= 3
    {
      return true
    }
    return before.kind == .foreign && tokens[dot + 1].kind == .foreign
      || before.kind == .foreign && before.end - before.start == 1
  }

  /// Marks that belong to the sentence which a full stop before them ended.
  private func closes(_ at: Int) -> Bool {
    guard tokens[at].kind == .punctuation else { return false }
    switch tokens[at].symbol {
    case 0x2E, 0x21, 0x3F, 0x061F, 0x2026: return true
    case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x201D, 0x2019, 0x203A: return !tokens[at].spaceBefore
    default: return false
    }
  }
}
