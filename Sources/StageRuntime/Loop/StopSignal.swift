internal import Foundation
internal import Synchronization

/// The wish to stop: SIGTERM and SIGINT, or a call.
public final class StopSignal: Sendable {
  private let requested = Atomic<Bool>(false)
  /// Set once, by ``listen()``.
  private let watch = Mutex<SignalWatch?>(nil)
  let latch = Latch()

  public init() {}

  public var isRequested: Bool { requested.load(ordering: .acquiring) }

  public func request() {
    requested.store(true, ordering: .releasing)
    latch.open()
  }

  /// Listens for SIGTERM and SIGINT. The first asks to stop; a second one ends the process at
  /// once. To be called once, at the program's start.
  public func listen() {
    let listener = SignalWatch { [self] number in
      if isRequested { _exit(128 + number) }
      request()
    }
    watch.withLock { $0 = listener }
  }
}
