internal import ArabicText

/// What a token is in its context.
enum Tag: UInt8, Sendable {
  case verb, noun, given, nationality, function, unknown, number, foreign, mark, lineBreak
}

/// A token as a word: its readings and the one that its context chose.
struct Word: Sendable {
  /// Its form's number in ``FormMemory/forms``; -1 for what is no word.
  var form: Int32 = -1
  /// Those of its readings.
  var categories: Categories = []
  /// What its readings let it be in an event.
  var traits: WordTraits = []
  /// Its readings' place in ``Analysis/readings``.
  @Tokens var readings: Range<Int> = 0..<0
  var tag: Tag
  /// Index of the chosen reading; nil for a word that the lexicon does not know.
  @SomeIndex var chosen: Int? = nil
  /// Index of the function phrase of several words that it belongs to.
  @SomeIndex var phrase: Int? = nil
  /// What is written onto it in the chosen reading.
  var clitics: Clitics = []
}

/// A reading together with the clitics that had to be cut for it.
struct CutReading: Sendable {
  var reading: Reading
  var clitics: Clitics

  var category: Category { reading.category }
  var features: Features { reading.features }
  var entry: Int { Int(reading.entry) }
}
