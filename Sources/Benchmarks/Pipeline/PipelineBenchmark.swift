internal import ArgumentParser
internal import Kafka
internal import StageRuntime

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

  @Option(
    name: .customLong("kafka"),
    help: ArgumentHelp("Properties of librdkafka's, for all clients.", valueName: "name=value"))
  var properties: [KafkaProperty] = []

  @OptionGroup var measuring: MeasuringOptions
  @OptionGroup var input: CorpusOptions

  func run() async throws {
    let corpus = try input.corpus()
    let options = ["--batch-records", "\(batchRecords)"]
    var yardstick = Row("yardstick")
    var stages = ["producer", "parser-worker", "indexer"].map { StageRows($0, corpus) }
    var whole = Row("both workers")
    for _ in 0..<measuring.rounds {
      yardstick.add(Yardstick.seconds(over: corpus.texts))
      let (costs, speed, latencies) = try await withBroker(bootstrapServers) { servers, folder in
        var configuration = KafkaConfiguration(bootstrapServers: servers)
        for property in properties { configuration[property.name] = property.value }
        let pipeline = try await Pipeline(configuration, partitions: partitions)
        return try await PipelineRound(pipeline: pipeline, corpus: corpus, folder: folder)
          .run(options, rate: rate, seconds: seconds)
      }
      for index in stages.indices { stages[index].add(costs[index]) }
      whole.add(
        costs.dropFirst().reduce(0) { $0 + $1.seconds + $1.clientSeconds },
        [
          "articles/s": speed, "p50 ms": latencies.quantile(0.5) * 1000,
          "p99 ms": latencies.quantile(0.99) * 1000,
        ])
    }
    let report = Report(
      amounts: ["articles": corpus.records.count, "bytes": corpus.bytes], yardstick: yardstick,
      rows: stages.flatMap { [$0.own, $0.client] } + [whole],
      peakMegabytes: stages.map(\.peakMegabytes).max() ?? 0)
    try report.print(asJSON: measuring.json)
  }
}

/// What one worker cost in every round.
private struct StageRows {
  private(set) var own: Row
  private(set) var client: Row
  private(set) var peakMegabytes = 0
  private let articles: Double

  init(_ name: String, _ corpus: Corpus) {
    own = Row(name)
    client = Row("\(name): librdkafka")
    articles = Double(corpus.records.count)
  }

  /// - Parameter cost: for all articles.
  mutating func add(_ cost: ProcessCost) {
    own.add(
      cost.seconds,
      [
        "CPU s/10,000": cost.seconds / articles * 10_000, "peak MB": Double(cost.peakMegabytes),
      ])
    client.add(
      cost.clientSeconds, ["CPU s/10,000": cost.clientSeconds / articles * 10_000])
    peakMegabytes = max(peakMegabytes, cost.peakMegabytes)
  }
}
