internal import CAllocations
internal import Glibc

/// What a piece of work cost.
struct Cost {
  /// Processor time.
  var seconds = 0.0
  /// How often the thread asked for memory.
  var allocations = 0

  static func += (sum: inout Cost, other: Cost) {
    sum.seconds += other.seconds
    sum.allocations += other.allocations
  }
}

/// Measures from lap to lap.
struct Clock {
  private let time: () -> Double
  private var seconds: Double
  private var allocations = rawi_allocations()

  /// - Parameter time: processor seconds up to now; those of this thread unless told otherwise.
  init(_ time: @escaping () -> Double = { processorSeconds(CLOCK_THREAD_CPUTIME_ID) }) {
    self.time = time
    seconds = time()
  }

  /// The cost since the last lap, or since the clock was made.
  mutating func lap() -> Cost {
    let seconds = time()
    let allocations = rawi_allocations()
    defer {
      self.allocations = rawi_allocations()
      self.seconds = time()
    }
    return Cost(
      seconds: seconds - self.seconds, allocations: Int(allocations - self.allocations))
  }
}

/// What a clock of the kernel's shows.
func processorSeconds(_ clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
