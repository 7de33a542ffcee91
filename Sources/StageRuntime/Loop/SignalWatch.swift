internal import Dispatch
internal import Foundation
internal import Synchronization

/// The last signal that came before anybody listened: a signal handler can reach nothing but a global.
private let early = Atomic<Int32>(0)

/// Tells of every SIGTERM and SIGINT from its making on, as long as it lives. One a process.
public final class SignalWatch: Sendable {
  private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

  /// - Parameter action: called with the signal's number, on a thread of its own.
  public init(_ action: @escaping @Sendable (Int32) -> Void) {
    early.store(0, ordering: .relaxed)
    sources = [SIGTERM, SIGINT].map { number in
      // The default would end the process, and an ignored signal would be lost, until the source is at work.
      signal(number) { early.store($0, ordering: .releasing) }
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { action(number) }
      source.setRegistrationHandler {
        if early.compareExchange(expected: number, desired: 0, ordering: .acquiring).exchanged {
          action(number)
        }
      }
      source.resume()
      return source
    }
  }
}
