internal import ArabicText
internal import Contracts

/// An article on its way through the passes; each pass is an extension in a folder of its own.
final class Analysis {
  let lexicon: Lexicon
  @exclusivity(unchecked) var text = TokenizedText()

  /// One for each token, from the pass over words.
  @exclusivity(unchecked) var words = Column<Word>()
  /// The readings of all words, each word's in a row.
  @exclusivity(unchecked) var readings = Column<CutReading>()

  /// From the pass over structure.
  @exclusivity(unchecked) var sentences = Column<Sentence>()
  @exclusivity(unchecked) var dateline: Dateline?
  @exclusivity(unchecked) var reference: Day?

  /// From the pass over numbers and times.
  @exclusivity(unchecked) var numbers = Column<NumberMention>()
  @exclusivity(unchecked) var times = Column<TimeMention>()

  /// Phrases of the lexicon that begin at each token: those of token n stand in
  /// `phraseMatches[phraseStarts[n]..<phraseStarts[n + 1]]`.
  @exclusivity(unchecked) var phraseMatches = Column<PhraseMatch>()
  @exclusivity(unchecked) var phraseStarts = Column<Int32>()

  /// From the pass over names.
  @exclusivity(unchecked) var facts = Column<TokenFacts>()
  /// Index of the number that begins at each token, or -1.
  @exclusivity(unchecked) var numberAt = Column<Int32>()
  /// Whether the article tells «على» from «علي» by its last letter.
  @exclusivity(unchecked) var writesAlaApart = false
  @exclusivity(unchecked) var names = Column<FoundName>()
  /// Index of the name that covers each token, or -1.
  @exclusivity(unchecked) var nameAt = Column<Int32>()
  /// The mention that begins at each token, or -1.
  @exclusivity(unchecked) var mentionAt = Column<Int32>()
  /// The time that begins at each token, or -1.
  @exclusivity(unchecked) var timeAt = Column<Int32>()
  @exclusivity(unchecked) var mentions = Column<Mention>()
  @exclusivity(unchecked) var entities = Column<EntityDraft>()
  /// The mention that each «هنا» is, by its token.
  @exclusivity(unchecked) var hereAt: [Int: Int] = [:]

  /// From the passes over clauses and events.
  @exclusivity(unchecked) var events: [EventDraft] = []

  /// Whether somebody asks why; then words that were turned down are kept too.
  @exclusivity(unchecked) var isExplaining = false
  @exclusivity(unchecked) var rejections: [Rejection] = []

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  deinit {
    words.deallocate()
    readings.deallocate()
    sentences.deallocate()
    numbers.deallocate()
    times.deallocate()
    phraseMatches.deallocate()
    phraseStarts.deallocate()
    facts.deallocate()
    numberAt.deallocate()
    names.deallocate()
    nameAt.deallocate()
    mentionAt.deallocate()
    timeAt.deallocate()
    mentions.deallocate()
    entities.deallocate()
  }
}
