internal import ArgumentParser

/// The whole pipeline on this machine: how many articles a second, and how long one article takes.
struct PipelineBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipeline",
    abstract: "Measures every worker with an SQLite store.",
    discussion: """
      Needs the workers beside this program, and the local broker or a Kafka. The producer fills articles.raw before the others begin. Then \
      single articles follow at a steady rate, and what is measured is the time until the first event of each can be read. \
      librdkafka's threads stand for themselves: the local broker answers at once even where it has nothing, so they ask \
      without end.
      """)

  @Option(
    help: ArgumentHelp(
      "A Kafka to measure with instead of the local broker; topics of its own are made there, and deleted in the end.",
      valueName: "brokers"))
  var bootstrapServers: String?

  @Option(help: "How many partitions each topic has.")
  var partitions = 2

  @Option(help: "How many articles a second follow one by one.")
  var rate = 100

  @Option(help: "For how many seconds they do.")
  var seconds = 20

  @Option(help: "Most records in one of the workers' transactions.")
  var batchRecords = 500

  @OptionGroup var kafka: ClientOptions
  @OptionGroup var measuring: MeasuringOptions
  @OptionGroup var input: CorpusOptions

  func run() async throws {
    let corpus = try input.corpus()
    let options = ["--batch-records", "\(batchRecords)"]
    var yardstick = Row("yardstick")
    var stages = ["producer", "parser-worker", "indexer"].map {
      ProcessRows($0, items: corpus.records.count)
    }
    var whole = Row("both workers")
    for _ in 0..<measuring.rounds {
      yardstick.add(Yardstick.seconds(over: corpus.texts))
      let (costs, speed, latencies) = try await withBroker(bootstrapServers) { servers, folder in
        let pipeline = try await Pipeline(kafka.configuration(servers), partitions: partitions)
        return try await PipelineRound(pipeline: pipeline, corpus: corpus, folder: folder)
          .run(options, rate: rate, seconds: seconds)
      }
      for index in stages.indices {
        stages[index].add(costs[index], ["peak MB": Double(costs[index].peakMegabytes)])
      }
      whole.add(
        costs.dropFirst().reduce(0) { $0 + $1.seconds + $1.clientSeconds },
        [
          "articles/s": speed, "p50 ms": latencies.quantile(0.5) * 1000,
          "p99 ms": latencies.quantile(0.99) * 1000,
        ])
    }
    let report = Report(
      amounts: ["articles": corpus.records.count, "bytes": corpus.bytes], yardstick: yardstick,
      rows: stages.flatMap(\.rows) + [whole],
      peakMegabytes: stages.map(\.peakMegabytes).max() ?? 0)
    try report.print(asJSON: measuring.json)
  }
}
