internal import ArabicText

/// One pass over one text; what kinds of expressions there are, the extensions know.
struct TimeScan {
  /// The time word or phrase that begins at a token.
  struct Item {
    var entry: Int32 = -1
    var length: Int32 = 0
    var clitics: Vocabulary.Clitics = []
  }

  let text: TokenizedText
  let lexicon: TimeLexicon
  let numbers: [NumberMention]
  private(set) var items: [Item] = []
  /// The number that begins at a token, or -1.
  private(set) var numberAt: [Int32] = []
  /// End of the sentence that is being read.
  var limit = 0

  init(
    _ text: TokenizedText, _ lexicon: TimeLexicon, _ numbers: [NumberMention],
    _ matches: UnsafeBufferPointer<Vocabulary.Match>
  ) {
    self.text = text
    self.lexicon = lexicon
    self.numbers = numbers
    numberAt = Array(repeating: -1, count: text.tokens.count)
    for (index, number) in numbers.enumerated() {
      numberAt[number.tokens.lowerBound] = Int32(index)
    }
    items.reserveCapacity(matches.count)
    for at in matches.indices { items.append(item(at, matches)) }
  }

  private func item(_ at: Int, _ matches: UnsafeBufferPointer<Vocabulary.Match>) -> Item {
    let match = matches[at]
    guard match.word != Vocabulary.unknown else { return Item() }
    if !match.clitics.contains(.article) {
      for phrase in lexicon.phrases[Int(match.word)] {
        if let end = end(of: phrase, at, matches) {
          return Item(entry: Int32(phrase.entry), length: Int32(end - at), clitics: match.clitics)
        }
      }
    }
    let (entry, hasArticle) = lexicon.single[Int(match.word)]
    guard entry >= 0 else { return Item() }
    return Item(
      entry: Int32(entry), length: 1,
      clitics: hasArticle ? match.clitics.union(.article) : match.clitics)
  }

  /// Where a phrase ends that begins at a token; a dash may join its words («منتصف-الليل»).
  private func end(
    of phrase: TimeLexicon.Phrase, _ at: Int, _ matches: UnsafeBufferPointer<Vocabulary.Match>
  ) -> Int? {
    var next = at + 1
    for word in phrase.rest {
      if next < matches.count, text.tokens[next].isMark("-") { next += 1 }
      guard next < matches.count, matches[next].word == word, matches[next].clitics.isEmpty else {
        return nil
      }
      next += 1
    }
    return next
  }

  // MARK: Reading

  @inline(__always)
  func word(_ at: Int) -> TimeWord? {
    guard at < limit, items[at].entry >= 0 else { return nil }
    return lexicon.entries[Int(items[at].entry)]
  }

  @inline(__always)
  func word(_ at: Int, _ kind: TimeWord.Kind) -> TimeWord? {
    guard let word = word(at), word.kind == kind else { return nil }
    return word
  }

  @inline(__always)
  func end(_ at: Int) -> Int { at + Int(max(1, items[at].length)) }

  func clitics(_ at: Int) -> Vocabulary.Clitics { items[at].clitics }

  func isDefinite(_ at: Int) -> Bool { items[at].clitics.contains(.article) }

  func number(_ at: Int) -> NumberMention? {
    guard at < limit, numberAt[at] >= 0 else { return nil }
    let number = numbers[Int(numberAt[at])]
    return number.tokens.upperBound <= limit ? number : nil
  }

  /// A whole number within bounds, and where it ends.
  func whole(_ at: Int, _ range: ClosedRange<Int>) -> (value: Int, end: Int)? {
    guard let number = number(at), number.kind == .cardinal || number.kind == .ordinal,
      number.value == number.value.rounded(), number.value >= Double(range.lowerBound),
      number.value <= Double(range.upperBound)
    else { return nil }
    return (Int(number.value), number.tokens.upperBound)
  }

  func isMark(_ at: Int, _ marks: Unicode.Scalar...) -> Bool {
    guard at < limit, text.tokens[at].kind == .punctuation else { return false }
    return marks.contains { $0.value == text.tokens[at].symbol }
  }

  /// Where the word joined by و begins: there, or behind a و that stands alone.
  func afterAnd(_ at: Int) -> Int? {
    guard at < limit, text.tokens[at].kind == .word else { return nil }
    if isWaw(at) { return at + 1 < limit ? at + 1 : nil }
    if items[at].clitics.contains(.conjunction) { return at }
    guard let number = number(at), number.tokens.lowerBound == at,
      text.letters(at).first == Letter.waw
    else { return nil }
    return at
  }

  func isWaw(_ at: Int) -> Bool {
    let letters = text.letters(at)
    return letters.count == 1 && letters.first == Letter.waw
  }

  /// Past a comma, where there is one.
  func pastComma(_ at: Int) -> Int { isMark(at, "،", ",") ? at + 1 : at }
}
