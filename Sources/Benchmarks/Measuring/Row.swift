/// One line of a report: the same work in each round.
struct Row {
  let name: String
  /// Processor seconds, one for each round.
  private(set) var seconds: [Double] = []
  /// What else there is to say, in the order in which it was said first; one for each round.
  private(set) var figures: [(name: String, values: [Double])] = []

  init(_ name: String) { self.name = name }

  /// Adds a round.
  ///
  /// - Parameters:
  ///   - seconds: processor time.
  ///   - figures: of this round, with their names and units: `p50 ms`.
  mutating func add(_ seconds: Double, _ figures: KeyValuePairs<String, Double> = [:]) {
    self.seconds.append(seconds)
    note(figures)
  }

  /// Says more of the round that was added last.
  mutating func note(_ figures: KeyValuePairs<String, Double>) {
    for (name, value) in figures {
      if let index = self.figures.firstIndex(where: { $0.name == name }) {
        self.figures[index].values.append(value)
      } else {
        self.figures.append((name, [value]))
      }
    }
  }

  /// The processor seconds of the middle round.
  var median: Double { Self.median(of: seconds) }

  /// How far the slowest round is from the fastest, as a share of the median.
  var spread: Double {
    median > 0 ? ((seconds.max() ?? 0) - (seconds.min() ?? 0)) / median : 0
  }

  /// The figure of the middle round; nil where the row has none of that name.
  func figure(_ name: String) -> Double? {
    figures.first { $0.name == name }.map { Self.median(of: $0.values) }
  }

  private static func median(of values: [Double]) -> Double { values.sorted()[values.count / 2] }
}

extension Array where Element: BinaryFloatingPoint {
  /// The value that this share of all are not above; the values stand in order.
  func quantile(_ share: Double) -> Element {
    self[Swift.min(count - 1, Int(Double(count) * share))]
  }
}
