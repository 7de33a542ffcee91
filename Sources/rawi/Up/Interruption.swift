internal import Dispatch
internal import Foundation

/// Ctrl-C and SIGTERM, as they come.
final class Interruption: Sendable {
  let signals: AsyncStream<Int32>
  /// Only kept, as long as this object lives.
  private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

  init() {
    let (signals, continuation) = AsyncStream.makeStream(of: Int32.self)
    self.signals = signals
    sources = [SIGTERM, SIGINT].map { number in
      // The default would end the process before the source hears of it.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { continuation.yield(number) }
      source.resume()
      return source
    }
  }
}
