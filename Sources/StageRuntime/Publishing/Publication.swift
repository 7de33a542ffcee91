internal import Synchronization

/// One batch being published, seen by the task that publishes it and by whoever must end it.
final class Publication: Sendable {
  private let machine: Mutex<PublicationMachine>
  /// Open when the publication is over.
  let over = Latch()
  private let end = Mutex<Ending?>(nil)

  enum Ending: Sendable {
    case finished
    case dropped
    case failed(StageFailure)
  }

  init(_ delivery: Delivery) {
    machine = Mutex(PublicationMachine(delivery))
  }

  func start() -> PublicationMachine.Step {
    machine.withLock { $0.start() }
  }

  func next(_ outcome: PublicationMachine.Outcome) -> PublicationMachine.Step {
    machine.withLock { $0.next(outcome) }
  }

  /// The partitions go to somebody else, or are gone already.
  func revoke(lost: Bool) {
    machine.withLock { $0.revoke(lost: lost) }
  }

  /// The process ends whether this is finished or not.
  func giveUp() {
    machine.withLock { $0.giveUp() }
  }

  /// Another output goes out than the one that failed.
  func learn() {
    machine.withLock { $0.learn() }
  }

  /// How it ended; nil while it has not.
  var ending: Ending? { end.withLock { $0 } }

  func end(_ ending: Ending) {
    end.withLock { $0 = ending }
    over.open()
  }
}
