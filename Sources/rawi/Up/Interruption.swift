internal import StageRuntime

/// Ctrl-C and SIGTERM, as they come.
final class Interruption: Sendable {
  let signals: AsyncStream<Int32>
  /// Only kept, as long as this object lives.
  private let watch: SignalWatch

  init() {
    let (signals, continuation) = AsyncStream.makeStream(of: Int32.self)
    self.signals = signals
    watch = SignalWatch { continuation.yield($0) }
  }
}
