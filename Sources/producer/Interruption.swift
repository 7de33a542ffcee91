internal import Dispatch
internal import Foundation
internal import Synchronization

/// SIGINT and SIGTERM: the first asks to stop, a second ends the process at once.
final class Interruption: Sendable {
  private let requested: RequestFlag
  /// Only kept, as long as this object lives.
  private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

  var isRequested: Bool { requested.value.load(ordering: .acquiring) }

  init(_ action: @escaping @Sendable () -> Void) {
    let requested = RequestFlag()
    self.requested = requested
    sources = [SIGINT, SIGTERM].map { number in
      // The default would end the process before the source hears of it.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if requested.value.exchange(true, ordering: .acquiringAndReleasing) { _exit(128 + number) }
        action()
      }
      source.resume()
      return source
    }
  }
}

private final class RequestFlag: Sendable {
  let value = Atomic<Bool>(false)
}
