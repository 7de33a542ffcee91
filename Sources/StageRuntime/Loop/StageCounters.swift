internal import Synchronization

/// What a worker has done since it started.
public struct StageFigures: Sendable, Hashable {
  /// Records that were read and whose results are committed.
  public var recordsIn = 0
  /// Records that were written, dead letters not among them.
  public var recordsOut = 0
  public var deadLetters = 0
  /// Batches that were committed.
  public var batches = 0
  /// Batches whose output was thrown away and made again, or left to the partitions' next owner.
  public var aborted = 0
  /// Time in the stage's function, all batches together.
  public var working = Duration.zero
  /// Time from the first output's sending to the commit, all batches together.
  public var publishing = Duration.zero

  public init() {}
}

/// The worker's figures, which its tasks share.
final class StageCounters: Sendable {
  private let state = Mutex(StageFigures())

  var figures: StageFigures { state.withLock { $0 } }

  func update(_ change: (inout StageFigures) -> Void) {
    state.withLock { change(&$0) }
  }
}
