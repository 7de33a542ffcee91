public import ArabicText

/// Finds the times that a text names and settles them against a reference day.
public struct TimeReader: Sendable {
  let lexicon: TimeLexicon
  let numbers: NumberReader

  public init(lexicon: TimeLexicon, numbers: NumberReader) {
    self.lexicon = lexicon
    self.numbers = numbers
  }

  /// The text's times in order, none overlapping another.
  /// - Parameters:
  ///   - sentences: no expression reaches over the end of one.
  ///   - reference: the day on which the text was written; without it relative times stay open.
  ///   - clock: the time of that day; without it «قبل ثلاث ساعات» stays open.
  public func times(
    in text: TokenizedText, sentences: [Range<Int>], reference: Day?, clock: Clock? = nil
  ) -> [TimeMention] {
    lexicon.vocabulary.withMatches(in: text) {
      times(
        in: text, sentences: sentences, reference: reference, clock: clock,
        numbers: numbers.plainNumbers(in: text), matches: $0)
    }
  }

  /// ``times(in:sentences:reference:clock:)`` for who has read the plain numbers and looked the
  /// tokens up already.
  func times(
    in text: TokenizedText, sentences: [Range<Int>], reference: Day?, clock: Clock? = nil,
    numbers: [NumberMention], matches: UnsafeBufferPointer<Vocabulary.Match>
  ) -> [TimeMention] {
    let scan = TimeScan(text, lexicon, numbers, matches)
    var mentions: [TimeMention] = []
    var spokenOf: Day?
    for sentence in sentences {
      scan.limit = sentence.upperBound
      var at = sentence.lowerBound
      while at < sentence.upperBound {
        guard scan.opens(at), var mention = scan.mention(at: at) else {
          at += 1
          continue
        }
        mention.settle(reference: reference, clock: clock, spokenOf: spokenOf)
        if case .days = mention.form, spokenOf == nil { spokenOf = reference }
        if let spoken = mention.spokenOf(reference) { spokenOf = spoken }
        mentions.append(mention)
        at = max(mention.tokens.upperBound, at + 1)
      }
    }
    return mentions
  }

  /// The date that begins at a token, as a dateline has it («شيآن 30 مارس 2024»): a day, with or
  /// without month and year; nil where none begins there.
  public func date(
    in text: TokenizedText, at token: Int, limit: Int, reference: Day? = nil
  ) -> TimeMention? {
    lexicon.vocabulary.withMatches(in: text) {
      let scan = TimeScan(text, lexicon, numbers.plainNumbers(in: text), $0)
      scan.limit = limit
      guard let found = scan.dayExpression(at: token) else { return nil }
      var mention = TimeMention(tokens: token..<found.end, form: found.form, clock: found.clock)
      mention.settle(reference: reference, clock: nil, spokenOf: nil)
      return mention
    }
  }
}
