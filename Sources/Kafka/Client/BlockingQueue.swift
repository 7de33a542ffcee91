internal import Dispatch

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
    let result: Result<Value, KafkaError> = await withUnsafeContinuation { continuation in
      queue.async {
        continuation.resume(returning: Result(catching: body))
      }
    }
    return try result.get()
  }

  /// Runs `body` some time later; nobody waits for it.
  func schedule(_ body: @escaping @Sendable () -> Void) {
    queue.async(execute: body)
  }
}
