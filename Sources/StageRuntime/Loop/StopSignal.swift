internal import Dispatch
internal import Foundation
internal import Synchronization

/// The wish to stop: SIGTERM and SIGINT, or a call.
public final class StopSignal: Sendable {
  private let requested = Atomic<Bool>(false)
  /// Set once, by ``listen()``; they live as long as this object.
  private nonisolated(unsafe) var sources: [any DispatchSourceSignal] = []
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
    for number in [SIGTERM, SIGINT] {
      // The default would end the process before the source hears of it.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [self] in
        if isRequested { _exit(128 + number) }
        request()
      }
      source.resume()
      sources.append(source)
    }
  }
}
