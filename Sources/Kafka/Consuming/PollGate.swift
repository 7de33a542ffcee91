internal import Synchronization

/// Whether one poll is waiting, has been cancelled before it began, or is over.
///
/// Only a poll that waits is woken: a wake-up that came too late would cut the next one short.
final class PollGate: Sendable {
  private enum State {
    case before, waiting, cancelled, over
  }

  private let state = Mutex(State.before)

  /// False where the poll was cancelled before it began, and should only take what is there.
  func enter() -> Bool {
    state.withLock { state in
      guard case .before = state else { return false }
      state = .waiting
      return true
    }
  }

  func leave() {
    state.withLock { $0 = .over }
  }

  func cancel(_ wake: () -> Void) {
    state.withLock { state in
      switch state {
      case .before: state = .cancelled
      case .waiting: wake()
      case .cancelled, .over: return
      }
    }
  }
}
