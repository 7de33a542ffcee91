/// Which letters of one partition have been sent back, as the replay's group keeps it: the offset
/// before which all have, and in the words beside it the runs behind that.
///
/// Offsets between two letters that hold none (the marks of transactions) count to the run of
/// both, so that letters sent back one after the other are one run.
struct ReplayMemory: Hashable, Sendable {
  /// Brokers take 4096 bytes beside an offset.
  static let wordsLimit = 4000

  /// Sorted, and apart from each other.
  private var runs: [ClosedRange<Int64>] = []
  /// The letter that was looked at last.
  private var lastSeen: Int64?

  init() {}

  /// - Parameters:
  ///   - offset: before which all letters have been sent back.
  ///   - words: as ``words`` gave them. What cannot be read is passed over.
  init(offset: Int64, words: String) {
    if offset > 0 { cover(0...offset - 1) }
    for run in words.split(separator: ",") {
      let ends = run.split(separator: "-").compactMap { Int64($0) }
      guard let first = ends.first, let last = ends.last, ends.count <= 2, first >= 0,
        first <= last, last < Int64.max
      else { continue }
      cover(first...last)
    }
  }

  /// Where the group goes on.
  var offset: Int64 {
    guard let first = runs.first, first.lowerBound == 0 else { return 0 }
    return first.upperBound + 1
  }

  /// The runs behind ``offset``, such as `12-17,20`.
  var words: String {
    runs.drop { $0.lowerBound == 0 }
      .map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ",")
  }

  func contains(_ offset: Int64) -> Bool { runs.contains { $0.contains(offset) } }

  /// Looks at the partition's next letter, and keeps that it is sent back if it is.
  mutating func see(_ offset: Int64, isSent: Bool) {
    defer { lastSeen = offset }
    if isSent { cover(offset...offset) }
    let isKnown = contains(offset)
    if let lastSeen {
      if isKnown, contains(lastSeen) { cover(lastSeen...offset) }
    } else if isKnown || offset > 0 {
      // Nothing stands before the first letter any more.
      cover(0...(isKnown ? offset : offset - 1))
    }
  }

  private mutating func cover(_ run: ClosedRange<Int64>) {
    let touching = runs.filter {
      $0.lowerBound <= run.upperBound + 1 && run.lowerBound <= $0.upperBound + 1
    }
    let first = min(run.lowerBound, touching.first?.lowerBound ?? run.lowerBound)
    let last = max(run.upperBound, touching.last?.upperBound ?? run.upperBound)
    runs.removeAll(where: touching.contains)
    runs.insert(first...last, at: runs.firstIndex { $0.lowerBound > last } ?? runs.endIndex)
  }
}
