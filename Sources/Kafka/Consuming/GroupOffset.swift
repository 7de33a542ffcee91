/// What a group has committed for a partition.
public struct GroupOffset: Hashable, Sendable {
  /// Where the group goes on: one after the last record done.
  public var offset: Int64
  /// Words of the committing program's own; brokers take 4096 bytes unless set otherwise.
  public var metadata: String

  public init(_ offset: Int64, metadata: String = "") {
    self.offset = offset
    self.metadata = metadata
  }
}
