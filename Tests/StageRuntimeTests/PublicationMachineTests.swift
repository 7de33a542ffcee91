import Testing

@testable import StageRuntime

@Suite struct PublicationMachineTests {
  typealias Step = PublicationMachine.Step
  typealias Outcome = PublicationMachine.Outcome

  /// The steps that follow from what becomes of each.
  private func run(
    _ delivery: Delivery, _ outcomes: [Outcome], _ machine: inout PublicationMachine
  ) -> [Step] {
    machine = PublicationMachine(delivery)
    var steps = [machine.start()]
    for outcome in outcomes { steps.append(machine.next(outcome)) }
    return steps
  }

  private func run(_ delivery: Delivery, _ outcomes: [Outcome]) -> [Step] {
    var machine = PublicationMachine(delivery)
    return run(delivery, outcomes, &machine)
  }

  @Test func transactionHoldsOutputAndOffsets() {
    #expect(
      run(.exactlyOnce, [.done, .done, .done, .done])
        == [.begin, .produce, .sendOffsets, .commit, .finished])
  }

  @Test func offsetsFollowDeliveryWithoutTransactions() {
    #expect(run(.atLeastOnce, [.done, .done]) == [.produce, .sendOffsets, .finished])
  }

  @Test func abortedTransactionIsMadeAgainFromTheSameOutput() {
    #expect(
      run(.exactlyOnce, [.done, .done, .done, .abortable, .done, .done, .done])
        == [
          .begin, .produce, .sendOffsets, .commit, .abort, .wait(attempt: 0), .begin, .produce,
        ])
  }

  @Test func passingErrorsRepeatTheirStepAfterGrowingWaits() {
    #expect(
      run(.exactlyOnce, [.done, .done, .retriable, .done, .retriable, .done, .done])
        == [
          .begin, .produce, .sendOffsets, .wait(attempt: 0), .sendOffsets, .wait(attempt: 1),
          .sendOffsets, .commit,
        ])
  }

  @Test func whatHasChangedDoesNotWaitAsLongAsWhatFailed() {
    var machine = PublicationMachine(.exactlyOnce)
    let steps = run(
      .exactlyOnce, [.done, .abortable, .done, .done, .done, .abortable, .done], &machine)
    #expect(steps.last == .wait(attempt: 1))
    _ = run(.exactlyOnce, [.done, .abortable, .done, .done, .done], &machine)
    machine.learn()
    #expect(machine.next(.abortable) == .abort)
    #expect(machine.next(.done) == .wait(attempt: 0))
  }

  @Test(arguments: [Delivery.exactlyOnce, .atLeastOnce])
  func fatalErrorsEndIt(_ delivery: Delivery) {
    #expect(run(delivery, [.done, .fatal]).last == .failed)
  }

  @Test func failedCommitOfOffsetsDoesNotSendOutputAgain() {
    #expect(
      run(.atLeastOnce, [.done, .abortable, .done])
        == [.produce, .sendOffsets, .wait(attempt: 0), .sendOffsets])
  }

  @Test func revokedPartitionsStillCommitWhatGoesThrough() {
    var machine = PublicationMachine(.exactlyOnce)
    _ = run(.exactlyOnce, [.done], &machine)
    machine.revoke(lost: false)
    #expect(machine.next(.done) == .sendOffsets)
    #expect(machine.next(.done) == .commit)
    #expect(machine.next(.retriable) == .wait(attempt: 0))
    // Only asking again tells whether the commit came through.
    #expect(machine.next(.done) == .commit)
    #expect(machine.next(.done) == .finished)
  }

  @Test func revokedPartitionsAreNotTriedAgain() {
    var machine = PublicationMachine(.exactlyOnce)
    _ = run(.exactlyOnce, [.done, .done], &machine)
    machine.revoke(lost: false)
    #expect(machine.next(.retriable) == .abort)
    #expect(machine.next(.done) == .dropped)
  }

  @Test func revokedWhileWaitingForTheNextTransactionIsDroppedAtOnce() {
    var machine = PublicationMachine(.exactlyOnce)
    _ = run(.exactlyOnce, [.done, .abortable, .done], &machine)
    machine.revoke(lost: false)
    #expect(machine.next(.done) == .dropped)
  }

  @Test(arguments: 0...2)
  func lostPartitionsAreNeverCommitted(_ stepsDone: Int) {
    var machine = PublicationMachine(.exactlyOnce)
    _ = run(.exactlyOnce, Array(repeating: .done, count: stepsDone), &machine)
    machine.revoke(lost: true)
    #expect(machine.next(.done) == .abort)
    #expect(machine.next(.done) == .dropped)
  }

  @Test func lostPartitionsAreDroppedWithoutTransactions() {
    var machine = PublicationMachine(.atLeastOnce)
    _ = run(.atLeastOnce, [], &machine)
    machine.revoke(lost: true)
    #expect(machine.next(.done) == .dropped)
  }

  @Test func waitsGrowToALimitAndDiffer() {
    let backoff = Backoff(first: .milliseconds(100), limit: .seconds(1))
    #expect(backoff.wait(0, chance: 0) == .milliseconds(50))
    #expect(backoff.wait(0, chance: 1) == .milliseconds(100))
    #expect(backoff.wait(2, chance: 1) == .milliseconds(400))
    #expect(backoff.wait(60, chance: 1) == .seconds(1))
  }
}
