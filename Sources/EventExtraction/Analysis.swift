internal import ArabicText
internal import Contracts

/// An article on its way through the passes; each pass is an extension in a folder of its own.
///
/// One object serves article after article, so that its memory is asked for once.
final class Analysis {
  let lexicon: Lexicon
  let memory: FormMemory
  /// Where the small lists of entities, clauses and events stand.
  let arena = Arena()
  /// Adds the digests of texts and events up.
  let sum = DigestSum()
  @exclusivity(unchecked) var text = TokenizedText()

  /// One for each token, from the pass over words.
  @exclusivity(unchecked) var words = Column<Word>()
  /// The readings of all words, each word's in a row.
  var readings: Column<CutReading> { memory.readings }
  /// Which word of the closed lists each token is.
  @exclusivity(unchecked) var numberMatches = Column<Vocabulary.Match>()
  @exclusivity(unchecked) var timeMatches = Column<Vocabulary.Match>()
  @exclusivity(unchecked) var quantityMatches = Column<Vocabulary.Match>()

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
  /// The categories of the phrases that begin at each token.
  @exclusivity(unchecked) var phraseCategories = Column<Categories>()

  /// From the pass over names.
  @exclusivity(unchecked) var facts = Column<TokenFacts>()
  /// Index of the number that begins at each token, or -1.
  @exclusivity(unchecked) var numberAt = Column<Int32>()
  /// Whether the article tells «على» from «علي» by its last letter.
  @exclusivity(unchecked) var writesAlaApart = false
  @exclusivity(unchecked) var names = Column<FoundName>()
  /// The names of the first round, and where those of each sentence end.
  @exclusivity(unchecked) var firstNames = Column<FoundName>()
  @exclusivity(unchecked) var nameEnds = Column<Int32>()
  @exclusivity(unchecked) var known = KnownWords()
  /// Index of the name that covers each token, or -1.
  @exclusivity(unchecked) var nameAt = Column<Int32>()
  /// The mention that begins at each token, or -1.
  @exclusivity(unchecked) var mentionAt = Column<Int32>()
  /// The time that begins at each token, or -1.
  @exclusivity(unchecked) var timeAt = Column<Int32>()
  @exclusivity(unchecked) var mentions = Column<Mention>()
  /// Each token's letters without clitics and article, as a key.
  @exclusivity(unchecked) var stems = Column<WordKey>()
  @exclusivity(unchecked) var entities = Column<EntityDraft>()
  /// The mention that each «هنا» is, by its token.
  @exclusivity(unchecked) var hereAt: [Int: Int] = [:]

  /// From the passes over clauses and events.
  /// The units of each sentence.
  @exclusivity(unchecked) var sentenceUnits = Column<List<Unit>>()
  /// The clauses of the sentence at hand, and the one behind each of its units, or -1.
  @exclusivity(unchecked) var clauses = Column<Clause>()
  @exclusivity(unchecked) var clauseAt = Column<Int32>()
  @exclusivity(unchecked) var events: [EventDraft] = []

  /// Whether somebody asks why; then words that were turned down are kept too.
  @exclusivity(unchecked) var isExplaining = false
  @exclusivity(unchecked) var rejections: [Rejection] = []

  init(lexicon: Lexicon, _ vocabularies: Vocabularies = Vocabularies()) {
    self.lexicon = lexicon
    memory = FormMemory(lexicon, vocabularies)
  }

  /// Forgets the last article and tokenizes another.
  func begin(_ article: String, isExplaining: Bool = false) {
    memory.shrink()
    arena.reset()
    text.read(article)
    words.removeAll()
    numberMatches.removeAll()
    timeMatches.removeAll()
    quantityMatches.removeAll()
    sentences.removeAll()
    dateline = nil
    reference = nil
    numbers.removeAll()
    times.removeAll()
    phraseMatches.removeAll()
    phraseStarts.removeAll()
    phraseCategories.removeAll()
    facts.removeAll()
    numberAt.removeAll()
    writesAlaApart = false
    names.removeAll()
    known.removeAll()
    nameAt.removeAll()
    mentionAt.removeAll()
    timeAt.removeAll()
    mentions.removeAll()
    entities.removeAll()
    stems.removeAll()
    sentenceUnits.removeAll()
    clauses.removeAll()
    clauseAt.removeAll()
    hereAt.removeAll(keepingCapacity: true)
    events.removeAll(keepingCapacity: true)
    self.isExplaining = isExplaining
    rejections.removeAll()
  }

  deinit {
    words.deallocate()
    numberMatches.deallocate()
    timeMatches.deallocate()
    quantityMatches.deallocate()
    sentences.deallocate()
    numbers.deallocate()
    times.deallocate()
    phraseMatches.deallocate()
    phraseStarts.deallocate()
    phraseCategories.deallocate()
    facts.deallocate()
    numberAt.deallocate()
    names.deallocate()
    firstNames.deallocate()
    nameEnds.deallocate()
    known.deallocate()
    nameAt.deallocate()
    mentionAt.deallocate()
    timeAt.deallocate()
    mentions.deallocate()
    stems.deallocate()
    sentenceUnits.deallocate()
    clauses.deallocate()
    clauseAt.deallocate()
    entities.deallocate()
  }
}
