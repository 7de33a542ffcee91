public import Contracts

/// What events are searched for: all that is given must hold.
public struct SearchQuery: Sendable, Hashable {
  /// Words in any order, and phrases in quotation marks ("…", “…” or «…»). Vowel signs, tatweel, forms of
  /// alef and ya, ta marbuta and digits' scripts make no difference; a word outside quotation
  /// marks is also found with article, conjunction or preposition written onto it. Empty finds
  /// everything, latest first.
  public var words: String
  /// Any of these types; empty for all.
  public var types: Set<EventType>
  /// Any of these countries among participants and place (ISO 3166-1 alpha-3); empty for all.
  public var countries: Set<String>
  /// First and last day, `YYYY-MM-DD`, between which the event may have happened; see
  /// ``Contracts/Event/days``.
  public var from: String?
  public var to: String?
  public var limit: Int

  public init(
    words: String = "", types: Set<EventType> = [], countries: Set<String> = [],
    from: String? = nil, to: String? = nil, limit: Int = 20
  ) {
    self.words = words
    self.types = types
    self.countries = countries
    self.from = from
    self.to = to
    self.limit = limit
  }
}

/// An event that was found.
public struct SearchHit: Sendable, Hashable {
  public var event: Event
  public var snippet: Snippet
}
