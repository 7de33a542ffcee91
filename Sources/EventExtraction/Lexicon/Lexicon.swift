internal import ArabicText

/// Everything that the extractor knows of words, ready to be looked up.
///
/// A class, so that handing it on costs one reference and not one for each of its tables.
final class Lexicon: Sendable {
  let forms: FormReadings
  let phrases: PhraseTrie
  let predicates: FixedArray<Predicate>
  let frames: FixedArray<Frame>
  let nounSets: NounSets
  let nouns: FixedArray<Noun>
  let names: FixedArray<Name>
  /// The country of each nationality adjective; nil for one of a region or of no country known.
  let nationalities: FixedArray<Code?>
  let functions: FixedArray<FunctionWord>
  let codeWords: FixedArray<CodeWord>
  let letters: LetterModel
  /// Family names that are also other words.
  let familyNames: Set<WordKey>
  /// Index into ``names`` of each country's usual name.
  let countries: [Code: Int32]
  /// First four hexadecimal digits of the digest of all files.
  let version: String
  /// The tables' names; ``RowOrigin/table`` counts them.
  let tables: [String]

  init(_ builder: LexiconBuilder, tables: [String], version: String) {
    forms = builder.forms.finish()
    phrases = builder.phrases.finish()
    let (predicates, frames) = builder.finishedPredicates()
    self.predicates = FixedArray(predicates)
    self.frames = FixedArray(frames)
    nounSets = NounSets(builder.nounSets)
    nouns = FixedArray(builder.nouns)
    names = FixedArray(builder.names)
    nationalities = FixedArray(
      builder.nationalities.map { code in code.flatMap { builder.countries[$0] == nil ? nil : $0 } }
    )
    functions = FixedArray(builder.functions)
    codeWords = FixedArray(builder.codeWords)
    letters = LetterModel(names: builder.nameLetters, others: builder.wordLetters)
    familyNames = builder.familyNames
    countries = builder.countries
    self.version = version
    self.tables = tables
  }
}
