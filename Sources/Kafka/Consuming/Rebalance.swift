/// A change of what a group member may read, told while it still can do something about it.
public enum Rebalance: Sendable, Hashable {
  /// These partitions are this member's as soon as the handler returns; until then nothing is read from them.
  case assigned([TopicPartition])
  /// These partitions go to somebody else as soon as the handler returns. Until then they are this member's:
  /// finish what was read from them and commit it.
  case revoking([TopicPartition])
  /// These partitions are somebody else's already, because this member was silent for too long.
  /// Nothing can be committed any more: throw the work on them away.
  case lost([TopicPartition])
}

/// What a consumer calls when its partitions change.
///
/// It is called while ``Consumer/poll(max:maxBytes:timeout:)`` or ``Consumer/close()`` is under way, and the change waits for it: so it may
/// commit, but must not poll or close, and it has to return well within `max.poll.interval.ms`.
/// It is let go when the consumer is closed, so it may hold the consumer.
public typealias RebalanceHandler = @Sendable (Rebalance) async -> Void
