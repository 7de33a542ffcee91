/// A topic to be made.
public struct NewTopic: Hashable, Sendable {
  public var name: String
  public var partitions: Int
  /// Nil leaves it to the broker (Kafka 2.4 and later).
  public var replicationFactor: Int?
  /// The topic's own settings, such as `cleanup.policy` or `retention.ms`.
  public var configuration: [String: String]

  public init(
    _ name: String, partitions: Int, replicationFactor: Int? = nil,
    configuration: [String: String] = [:]
  ) {
    self.name = name
    self.partitions = partitions
    self.replicationFactor = replicationFactor
    self.configuration = configuration
  }
}
