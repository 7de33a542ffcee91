internal import ArabicText
internal import Contracts

/// A number with what it counts, before it is known which event it belongs to.
struct QuantityDraft: Sendable {
  var tokens: Range<Int>
  var kind = Quantity.Kind.count
  var value: Double
  var upper: Double?
  /// nil where only the event can tell what is counted («أصيب 20»).
  var unit: String?
  var bound: Quantity.Bound?
  var effect: Quantity.Effect?
  /// Where the words that bound it begin: «ما يقارب 10».
  var opening: Int?
  /// Scalars of the first word that are written onto it: «وسيارتين».
  var lead = 0
}

/// Finds the quantities of one article; times, names, ages and labels have none.
struct QuantityScan {
  let analysis: Analysis
  let words: QuantityWords
  /// What each token is in the vocabulary of ``words``.
  let matches: UnsafeBufferPointer<Vocabulary.Match>
  private let tokens: UnsafeBufferPointer<Token>

  init(_ analysis: Analysis, _ words: QuantityWords) {
    self.analysis = analysis
    self.words = words
    matches = analysis.quantityMatches.all
    tokens = analysis.text.tokens
  }

  func quantities(in sentence: Range<Int>) -> [QuantityDraft] {
    var found: [QuantityDraft] = []
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      guard mayBegin(at), !analysis.facts[at].contains(.time), analysis.nameAt[at] < 0,
        var draft = number(at, sentence) ?? magnitude(at, sentence) ?? dual(at, sentence)
      else {
        at += 1
        continue
      }
      setBound(&draft, sentence)
      found.append(draft)
      at = max(at + 1, draft.tokens.upperBound)
    }
    return found
  }

  /// Whether a quantity can begin at a token at all.
  private func mayBegin(_ at: Int) -> Bool {
    analysis.numberAt[at] >= 0 || matches[at].word != Vocabulary.unknown || endsAsDual(at)
  }

  // MARK: Numbers

  private func number(_ at: Int, _ sentence: Range<Int>) -> QuantityDraft? {
    guard let number = analysis.number(at: at), number.kind != .ordinal,
      number.tokens.upperBound <= sentence.upperBound, !isKnown(number),
      !number.tokens.contains(where: { analysis.facts[$0].contains(.time) }),
      !isLabelled(at, sentence)
    else { return nil }
    var draft = QuantityDraft(tokens: number.tokens, value: number.value, upper: number.upper)
    if number.kind == .percentage {
      draft.kind = .percentage
      draft.unit = "%"
      return draft
    }
    draft.lead = lead(at)
    name(&draft, sentence)
    if number.value == 1, draft.kind == .count { return nil }
    guard draft.unit == nil else { return draft }
    // «النقطة 48» numbers what stands before it.
    if at > sentence.lowerBound, analysis.words[at - 1].clitics.contains(.article) { return nil }
    // Years, scores and shares of nothing named.
    if number.isDigits, (1900...2100).contains(number.value) { return nil }
    guard number.kind == .cardinal, !isScore(number.tokens, sentence) else { return nil }
    return draft
  }

  /// «الدول الخمس» are known already.
  private func isKnown(_ number: NumberMention) -> Bool {
    let first = number.tokens.lowerBound
    return analysis.text.tokens[first].kind == .word
      && analysis.words[first].clitics.contains(.article)
  }

  /// «المادة 3», «من العمر 25».
  private func isLabelled(_ at: Int, _ sentence: Range<Int>) -> Bool {
    for back in 1...3 where at - back >= sentence.lowerBound {
      guard let (entry, end) = match(at - back, sentence) else { continue }
      if words.entries[entry].kind == .age { return true }
      if words.entries[entry].kind == .label, back == 1, end == at { return true }
    }
    return false
  }

  private func isScore(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    func joins(_ mark: Int, _ number: Int) -> Bool {
      guard sentence.contains(mark), sentence.contains(number) else { return false }
      let token = analysis.text.tokens[mark]
      return token.kind == .punctuation && [0x2D, 0x2F, 0x3A, 0x2013].contains(token.symbol)
        && analysis.text.tokens[number].kind == .number
    }
    return joins(tokens.upperBound, tokens.upperBound + 1)
      || joins(tokens.lowerBound - 1, tokens.lowerBound - 2)
  }

  // MARK: What is counted

  /// Sets kind and unit from the words behind a number, or a currency's sign before it.
  func name(_ draft: inout QuantityDraft, _ sentence: Range<Int>) {
    let end = draft.tokens.upperBound
    var noun = end
    if noun < sentence.upperBound, isFrom(noun) { noun += 1 }
    if setUnit(&draft, noun, sentence) { return }
    let before = draft.tokens.lowerBound - 1
    if before >= sentence.lowerBound, let (entry, past) = match(before, sentence),
      past == before + 1, words.entries[entry].kind == .money,
      analysis.text.tokens[before].kind != .word, let symbol = words.entries[entry].symbol
    {
      draft.kind = .money
      draft.unit = symbol
      draft.tokens = before..<end
      return
    }
    setNoun(&draft, noun, sentence)
  }

  private func setUnit(_ draft: inout QuantityDraft, _ at: Int, _ sentence: Range<Int>) -> Bool {
    guard let (entry, end) = match(at, sentence) else { return false }
    switch words.entries[entry].kind {
    case .money, .measure:
      draft.kind = words.entries[entry].kind == .money ? .money : .measure
      draft.unit = words.entries[entry].symbol ?? analysis.text.text(at..<at + 1)
    case .person:
      draft.unit = "person"
      draft.effect = words.entries[entry].effect
    case .others:
      // People or things told before.
      draft.unit = nil
    default: return false
    }
    draft.tokens = draft.tokens.lowerBound..<end
    return true
  }

  private func setNoun(_ draft: inout QuantityDraft, _ at: Int, _ sentence: Range<Int>) {
    guard at < sentence.upperBound, analysis.text.tokens[at].kind == .word,
      analysis.words[at].tag == .noun || analysis.words[at].tag == .unknown
        || analysis.words[at].tag == .nationality,
      analysis.chosenFunction(at) == nil, analysis.nameAt[at] < 0,
      !analysis.facts[at].contains(.time),
      analysis.words[at].clitics.isDisjoint(with: Clitics.conjunction.union(.preposition))
    else { return }
    draft.unit = isHuman(at) ? "person" : analysis.text.text(at..<at + 1)
    draft.tokens = draft.tokens.lowerBound..<at + 1
  }

  /// How many letters of conjunctions and prepositions are written onto a word.
  func lead(_ at: Int) -> Int {
    let clitics = analysis.words[at].clitics
    return (clitics.isDisjoint(with: .conjunction) ? 0 : 1)
      + (clitics.isDisjoint(with: .preposition) ? 0 : 1)
  }

  /// A word without them.
  func bare(_ at: Int) -> String {
    String(analysis.text.text(at..<at + 1).unicodeScalars.dropFirst(lead(at)))
  }

  func isHuman(_ at: Int) -> Bool {
    if analysis.reading(at, .personNoun) != nil || analysis.reading(at, .title) != nil
      || analysis.reading(at, .nationality) != nil
    {
      return true
    }
    guard let mention = mention(over: at) else { return false }
    return analysis.mentions[mention].head == at && analysis.mentions[mention].isHuman
      && analysis.mentions[mention].kind != .organization
  }

  private func mention(over token: Int) -> Int? {
    for start in stride(from: token, through: max(0, token - 6), by: -1) {
      let index = Int(analysis.mentionAt[start])
      if index >= 0, analysis.mentions[index].tokens.contains(token) { return index }
    }
    return nil
  }

  private func isFrom(_ at: Int) -> Bool {
    analysis.chosenFunction(at)?.preposition == .min
  }

  func match(_ at: Int, _ sentence: Range<Int>) -> (entry: Int, end: Int)? {
    guard at >= sentence.lowerBound else { return nil }
    return words.match(tokens, matches, at: at, limit: sentence.upperBound)
  }
}
