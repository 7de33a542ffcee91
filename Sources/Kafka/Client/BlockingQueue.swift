internal import Dispatch
internal import Synchronization

/// A thread of a client's own for the C calls that block.
///
/// Swift's cooperative pool has as many threads as there are cores; a call that waits for a broker would take one of them from
/// everybody. Serial, so that calls of one client do not pile up threads.
struct BlockingQueue: Sendable {
  private let queue: DispatchQueue

  init(_ label: String) {
    queue = DispatchQueue(label: "kafka.\(label)")
  }

  /// Runs `body` on this queue's thread and gives its result to the waiting task.
  func run<Value: Sendable>(
    _ body: @escaping @Sendable () throws(KafkaError) -> Value
  ) async throws(KafkaError) -> Value {
    let outcome = Outcome<Value>()
    await withUnsafeContinuation { continuation in
      queue.async {
        outcome.result.withLock { $0 = Result(catching: body) }
        continuation.resume()
      }
    }
    return try outcome.result.withLock { $0.take()! }.get()
  }

  /// Runs `body` some time later; nobody waits for it.
  func schedule(_ body: @escaping @Sendable () -> Void) {
    queue.async(execute: body)
  }
}

/// Handed from the queue's thread to the task under a lock: where the queue is quicker than the task, Swift's runtime hands a
/// continuation's value over in a way that ThreadSanitizer does not see.
private final class Outcome<Value: Sendable>: Sendable {
  let result = Mutex<Result<Value, KafkaError>?>(nil)
}
