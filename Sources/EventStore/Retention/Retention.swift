/// How much a store keeps; the older goes first.
public struct Retention: Sendable, Hashable {
  /// Articles published longer ago go; nil keeps them.
  public var days: Int?
  /// So many events stay at most; nil for any number.
  public var events: Int?

  public init(days: Int? = nil, events: Int? = nil) {
    self.days = days
    self.events = events
  }

  public var isUnlimited: Bool { days == nil && events == nil }
}

/// What a store has forgotten.
public struct Forgotten: Sendable, Hashable {
  public var articles = 0
  public var events = 0
  /// Whether there is more to be forgotten.
  public var isPartial = false

  public init() {}
}
