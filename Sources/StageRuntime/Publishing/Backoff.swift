/// Waiting times between attempts: doubled each time up to a limit, and drawn from the upper half
/// so that workers that failed together do not come back together.
struct Backoff: Sendable {
  var first: Duration = .milliseconds(100)
  var limit: Duration = .seconds(10)

  /// - Parameters:
  ///   - attempt: 0 for the first wait.
  ///   - chance: from 0 to 1.
  func wait(_ attempt: Int, chance: Double) -> Duration {
    let full = attempt < 20 ? min(first * (1 << attempt), limit) : limit
    return full / 2 + full / 2 * chance
  }
}
