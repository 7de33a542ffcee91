internal import ArabicText

/// Everything that the extractor knows of words, ready to be looked up.
struct Lexicon: Sendable {
  var forms: FormReadings
  var phrases: PhraseTrie
  var predicates: [Predicate]
  var nouns: [Noun]
  var names: [Name]
  var nationalities: [(adjective: String, code: String)]
  var functions: [FunctionWord]
  /// Index into ``names`` of each country's usual name.
  var countries: [String: Int32]
  /// First four hexadecimal digits of the digest of all files.
  var version: String
}
