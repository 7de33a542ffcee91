public import Contracts

/// An event that was found.
public struct SearchHit: Sendable, Hashable {
  public var event: Event
  /// The event's JSON as it stands in `events`.
  public var record: [UInt8]
  public var snippet: Snippet
  /// Where the same search goes on behind this hit.
  public var cursor: SearchCursor
}
