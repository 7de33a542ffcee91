internal import ArabicText

/// One pass over one text; what kinds of expressions there are, the extensions know.
final class TimeScan {
  /// The time word or phrase that begins at a token.
  struct Item {
    var entry: Int32 = -1
    var length: Int32 = 0
    var clitics: Vocabulary.Clitics = []
  }

  let text: TokenizedText
  let lexicon: TimeLexicon
  let numbers: [NumberMention]
  let items: Column<Item>
  /// The number that begins at a token, or -1.
  let numberAt: Column<Int32>
  /// End of the sentence that is being read.
  @exclusivity(unchecked) var limit = 0

  init(
    _ text: TokenizedText, _ lexicon: TimeLexicon, _ numbers: [NumberMention],
    _ matches: UnsafeBufferPointer<Vocabulary.Match>
  ) {
    self.text = text
    self.lexicon = lexicon
    self.numbers = numbers
    var numberAt = Column<Int32>()
    numberAt.fill(-1, count: text.tokens.count)
    for (index, number) in numbers.enumerated() {
      numberAt[number.tokens.lowerBound] = Int32(index)
    }
    self.numberAt = numberAt
    var items = Column<Item>()
    items.fill(Item(), count: matches.count)
    for at in matches.indices where matches[at].word != Vocabulary.unknown {
      items[at] = Self.item(at, text, lexicon, matches)
    }
    self.items = items
  }

  deinit {
    items.deallocate()
    numberAt.deallocate()
  }

  private static func item(
    _ at: Int, _ text: TokenizedText, _ lexicon: TimeLexicon,
    _ matches: UnsafeBufferPointer<Vocabulary.Match>
  ) -> Item {
    let match = matches[at]
    let word = Int(match.word)
    if !match.clitics.contains(.article) {
      for phrase in lexicon.starts[word]..<lexicon.starts[word + 1] {
        if let end = end(of: lexicon.phrases[phrase].rest, at, text, lexicon, matches) {
          return Item(
            entry: Int32(lexicon.phrases[phrase].entry), length: Int32(end - at),
            clitics: match.clitics)
        }
      }
    }
    let (entry, hasArticle) = lexicon.single[word]
    guard entry >= 0 else { return Item() }
    return Item(
      entry: Int32(entry), length: 1,
      clitics: hasArticle ? match.clitics.union(.article) : match.clitics)
  }

  /// Where a phrase with these words behind its first ends that begins at a token; a dash may join its words («منتصف-الليل»).
  private static func end(
    of rest: Range<Int>, _ at: Int, _ text: TokenizedText, _ lexicon: TimeLexicon,
    _ matches: UnsafeBufferPointer<Vocabulary.Match>
  ) -> Int? {
    var next = at + 1
    for word in lexicon.rests.values(rest) {
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

  @inline(__always)
  func clitics(_ at: Int) -> Vocabulary.Clitics { items[at].clitics }

  @inline(__always)
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

  /// Whether a token is one of some marks.
  func isMark(
    _ at: Int, _ mark: Unicode.Scalar, _ second: Unicode.Scalar? = nil,
    _ third: Unicode.Scalar? = nil, _ fourth: Unicode.Scalar? = nil, _ fifth: Unicode.Scalar? = nil
  ) -> Bool {
    guard at < limit, text.tokens[at].kind == .punctuation else { return false }
    let symbol = text.tokens[at].symbol
    return symbol == mark.value || symbol == second?.value || symbol == third?.value
      || symbol == fourth?.value || symbol == fifth?.value
  }

  /// Whether any expression can begin at a token: a time word does, or a number.
  @inline(__always)
  func canBegin(_ at: Int) -> Bool {
    at < limit && (items[at].entry >= 0 || isNumber(at))
  }

  /// Whether an expression that stands by itself can begin at a token of the sentence.
  @inline(__always)
  func opens(_ at: Int) -> Bool {
    isNumber(at) || items[at].entry >= 0 && lexicon.entries[Int(items[at].entry)].kind.opens
  }

  /// «12.03.2024» is a token of digits and yet no number.
  @inline(__always)
  func isNumber(_ at: Int) -> Bool { numberAt[at] >= 0 || text.tokens[at].kind == .number }

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
