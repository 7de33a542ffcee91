internal import ArabicText
internal import Contracts

/// A noun phrase: somebody or something that a sentence names.
struct Mention: Sendable {
  @Tokens var tokens: Range<Int>
  /// The noun that governs it: a title, a number's noun, a name's first word.
  @Index var head: Int
  var kind: Entity.Kind
  /// The proper name in it.
  @SomeTokens var name: Range<Int>? = nil
  /// The title in it.
  @SomeTokens var title: Range<Int>? = nil
  /// Index into the lexicon's names.
  @SomeIndex var lexiconName: Int? = nil
  /// ISO 3166-1 alpha-3.
  var country: Code?
  /// PLOVER sector.
  var sector: Code?
  /// Features of the head.
  var features: Features = []
  /// What is written onto its first word.
  var clitics: Clitics = []
  var isDefinite = false
  /// A person or people.
  var isHuman = false
  /// A number before the noun; nil where there is none.
  var hasNumber = false
  /// Index into ``Analysis/entities``, from the pass over coreference.
  @SomeIndex var entity: Int? = nil
}

/// An entity as it gathers mentions.
struct EntityDraft {
  // What each mention is compared with lies together.
  /// The entity of its kind before it, while mentions are joined to entities; else -1.
  @Index var previous = -1
  /// Index into the mentions of the fullest one.
  @Index var best: Int
  /// Its head noun, without clitics.
  var headWord: WordKey
  @SomeIndex var lexiconName: Int?
  var country: Code?
  var kind: Entity.Kind
  var isPlural: Bool
  var sector: Code?
  /// Words of its name, without clitics, none twice.
  var nameWords = List<WordKey>()
  /// Words of its title, without clitics, none twice.
  var titleWords = List<WordKey>()
  /// The first words of the offices in its title, none twice.
  var titleHeads = List<WordKey>()
  var mentions: List<Int>
  var members = List<Int>()
}
