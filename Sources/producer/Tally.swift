internal import Synchronization

/// What became of the articles so far.
final class Tally: Sendable {
  struct Counts {
    var read = 0
    var unread = 0
    var delivered = 0
    var undelivered = 0
    /// Of the records' values.
    var bytes = 0
  }

  private let state = Mutex(Counts())

  var counts: Counts { state.withLock { $0 } }

  func add(_ change: (inout Counts) -> Void) { state.withLock { change(&$0) } }
}
