internal import ArabicText

/// What the lexicon says of one written form, wherever it stands.
struct KnownForm {
  var packed: PackedLetters
  var kind: Token.Kind
  var spelling: Spelling
  /// What it is wherever it stands; of unknown tag where its context has to choose.
  var word: Word
  /// Where its letters stand in ``FormMemory/letters``.
  var letters: Range<Int32>
  /// The place of the phrases that may begin with it in ``FormMemory/beginnings``.
  var beginnings: Range<Int32> = 0..<0
  /// Its number in phrases; -1 for a word of none.
  var phraseWord: Int32 = -1
  var number = Vocabulary.Match.none
  var time = Vocabulary.Match.none
  var quantity = Vocabulary.Match.none
  /// What needs no context.
  var facts: TokenFacts = []
  /// As ``SimHash`` has it.
  var simHash: UInt64
  var key: WordKey
  /// The key without the one letter before it that may be a conjunction or preposition.
  var bareKey: WordKey
  /// The key without what is surely written onto it.
  var stem: WordKey
}

/// The closed lists of words that numbers, times and quantities are told with.
struct Vocabularies {
  var numbers = Vocabulary([])
  var times = Vocabulary([])
  var quantities = Vocabulary([])
}
