internal import ArabicText
internal import Contracts

/// An article on its way through the passes; each pass is an extension in a folder of its own.
struct Analysis {
  let lexicon: Lexicon
  var text = TokenizedText()

  /// One for each token, from the pass over words.
  var words: [Word] = []
  /// The readings of all words, each word's in a row.
  var readings: [CutReading] = []

  /// From the pass over structure.
  var sentences: [Sentence] = []
  var dateline: Dateline?
  var reference: Day?

  /// From the pass over numbers and times.
  var numbers: [NumberMention] = []
  var times: [TimeMention] = []

  /// Phrases of the lexicon that begin at each token: those of token n stand in
  /// `phraseMatches[phraseStarts[n]..<phraseStarts[n + 1]]`.
  var phraseMatches: [PhraseMatch] = []
  var phraseStarts: [Int32] = []

  /// From the pass over names.
  var facts: [TokenFacts] = []
  /// Index of the number that begins at each token, or -1.
  var numberAt: [Int32] = []
  /// Whether the article tells «على» from «علي» by its last letter.
  var writesAlaApart = false
  var names: [FoundName] = []
  /// Index of the name that covers each token, or -1.
  var nameAt: [Int32] = []
  /// The mention that begins at each token, or -1.
  var mentionAt: [Int32] = []
  /// The time that begins at each token, or -1.
  var timeAt: [Int32] = []
  var mentions: [Mention] = []
  var entities: [EntityDraft] = []
  /// The mention that each «هنا» is, by its token.
  var hereAt: [Int: Int] = [:]

  /// From the passes over clauses and events.
  var events: [EventDraft] = []

  /// Whether somebody asks why; then words that were turned down are kept too.
  var isExplaining = false
  var rejections: [Rejection] = []

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
  }
}
