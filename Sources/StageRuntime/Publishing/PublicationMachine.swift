/// The order in which one batch's output becomes visible, as a pure machine: results in, the next
/// step out. It knows nothing of Kafka and never waits.
///
/// Exactly once: begin, produce, add the offsets, commit. What fails for the moment is tried
/// again after a while; a transaction that cannot be committed is aborted and made again from the
/// same outputs, since nobody has seen them. At least once: produce and wait for delivery, then
/// commit the offsets.
struct PublicationMachine: Sendable {
  enum Step: Sendable, Hashable {
    case begin
    /// Enqueue all outputs and, without transactions, wait until they are delivered.
    case produce
    case sendOffsets
    case commit
    case abort
    case wait(attempt: Int)
    case finished
    /// The partitions belong to somebody else: whoever has them now does the batch.
    case dropped
    case failed
  }

  enum Outcome: Sendable, Hashable {
    case done
    /// The same step may succeed later.
    case retriable
    /// The transaction cannot be committed any more.
    case abortable
    /// Nothing will help.
    case fatal
  }

  private enum State: Hashable {
    case doing(Step)
    /// Waiting before this step.
    case waiting(Step)
    case over
  }

  let delivery: Delivery
  private var state: State
  private var attempt = 0
  private var revoked = false
  private var lost = false
  private var givenUp = false

  init(_ delivery: Delivery) {
    self.delivery = delivery
    state = .over
  }

  mutating func start() -> Step {
    go(delivery == .exactlyOnce ? .begin : .produce)
  }

  /// The partitions are being taken away. What can still be committed at once is, and nothing is
  /// tried again.
  ///
  /// - Parameter lost: they are somebody else's already, so nothing may be committed.
  mutating func revoke(lost: Bool) {
    revoked = true
    self.lost = self.lost || lost
  }

  /// The process ends: the step under way is the last one, and what is left open the broker aborts.
  mutating func giveUp() { givenUp = true }

  /// What is published has changed since it failed, so there is no reason to wait as long as before.
  mutating func learn() { attempt = 0 }

  /// - Parameter outcome: what became of the last step; `done` after a wait.
  mutating func next(_ outcome: Outcome) -> Step {
    if givenUp, state != .doing(.commit) || outcome != .done { return end(.dropped) }
    switch state {
    case .over: preconditionFailure("nothing is being published")
    case .waiting(let step):
      if !revoked || step == .commit || step == .abort { return go(step) }
      return leave(transactionIsOpen: step != .begin)
    case .doing(let step):
      switch outcome {
      case .done: return follow(step)
      case .fatal: return end(.failed)
      case .retriable:
        // Whether a commit came through is only known when it is asked for again.
        if !revoked || step == .commit || step == .abort { return wait(before: step) }
        return leave(transactionIsOpen: step != .begin)
      case .abortable: return retreat(from: step)
      }
    }
  }

  private mutating func follow(_ step: Step) -> Step {
    let isTransaction = delivery == .exactlyOnce
    switch step {
    case .begin: return lost ? leave(transactionIsOpen: true) : go(.produce)
    case .produce: return lost ? leave(transactionIsOpen: true) : go(.sendOffsets)
    case .sendOffsets:
      guard isTransaction else { return end(.finished) }
      return lost ? leave(transactionIsOpen: true) : go(.commit)
    case .commit: return end(.finished)
    case .abort: return revoked ? end(.dropped) : wait(before: .begin)
    case .wait, .finished, .dropped, .failed: preconditionFailure("\(step) has no result")
    }
  }

  private mutating func retreat(from step: Step) -> Step {
    // Without transactions there is nothing to take back: the step is tried again.
    if delivery == .atLeastOnce { return revoked ? end(.dropped) : wait(before: step) }
    return step == .abort ? wait(before: .abort) : go(.abort)
  }

  /// Ends without a commit.
  private mutating func leave(transactionIsOpen: Bool) -> Step {
    delivery == .exactlyOnce && transactionIsOpen ? go(.abort) : end(.dropped)
  }

  private mutating func go(_ step: Step) -> Step {
    state = .doing(step)
    return step
  }

  private mutating func wait(before step: Step) -> Step {
    state = .waiting(step)
    defer { attempt += 1 }
    return .wait(attempt: attempt)
  }

  private mutating func end(_ step: Step) -> Step {
    state = .over
    return step
  }
}
