/// Notices when nothing moves any more.
struct Patience {
  private let limit: Duration
  private var last: (state: [Int64], since: ContinuousClock.Instant)?

  init(_ limit: Duration) { self.limit = limit }

  /// - Parameter state: whatever changes when something moves.
  /// - Returns: whether it has been the same for too long.
  mutating func isExhausted(by state: [Int64]) -> Bool {
    let now = ContinuousClock.now
    guard let last, last.state == state else {
      self.last = (state, now)
      return false
    }
    return now - last.since > limit
  }
}
