public import Contracts

/// What events are searched for: all that is given must hold.
public struct SearchQuery: Sendable, Hashable {
  /// What comes first.
  public enum Order: String, Sendable, Hashable, CaseIterable {
    /// Events that have the words as they are written and next to each other, then those that have
    /// them as they are written, then all others; of equals the latest. Without words the same as
    /// ``date``.
    case relevance
    /// The latest first, those whose day is not known last.
    case date
    /// The earliest first, those whose day is not known last.
    case oldest
  }

  /// Who takes part.
  public struct Participant: Sendable, Hashable {
    /// A name or some words of it that stand next to each other, spelled in any way.
    public var name: String
    /// nil for any.
    public var role: ParsedEvent.Role?

    public init(_ name: String, role: ParsedEvent.Role? = nil) {
      self.name = name
      self.role = role
    }
  }

  /// Words in any order, and phrases in quotation marks ("…", “…” or «…»). Vowel signs, tatweel, forms of
  /// alef and ya, ta marbuta and digits' scripts make no difference; a word outside quotation
  /// marks is also found with article, conjunction or preposition written onto it. Empty for any.
  public var words: String
  /// Any of these types; empty for all.
  public var types: Set<EventType>
  /// Any of these; empty for all.
  public var statuses: Set<EventStatus>
  /// Any of these countries among participants and place (ISO 3166-1 alpha-3); empty for all.
  public var countries: Set<String>
  /// All of these take part, themselves or as members of a group that is named.
  public var participants: [Participant]
  /// A name, or some words of it, of who says so.
  public var speaker: String?
  /// Where the event's place is. Events that are told of a whole country have no place.
  public var area: SearchArea?
  /// First and last day, `YYYY-MM-DD`, between which the event may have happened; see
  /// ``Contracts/Event/days``.
  public var from: String?
  public var to: String?
  /// Id of a story.
  public var story: String?
  public var order: Order
  public var limit: Int
  /// Goes on behind this hit of an earlier search, which was for the same.
  public var after: SearchCursor?

  public init(
    words: String = "", types: Set<EventType> = [], statuses: Set<EventStatus> = [],
    countries: Set<String> = [], participants: [Participant] = [], speaker: String? = nil,
    area: SearchArea? = nil, from: String? = nil, to: String? = nil, story: String? = nil,
    order: Order = .relevance, limit: Int = 20, after: SearchCursor? = nil
  ) {
    self.words = words
    self.types = types
    self.statuses = statuses
    self.countries = countries
    self.participants = participants
    self.speaker = speaker
    self.area = area
    self.from = from
    self.to = to
    self.story = story
    self.order = order
    self.limit = limit
    self.after = after
  }

  /// Whether every event is searched for.
  public var isEmpty: Bool {
    self == SearchQuery(order: order, limit: limit, after: after)
  }
}
