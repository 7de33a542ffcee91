internal import ArgumentParser
internal import ArticleReading
internal import Contracts
internal import Foundation
internal import Kafka
internal import StageRuntime

/// The whole pipeline on this machine: how many articles a second, and how long one article takes.
struct PipelineBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipeline",
    abstract: "Measures parser-worker and indexer with the local broker and an SQLite store.",
    discussion: """
      Needs the local broker, and the workers beside this program. All articles stand in articles.raw before the workers \
      begin. Then single articles follow at a steady rate, and what is measured is the time until the first event of each \
      can be read.
      """)

  @Option(help: "Most articles to read.")
  var articles = Int.max

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
    help: ArgumentHelp("Properties of librdkafka's, for the workers.", valueName: "name=value"))
  var properties: [KafkaProperty] = []

  @Argument(help: "Articles: text files, JSON, JSON lines, each also as .gz.")
  var paths: [String]

  func run() async throws {
    let corpus = Corpus(paths: paths, limit: articles)
    try await withLocalBroker { bootstrapServers, folder in
      let pipeline = try await Pipeline(bootstrapServers, partitions: partitions)
      try await pipeline.send(corpus.records)
      var workers: [Worker] = []
      do {
        for name in ["parser-worker", "indexer"] {
          let store = name == "indexer" ? ["--store", folder.appending(path: "store").path] : []
          let options =
            ["--bootstrap-servers", bootstrapServers, "--batch-records", "\(batchRecords)"]
            + properties.flatMap { ["--kafka", "\($0.name)=\($0.value)"] } + store
          workers.append(try Worker(name, options, folder: folder))
        }
        try await load(pipeline, workers, corpus)
        try await latency(pipeline, corpus)
      } catch {
        for worker in workers { await worker.stop() }
        throw error
      }
      for worker in workers { await worker.stop() }
    }
  }

  /// The clock begins when the first article is done: what comes before is starting and joining.
  private func load(_ pipeline: Pipeline, _ workers: [Worker], _ corpus: Corpus) async throws {
    let first = try await pipeline.whenBegun()
    for worker in workers { worker.begin() }
    let start = ContinuousClock.now
    try await pipeline.whenDone(workers)
    let elapsed = (ContinuousClock.now - start) / .seconds(1)
    let done = corpus.records.count - first
    print(
      String(
        format: "%d articles in %.2f s: %.0f a second", done, elapsed, Double(done) / elapsed))
    for worker in workers {
      guard let cost = worker.cost() else { continue }
      print(
        String(
          format:
            "%@: %.2f CPU s for 10,000 articles, and %.2f of librdkafka's threads; peak memory %d MB",
          worker.name, (cost.seconds - cost.clientSeconds) / Double(done) * 10_000,
          cost.clientSeconds / Double(done) * 10_000, cost.peakMegabytes))
    }
  }

  private func latency(_ pipeline: Pipeline, _ corpus: Corpus) async throws {
    let times = try await pipeline.latencies(
      of: corpus.records, count: rate * seconds, rate: rate)
    guard !times.isEmpty else { return print("no article gave an event") }
    func quantile(_ share: Double) -> Double {
      times[min(times.count - 1, Int(Double(times.count) * share))] * 1000
    }
    print(
      String(
        format: "article in, event out at %d a second: p50 %.1f ms, p99 %.1f ms (%d articles)",
        rate,
        quantile(0.5), quantile(0.99), times.count))
  }
}
