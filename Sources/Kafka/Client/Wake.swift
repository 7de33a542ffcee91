internal import CRdkafka
internal import Synchronization

/// Makes a thread that waits in one of librdkafka's queues return at once.
final class Wake: @unchecked Sendable {
  private let queue: Mutex<UnsafeQueue?>

  private struct UnsafeQueue: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  init(_ queue: OpaquePointer?) {
    self.queue = Mutex(queue.map(UnsafeQueue.init))
  }

  func up() {
    queue.withLock { queue in
      if let queue {
        rd_kafka_queue_yield(queue.pointer)
      }
    }
  }

  /// Lets the queue go; it has to be gone before its handle is.
  func release() {
    queue.withLock { queue in
      if let queue = queue.take() {
        rd_kafka_queue_destroy(queue.pointer)
      }
    }
  }
}
