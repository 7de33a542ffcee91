internal import Foundation
internal import StageRuntime
internal import Synchronization

/// SIGINT and SIGTERM: the first asks to stop, a second ends the process at once.
final class Interruption: Sendable {
  private let requested: RequestFlag
  /// Only kept, as long as this object lives.
  private let watch: SignalWatch

  var isRequested: Bool { requested.value.load(ordering: .acquiring) }

  init(_ action: @escaping @Sendable () -> Void) {
    let requested = RequestFlag()
    self.requested = requested
    watch = SignalWatch { number in
      if requested.value.exchange(true, ordering: .acquiringAndReleasing) { _exit(128 + number) }
      action()
    }
  }
}

private final class RequestFlag: Sendable {
  let value = Atomic<Bool>(false)
}
