internal import ArabicText
internal import Contracts

/// A proper name without titles and without what governs it.
struct FoundName: Sendable {
  @Tokens var tokens: Range<Int>
  var kind: Entity.Kind
  /// Index into the lexicon's names.
  @SomeIndex var lexiconName: Int? = nil
  /// What is written onto its first word.
  var clitics: Clitics = []
  /// Whether its words are names wherever the article uses them.
  var isSure = false
}
