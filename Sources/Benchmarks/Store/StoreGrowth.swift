internal import EventStore

/// What an article costs in a small store and in a large one.
struct StoreGrowth {
  let replicas: Replicas
  let corpus: Corpus
  let stores: TemporaryStores
  /// 10, 100 and so on.
  let sizes: [Int]

  /// The same everywhere, so that a transaction's own cost is.
  private static let batch = 100
  /// In how many stores a size up to 1,000 is measured, since so few articles are.
  private static let small = 10
  /// The processor seconds of the report are for so many articles.
  private static let articles = 1000.0

  /// - Parameter most: articles in the largest store.
  init(replicas: Replicas, corpus: Corpus, stores: TemporaryStores, upTo most: Int) {
    self.replicas = replicas
    self.corpus = corpus
    self.stores = stores
    sizes = Array(sequence(first: 10) { $0 * 10 }.prefix { $0 <= most })
  }

  func report(_ rounds: Int) throws -> Report {
    var yardstick = Row("yardstick")
    var rows = sizes.map { Row("\($0) articles") }
    let share = Self.articles / Double(corpus.records.count)
    for _ in 0..<rounds {
      yardstick.add(Yardstick.seconds(over: corpus.texts) * share)
      for (index, window) in try windows().enumerated() {
        let seconds = window.cost.seconds / Double(window.articles)
        rows[index].add(
          seconds * Self.articles,
          [
            "CPU µs/article": seconds * 1e6, "bytes/article": window.bytesPerArticle,
            "peak MB": Double(window.peakMegabytes),
          ])
      }
    }
    return Report(
      amounts: ["articles": Int(Self.articles)], yardstick: yardstick, rows: rows)
  }

  /// What was measured about a size.
  private struct Window {
    var cost = Cost()
    var articles = 0
    var bytesPerArticle = 0.0
    var peakMegabytes = 0
  }

  /// Of the store of each size the last tenth is measured; a hundred articles where it is less.
  private func windows() throws -> [Window] {
    var windows = sizes.map { _ in Window() }
    var first = 0
    for turn in 1...Self.small {
      var filling = Filling(
        try stores.open(), replicas, from: first, batch: Self.batch, clock: stores.clock)
      for (index, size) in sizes.enumerated() where size <= 1000 || turn == Self.small {
        _ = try filling.add(max(0, first + size - size / 10 - filling.next))
        try measure(max(size / 10, Self.batch), &filling, &windows[index])
        windows[index].bytesPerArticle =
          Double(try stores.size(of: &filling.store)) / Double(filling.next - first)
      }
      try filling.store.close()
      first = filling.next
    }
    return windows
  }

  private func measure(_ count: Int, _ filling: inout Filling, _ window: inout Window) throws {
    ProcessCost.forgetPeak()
    window.cost += try filling.add(count).cost
    window.articles += count
    window.peakMegabytes = max(window.peakMegabytes, ProcessCost.own.peakMegabytes)
  }
}
