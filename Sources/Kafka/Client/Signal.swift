internal import Synchronization

/// Something that happens once and that any number of tasks may wait for.
final class Signal: Sendable {
  private struct State {
    var happened = false
    var waiting: [UnsafeContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  func fire() {
    let waiting = state.withLock { state in
      state.happened = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting {
      continuation.resume()
    }
  }

  func wait() async {
    await withUnsafeContinuation { continuation in
      let already = state.withLock { state in
        if !state.happened {
          state.waiting.append(continuation)
        }
        return state.happened
      }
      if already {
        continuation.resume()
      }
    }
  }
}
