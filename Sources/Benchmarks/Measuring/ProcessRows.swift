/// What one process cost in every round, and librdkafka's threads in it.
struct ProcessRows {
  private var own: Row
  private var client: Row
  private(set) var peakMegabytes = 0
  private let items: Double

  var rows: [Row] { [own, client] }

  /// - Parameter items: how many articles or records a round has.
  init(_ name: String, items: Int) {
    own = Row(name)
    client = Row("\(name): librdkafka")
    self.items = Double(items)
  }

  /// - Parameters:
  ///   - cost: for all items.
  ///   - figures: what else there is to say of the process.
  mutating func add(_ cost: ProcessCost, _ figures: KeyValuePairs<String, Double>) {
    own.add(cost.seconds, perTenThousand(cost.seconds))
    own.note(figures)
    client.add(cost.clientSeconds, perTenThousand(cost.clientSeconds))
    peakMegabytes = max(peakMegabytes, cost.peakMegabytes)
  }

  private func perTenThousand(_ seconds: Double) -> KeyValuePairs<String, Double> {
    ["CPU s/10,000": seconds / items * 10_000]
  }
}
