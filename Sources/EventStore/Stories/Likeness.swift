/// Whether two texts tell the same thing in so many of the same words that one is a copy of the
/// other, or follows it up.
///
/// It depends on the two sketches alone, and not on which of them comes first.
enum Likeness {
  /// How many of the shingles of both together must be shared, as a share of one.
  private static let resemblance = 1.0 / 6
  /// A text that was cut has fewer, but nearly all it has are the other's.
  private static let containment = 0.7
  private static let resemblanceOfCut = 0.12
  /// Above this the texts are one, whatever numbers changed.
  private static let resemblanceOfCopy = 0.6
  /// Forecasts, tables and prices are written in the same words every day: they differ in their
  /// numbers. Texts of at least three numbers must share half of those of the one with fewer.
  private static let fewestNumbers = 3
  private static let numbersShared = 0.5

  static func areAlike(_ one: Sketch, _ other: Sketch) -> Bool {
    if one.isShort || other.isShort { return !one.shingles.isEmpty && one == other }
    let shingles = Overlap(one.shingles, other.shingles, sampledTo: Sketch.size)
    guard shingles.shared >= Sketch.fewestShingles else { return false }
    let isCut =
      shingles.containment >= containment && shingles.resemblance >= resemblanceOfCut
    guard shingles.resemblance >= resemblance || isCut else { return false }
    return shingles.resemblance >= resemblanceOfCopy || numbersAgree(one, other)
  }

  private static func numbersAgree(_ one: Sketch, _ other: Sketch) -> Bool {
    guard min(one.numbers.count, other.numbers.count) >= fewestNumbers else { return true }
    return Overlap(one.numbers, other.numbers, sampledTo: .max).containment >= numbersShared
  }
}

/// What two ascending samples have in common, as far as both reach.
private struct Overlap {
  private(set) var shared = 0
  private var first = 0
  private var second = 0

  /// Of all that the two have, how much both have.
  var resemblance: Double { Double(shared) / Double(max(1, first + second - shared)) }
  /// Of what the lesser one has, how much the other has.
  var containment: Double { Double(shared) / Double(max(1, min(first, second))) }

  /// - Parameter size: a sample of so many is cut off behind its last; a smaller one is all there is.
  init(_ one: [UInt32], _ other: [UInt32], sampledTo size: Int) {
    let reach = [one, other].filter { $0.count >= size }.compactMap(\.last).min() ?? .max
    while first < one.count, second < other.count, one[first] <= reach, other[second] <= reach {
      let (left, right) = (one[first], other[second])
      if left == right { shared += 1 }
      if left <= right { first += 1 }
      if right <= left { second += 1 }
    }
    while first < one.count, one[first] <= reach { first += 1 }
    while second < other.count, other[second] <= reach { second += 1 }
  }
}
