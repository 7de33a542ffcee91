internal import Synchronization

/// What becomes of one record, decided by the delivery thread and awaited by the sender.
final class Fate: Sendable {
  private enum State {
    case open
    case awaited(UnsafeContinuation<Result<RecordPosition, KafkaError>, Never>)
    case decided(Result<RecordPosition, KafkaError>)
  }

  private let state = Mutex(State.open)

  func decide(_ result: Result<RecordPosition, KafkaError>) {
    let waiting = state.withLock {
      state -> UnsafeContinuation<Result<RecordPosition, KafkaError>, Never>? in
      defer { state = .decided(result) }
      if case .awaited(let continuation) = state { return continuation }
      return nil
    }
    waiting?.resume(returning: result)
  }

  func value() async throws(KafkaError) -> RecordPosition {
    let result = await withUnsafeContinuation { continuation in
      let decided = state.withLock { state -> Result<RecordPosition, KafkaError>? in
        if case .decided(let result) = state { return result }
        state = .awaited(continuation)
        return nil
      }
      if let decided {
        continuation.resume(returning: decided)
      }
    }
    return try result.get()
  }
}
