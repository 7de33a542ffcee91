internal import Synchronization

/// The end of a process, which many may wait for.
final class Ending: Sendable {
  private struct State {
    var status: Int32?
    var waiting: [CheckedContinuation<Int32, Never>] = []
  }

  private let state = Mutex(State())

  func come(_ status: Int32) {
    let waiting = state.withLock { state in
      state.status = status
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume(returning: status) }
  }

  /// Waits for the end, and returns the exit status.
  func wait() async -> Int32 {
    await withCheckedContinuation { continuation in
      let status = state.withLock { state in
        if state.status == nil { state.waiting.append(continuation) }
        return state.status
      }
      if let status { continuation.resume(returning: status) }
    }
  }

  /// Runs `body` unless the end has come, and keeps it from coming meanwhile.
  func ifAhead(_ body: () -> Void) {
    state.withLock { if $0.status == nil { body() } }
  }
}
