internal import CAllocations
internal import Glibc

/// What a piece of work cost the thread that did it.
struct Cost {
  /// Processor time.
  var seconds = 0.0
  /// How often it asked for memory.
  var allocations = 0

  static func += (sum: inout Cost, other: Cost) {
    sum.seconds += other.seconds
    sum.allocations += other.allocations
  }
}

/// Measures from lap to lap on one thread.
struct Clock {
  private var seconds = Clock.threadSeconds()
  private var allocations = rawi_allocations()

  /// The cost since the last lap, or since the clock was made.
  mutating func lap() -> Cost {
    let seconds = Self.threadSeconds()
    let allocations = rawi_allocations()
    defer {
      self.allocations = rawi_allocations()
      self.seconds = Self.threadSeconds()
    }
    return Cost(
      seconds: seconds - self.seconds, allocations: Int(allocations - self.allocations))
  }

  private static func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
