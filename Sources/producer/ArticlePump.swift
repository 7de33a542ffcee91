internal import ArticleReading
internal import Dispatch
internal import Synchronization

/// Reads articles on a thread of its own, since reading blocks, at most a few ahead of whoever
/// takes them.
final class ArticlePump: @unchecked Sendable {
  private static let ahead = 256

  /// To be taken by one task, which calls ``taken()`` for each.
  let items: AsyncStream<ArticleItem>

  private let continuation: AsyncStream<ArticleItem>.Continuation
  private let room = DispatchSemaphore(value: ahead)
  /// Touched by the reading thread alone.
  private let inputs: ArticleInputs
  private let latest: Mutex<ArticleInputs.Progress>
  private let isStopped = Atomic<Bool>(false)

  init(_ inputs: ArticleInputs) {
    self.inputs = inputs
    latest = Mutex(inputs.progress)
    (items, continuation) = AsyncStream.makeStream()
  }

  var progress: ArticleInputs.Progress { latest.withLock { $0 } }

  func start() {
    DispatchQueue(label: "producer.reading").async { [self] in
      while !isStopped.load(ordering: .acquiring), let item = inputs.next() {
        latest.withLock { $0 = inputs.progress }
        room.wait()
        continuation.yield(item)
      }
      latest.withLock { $0 = inputs.progress }
      continuation.finish()
    }
  }

  func taken() { room.signal() }

  /// Ends the items at once, even while the thread waits for standard input.
  func stop() {
    isStopped.store(true, ordering: .releasing)
    continuation.finish()
  }
}
