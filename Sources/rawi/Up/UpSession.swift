internal import Foundation
internal import StageRuntime

/// One run of everything against brokers that are there.
struct UpSession: Sendable {
  /// What may happen meanwhile.
  private enum Happening: Sendable {
    case indexed(String)
    case ended(Child, status: Int32)
    case interrupted(Int32)
    case cancelled
  }

  var format: OutputFormat
  var keepRunning: Bool

  /// Runs until all articles are indexed, something fails, or the user has enough; every process
  /// has ended when this returns.
  func run(_ flow: Flow, _ workers: Workers, _ interruption: Interruption) async throws {
    let outcome = await withThrowingTaskGroup(of: Happening.self) { group in
      begin(in: &group, flow, workers, interruption)
      let outcome = await Result(of: { try await decide(&group) })
      // What the rest still has to say is about the end that is now made.
      group.cancelAll()
      await Stopping(workers.all).run(hurriedBy: interruption)
      return outcome
    }
    try outcome.get()
    let status = await workers.producer.exitStatus()
    if status != 0 { throw UpEnd.died(workers.producer, status: status) }
  }

  private func begin(
    in group: inout ThrowingTaskGroup<Happening, any Error>, _ flow: Flow, _ workers: Workers,
    _ interruption: Interruption
  ) {
    for child in workers.lasting {
      group.addTask { .ended(child, status: await child.exitStatus()) }
    }
    group.addTask {
      for await signal in interruption.signals { return .interrupted(signal) }
      return .cancelled
    }
    group.addTask {
      try await flow.showEvents(format)
      return .cancelled
    }
    group.addTask {
      try await flow.showDeadLetters()
      return .cancelled
    }
    group.addTask {
      _ = await workers.producer.exitStatus()
      return .indexed(try await flow.finish())
    }
  }

  /// Returns where the run ends well.
  private func decide(_ group: inout ThrowingTaskGroup<Happening, any Error>) async throws {
    let started = ContinuousClock.now
    var isIndexed = false
    while let happening = try await group.next() {
      switch happening {
      case .indexed(let summary):
        let seconds = (ContinuousClock.now - started) / .seconds(1)
        Terminal.note("rawi: \(summary) in \(String(format: "%.1f", seconds)) s")
        guard keepRunning else { return }
        Terminal.note("rawi: running until interrupted")
        isIndexed = true
      case .ended(let child, let status): throw UpEnd.died(child, status: status)
      case .interrupted(let signal):
        if isIndexed { return }
        throw UpEnd.interrupted(signal)
      case .cancelled: break
      }
    }
  }
}
