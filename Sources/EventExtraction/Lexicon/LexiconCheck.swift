/// A lexicon's tables read as the extractor reads them, with all that is wrong and all that is new.
public struct LexiconCheck: Sendable {
  /// What a kind of table gains.
  public struct Kind: Sendable, Hashable {
    /// Such as `verbs`.
    public var name: String
    /// Lines of the added directories.
    public var lines: Int
    /// Lines of earlier directories, Rawi's own among them, that these override.
    public var overridden: Int
  }

  /// In the order of directories, files and lines; with none the extractor loads the tables.
  public var problems: [LexiconError]
  /// The kinds that the added directories have tables of, by name.
  public var kinds: [Kind]

  public init(_ source: LexiconSource) {
    let reading = LexiconReading(source)
    problems = reading.problems
    kinds = reading.counts.map {
      Kind(name: $0.rawValue, lines: $1.added, overridden: $1.overridden)
    }
    .sorted { $0.name < $1.name }
  }
}
