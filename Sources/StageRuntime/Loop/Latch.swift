internal import Synchronization

/// Opens once; tasks wait for it with a limit.
final class Latch: Sendable {
  private struct State {
    var isOpen = false
    var nextTicket = 0
    var waiting: [Int: UnsafeContinuation<Bool, Never>] = [:]
    /// Tickets whose time was over before their task came to wait.
    var expired: Set<Int> = []
  }

  private let state = Mutex(State())

  var isOpen: Bool { state.withLock { $0.isOpen } }

  func open() {
    let waiting = state.withLock { state in
      state.isOpen = true
      defer { state.waiting = [:] }
      return state.waiting
    }
    for continuation in waiting.values { continuation.resume(returning: true) }
  }

  /// Waits until the latch is open.
  func wait() async {
    while await !wait(upTo: .seconds(3600)) {}
  }

  /// Waits until the latch is open, at most for `limit`; whether it is open.
  func wait(upTo limit: Duration) async -> Bool {
    let ticket = state.withLock { state in
      state.nextTicket += 1
      return state.nextTicket
    }
    let timer = Task {
      try await Task.sleep(for: limit)
      expire(ticket)
    }
    let isOpen = await withUnsafeContinuation { continuation in
      let answer: Bool? = state.withLock { state in
        if state.isOpen { return true }
        if state.expired.contains(ticket) { return false }
        state.waiting[ticket] = continuation
        return nil
      }
      if let answer { continuation.resume(returning: answer) }
    }
    timer.cancel()
    state.withLock { _ = $0.expired.remove(ticket) }
    return isOpen
  }

  private func expire(_ ticket: Int) {
    let continuation = state.withLock { state in
      let continuation = state.waiting.removeValue(forKey: ticket)
      if continuation == nil { state.expired.insert(ticket) }
      return continuation
    }
    continuation?.resume(returning: false)
  }
}
