internal import ArabicText

/// What the lexicon says of one written form, wherever it stands.
struct KnownForm {
  var packed: PackedLetters
  var kind: Token.Kind
  var spelling: Spelling
  /// What it is wherever it stands; unknown where its context has to choose.
  var tag = Tag.unknown
  /// What is surely written onto it.
  var clitics: Clitics = []
  /// Where its letters stand in ``FormMemory/letters``.
  var letters: Range<Int32>
  /// The reading that it has wherever it stands, or -1.
  var chosen: Int32 = -1
  /// The place of its readings in ``FormMemory/readings``.
  @Tokens var readings: Range<Int> = 0..<0
  /// The place of the phrases that may begin with it in ``FormMemory/beginnings``.
  var beginnings: Range<Int32> = 0..<0
  /// Its number in phrases; -1 for a word of none.
  var phraseWord: Int32 = -1
  var number = Vocabulary.Match.none
  var time = Vocabulary.Match.none
  var quantity = Vocabulary.Match.none
  /// What needs no context.
  var facts: TokenFacts = []
  /// Those of its readings.
  var categories: Categories = []
  /// What its readings let it be in an event.
  var traits: WordTraits = []
  /// As ``SimHash`` has it.
  var simHash: UInt64
  var key: WordKey
  /// The key without the one letter before it that may be a conjunction or preposition.
  var bareKey: WordKey
}

/// The closed lists of words that numbers, times and quantities are told with.
struct Vocabularies {
  var numbers = Vocabulary([])
  var times = Vocabulary([])
  var quantities = Vocabulary([])
}
