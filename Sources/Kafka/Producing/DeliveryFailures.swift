internal import Synchronization

/// Counts the records that were not delivered and keeps the first reason, until somebody is told.
final class DeliveryFailures: Sendable {
  private struct State {
    var count = 0
    /// Failures whose sender has not been told by a handler.
    var unheard = 0
    var first: KafkaError?
  }

  private let state = Mutex(State())

  func note(_ error: KafkaError, awaited: Bool) {
    state.withLock { state in
      state.count += 1
      state.unheard += awaited ? 0 : 1
      state.first = state.first ?? error
    }
  }

  /// The first failure, with the number of all in its words; forgets them.
  /// With `unheardOnly` only where a sender does not know yet.
  func take(unheardOnly: Bool) -> KafkaError? {
    let taken = state.withLock { state in
      defer { state = State() }
      return state
    }
    let count = unheardOnly ? taken.unheard : taken.count
    guard let first = taken.first, count > 0 else { return nil }
    let rest = count == 1 ? "a record was" : "\(count) records were"
    return KafkaError(
      first.code, "\(rest) not delivered: \(first.message)", topic: first.topic,
      partition: first.partition, isFatal: first.isFatal, isRetriable: first.isRetriable)
  }
}
