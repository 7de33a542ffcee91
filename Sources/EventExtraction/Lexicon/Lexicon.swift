internal import ArabicText

/// Everything that the extractor knows of words, ready to be looked up.
///
/// A class, so that handing it on costs one reference and not one for each of its tables.
final class Lexicon: Sendable {
  let forms: FormReadings
  let phrases: PhraseTrie
  let predicates: FixedArray<Predicate>
  let nouns: FixedArray<Noun>
  let names: FixedArray<Name>
  let nationalities: [(adjective: String, code: String)]
  let functions: FixedArray<FunctionWord>
  let codeWords: FixedArray<CodeWord>
  let letters: LetterModel
  /// Family names that are also other words.
  let familyNames: Set<WordKey>
  /// Index into ``names`` of each country's usual name.
  let countries: [String: Int32]
  /// First four hexadecimal digits of the digest of all files.
  let version: String
  /// The tables' names; ``RowOrigin/table`` counts them.
  let tables: [String]

  init(_ builder: LexiconBuilder, tables: [String], version: String) {
    forms = builder.forms.finish()
    phrases = builder.phrases.finish()
    predicates = FixedArray(builder.predicates)
    nouns = FixedArray(builder.nouns)
    names = FixedArray(builder.names)
    nationalities = builder.nationalities
    functions = FixedArray(builder.functions)
    codeWords = FixedArray(builder.codeWords)
    letters = LetterModel(names: builder.nameLetters, others: builder.wordLetters)
    familyNames = builder.familyNames
    countries = builder.countries
    self.version = version
    self.tables = tables
  }
}
