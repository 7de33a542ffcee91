internal import ArgumentParser
internal import ArticleReading
internal import Contracts
internal import EventExtraction

/// Raw article in, parsed article out, on one core: as a whole and by pass.
struct ExtractionBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extraction",
    abstract: "Measures the reading of articles: JSON in, every pass, JSON out.")

  @Flag(help: "Measures instead what a byte costs in articles of 1 KB to 2 MB.")
  var growth = false

  @OptionGroup var measuring: MeasuringOptions
  @OptionGroup var input: CorpusOptions

  func run() throws {
    var clock = Clock()
    let extractor = try Extractor()
    var loading = Row("loading lexicons")
    loading.add(clock.lap().seconds)
    let corpus = try input.corpus()
    ProcessCost.forgetPeak()
    if growth {
      let growth = ExtractionGrowth(extractor: extractor, corpus: corpus)
      return try growth.report(measuring.rounds).print(asJSON: measuring.json)
    }
    let work = ExtractionRounds(extractor: extractor, corpus: corpus)
    var report = try work.report(measuring.rounds)
    report.rows.append(loading)
    try report.print(asJSON: measuring.json)
  }
}

/// All articles, again and again.
private struct ExtractionRounds {
  let extractor: Extractor
  let corpus: Corpus

  func report(_ rounds: Int) throws -> Report {
    var yardstick = Row("yardstick")
    let names = ["JSON in"] + Pass.allCases.map(\.rawValue) + ["JSON out"]
    var (whole, parts) = (Row("whole"), names.map { Row($0) })
    var digest = Yardstick.basis
    for round in 0..<rounds {
      let seconds = Yardstick.seconds(over: corpus.texts)
      yardstick.add(seconds, figures(Cost(seconds: seconds)))
      let costs = try costs { bytes in
        if round == 0 { digest = Yardstick.hash(bytes, from: digest) }
      }
      var total = Cost()
      for (index, name) in names.enumerated() {
        let cost = costs[name] ?? Cost()
        parts[index].add(cost.seconds, figures(cost))
        total += cost
      }
      whole.add(total.seconds, figures(total))
    }
    return Report(
      amounts: ["articles": corpus.records.count, "bytes": corpus.bytes], yardstick: yardstick,
      rows: [whole] + parts, digest: String(digest, radix: 16))
  }

  /// What each part costs in one round.
  private func costs(_ written: ([UInt8]) -> Void) throws -> [String: Cost] {
    var costs: [Pass: Cost] = [:]
    var (reading, writing) = (Cost(), Cost())
    var clock = Clock()
    for record in corpus.records {
      _ = clock.lap()
      let article = try corpus.reader.read(record)
      reading += clock.lap()
      let parsed = extractor.extract(article, id: "benchmark") { pass in
        costs[pass, default: Cost()] += clock.lap()
      }
      let bytes = parsed.json()
      writing += clock.lap()
      written(bytes)
    }
    var named = Dictionary(uniqueKeysWithValues: costs.map { ($0.key.rawValue, $0.value) })
    (named["JSON in"], named["JSON out"]) = (reading, writing)
    return named
  }

  private func figures(_ cost: Cost) -> KeyValuePairs<String, Double> {
    let articles = Double(corpus.records.count)
    return [
      "MB/CPU s": Double(corpus.bytes) / cost.seconds / 1e6,
      "articles/CPU s": articles / cost.seconds,
      "allocations/article": Double(cost.allocations) / articles,
    ]
  }
}
