internal import EventStore

/// What an article costs in a small store and in a large one.
struct StoreGrowth {
  let replicas: Replicas
  let corpus: Corpus
  let stores: TemporaryStores

  /// The same everywhere, so that a transaction's own cost is.
  private static let batch = 100
  /// How many stores are filled up to 1,000 articles, so that enough are measured.
  private static let small = 10
  /// The processor seconds of the report are for so many.
  private static let articles = 1000.0

  /// Of the store of each size the last tenth is measured; a hundred articles where it is less.
  func report(upTo most: Int) throws -> Report {
    let sizes = Array(sequence(first: 10) { $0 * 10 }.prefix { $0 <= most })
    var yardstick = Row("yardstick")
    var rows = sizes.map { Row("\($0) articles") }
    let share = Self.articles / Double(corpus.records.count)
    var first = 0
    for turn in 1...Self.small {
      yardstick.add(Yardstick.seconds(over: corpus.texts) * share)
      var filling = Filling(
        try stores.open(), replicas, from: first, batch: Self.batch, clock: stores.clock)
      for (index, size) in sizes.enumerated() where size <= 1000 || turn == Self.small {
        _ = try filling.add(max(0, first + size - size / 10 - filling.next))
        try measure(max(size / 10, Self.batch), &filling, since: first, &rows[index])
      }
      try filling.store.close()
      first = filling.next
    }
    return Report(
      amounts: ["articles": Int(Self.articles)], yardstick: yardstick, rows: rows)
  }

  private func measure(
    _ count: Int, _ filling: inout Filling, since first: Int, _ row: inout Row
  ) throws {
    ProcessCost.forgetPeak()
    let cost = try filling.add(count).cost
    let peak = ProcessCost.own.peakMegabytes
    let bytes = try stores.size(of: &filling.store)
    row.add(
      cost.seconds / Double(count) * Self.articles,
      [
        "CPU µs/article": cost.seconds / Double(count) * 1e6,
        "bytes/article": Double(bytes) / Double(filling.next - first), "peak MB": Double(peak),
      ])
  }
}
