/// How far what a partition's outbox holds has been published, as it stands beside the partition's
/// offset in Kafka: which store's outbox, and the number of the last record.
public struct OutboxMark: Sendable, Hashable {
  /// Drawn when the store was made, so that the numbers of one are not taken for another's.
  public var store: Int64
  public var sequence: Int64

  public init(store: Int64, sequence: Int64) {
    self.store = store
    self.sequence = sequence
  }

  /// Nil where the text is no mark.
  public init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 3, parts[0] == Self.name, let store = Int64(parts[1], radix: 16),
      let sequence = Int64(parts[2])
    else { return nil }
    self.init(store: store, sequence: sequence)
  }

  public var text: String { "\(Self.name) \(String(store, radix: 16)) \(sequence)" }

  private static let name = "rawi-outbox"
}
