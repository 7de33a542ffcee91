internal import Dispatch
internal import Synchronization

/// Threads for the stage's work, apart from Swift's own pool, which stays free for waiting.
struct WorkThreads: Sendable {
  let count: Int
  private let queue = DispatchQueue(label: "rawi.work", attributes: .concurrent)

  /// The results of `body` for `0..<total`, in that order.
  ///
  /// Each thread takes the next number when it is free, so that one long article does not hold up
  /// others.
  func map<Value: Sendable>(
    _ total: Int, _ body: @escaping @Sendable (Int) -> Value
  ) async -> [Value] {
    let gathering = Gathering<Value>(total)
    let threads = min(count, total)
    guard threads > 0 else { return [] }
    return await withUnsafeContinuation { continuation in
      let group = DispatchGroup()
      for _ in 0..<threads {
        queue.async(group: group) { gathering.work(body) }
      }
      group.notify(queue: queue) { continuation.resume(returning: gathering.values) }
    }
  }
}

/// What the threads have finished.
private final class Gathering<Value: Sendable>: Sendable {
  private let total: Int
  private let next = Atomic<Int>(0)
  private let finished: Mutex<[(Int, Value)]>

  init(_ total: Int) {
    self.total = total
    finished = Mutex([])
  }

  func work(_ body: (Int) -> Value) {
    var own: [(Int, Value)] = []
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < total else { break }
      own.append((index, body(index)))
    }
    finished.withLock { $0 += own }
  }

  var values: [Value] {
    finished.withLock { $0.sorted { $0.0 < $1.0 }.map(\.1) }
  }
}
