internal import ArgumentParser
internal import EventStore

/// How many events the store takes in a second of one core.
struct StoreBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "Measures the indexing of articles that were read before, in new stores.")

  @Flag(help: "Measures a PostgreSQL of Debian's package, its processor time counted, not SQLite.")
  var postgresql = false

  @Option(help: "Most articles in one transaction.")
  var batchRecords = 500

  @Option(
    help: ArgumentHelp(
      "Measures instead what an article costs when the store has 10, 100, 1,000 … up to so many.",
      valueName: "articles"))
  var growth: Int?

  @OptionGroup var measuring: MeasuringOptions
  @OptionGroup var input: CorpusOptions

  func validate() throws {
    if batchRecords < 1 { throw ValidationError("--batch-records must be 1 or more") }
    if let growth, growth < 10 { throw ValidationError("--growth must be 10 or more") }
  }

  func run() throws {
    let corpus = try input.corpus()
    let replicas = Replicas(originals: try corpus.parsed())
    let stores = try TemporaryStores(postgresql: postgresql)
    defer { stores.remove() }
    ProcessCost.forgetPeak()
    let report =
      if let growth {
        try StoreGrowth(replicas: replicas, corpus: corpus, stores: stores, upTo: growth)
          .report(measuring.rounds)
      } else {
        try rounds(replicas, corpus, stores)
      }
    try report.print(asJSON: measuring.json)
  }

  /// All articles, each time into a new store.
  private func rounds(
    _ replicas: Replicas, _ corpus: Corpus, _ stores: TemporaryStores
  ) throws -> Report {
    var (yardstick, row) = (Row("yardstick"), Row(postgresql ? "PostgreSQL" : "SQLite"))
    let articles = Double(corpus.records.count)
    for _ in 0..<measuring.rounds {
      yardstick.add(Yardstick.seconds(over: corpus.texts))
      var filling = Filling(
        try stores.open(), replicas, batch: batchRecords, clock: stores.clock)
      let (cost, events) = try filling.add(corpus.records.count)
      row.add(
        cost.seconds,
        [
          "articles/CPU s": articles / cost.seconds,
          "events/CPU s": Double(events) / cost.seconds,
          "bytes/article": Double(try stores.size(of: &filling.store)) / articles,
        ])
      try filling.store.close()
    }
    return Report(
      amounts: ["articles": corpus.records.count, "bytes": corpus.bytes], yardstick: yardstick,
      rows: [row])
  }
}
