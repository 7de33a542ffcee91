internal import Synchronization

/// Where tasks wait until the producer's queue has room again.
///
/// A task notes the `turn` before it tries; if the queue was full and something has left it since, it does not wait but tries
/// again. So no wake-up is lost between a try and the wait.
final class Room: Sendable {
  private struct State {
    var turn: UInt64 = 0
    var nextTicket: UInt64 = 0
    var waiting: [(ticket: UInt64, continuation: UnsafeContinuation<Void, Never>)] = []
    /// Tickets whose task was cancelled before it came to wait.
    var cancelled: Set<UInt64> = []
  }

  private let state = Mutex(State())

  var turn: UInt64 { state.withLock { $0.turn } }

  /// Waits until something has left the queue since `turn`, or the task is cancelled.
  func wait(since turn: UInt64) async {
    let ticket = state.withLock { state in
      state.nextTicket += 1
      return state.nextTicket
    }
    await withTaskCancellationHandler {
      await withUnsafeContinuation { (continuation: UnsafeContinuation<Void, Never>) in
        let goOn = state.withLock { state in
          if state.cancelled.remove(ticket) != nil || state.turn != turn { return true }
          state.waiting.append((ticket, continuation))
          return false
        }
        if goOn {
          continuation.resume()
        }
      }
    } onCancel: {
      cancel(ticket)
    }
    _ = state.withLock { $0.cancelled.remove(ticket) }
  }

  /// Records that `count` entries left the queue and lets as many tasks try again, the longest waiting first.
  func free(_ count: Int) {
    let woken = state.withLock { state in
      state.turn += 1
      let woken = state.waiting.prefix(count)
      state.waiting.removeFirst(woken.count)
      return woken
    }
    for (_, continuation) in woken {
      continuation.resume()
    }
  }

  func freeAll() {
    free(.max)
  }

  private func cancel(_ ticket: UInt64) {
    let continuation = state.withLock { state -> UnsafeContinuation<Void, Never>? in
      guard let index = state.waiting.firstIndex(where: { $0.ticket == ticket }) else {
        state.cancelled.insert(ticket)
        return nil
      }
      return state.waiting.remove(at: index).continuation
    }
    continuation?.resume()
  }
}
