/// The names of the topics, with the deployment's prefix before each.
public struct Topics: Sendable, Hashable {
  /// Goes before every name, verbatim; empty by default.
  public var prefix: String

  public init(prefix: String = "") { self.prefix = prefix }

  /// Raw articles, keyed by article id.
  public var articlesRaw: String { prefix + "articles.raw" }
  /// ``ParsedArticle`` records, keyed by article id.
  public var articlesParsed: String { prefix + "articles.parsed" }
  /// ``Event`` records, keyed by event id; compacted, null = withdrawn.
  public var events: String { prefix + "events" }
  /// Records that could not be processed, bytes untouched.
  public var articlesDead: String { prefix + "articles.dead" }
}
