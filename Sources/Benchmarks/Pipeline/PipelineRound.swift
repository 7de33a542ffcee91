internal import Foundation

/// One run of all workers over all articles.
struct PipelineRound {
  let pipeline: Pipeline
  let corpus: Corpus
  /// For the store, the articles and the workers' logs.
  let folder: URL

  /// - Parameters:
  ///   - options: of parser-worker and indexer.
  ///   - rate: how many articles a second follow one by one, and for how many seconds.
  /// - Returns: what producer, parser-worker and indexer cost for all articles; articles in a second; seconds from article to
  ///   event, the shortest first.
  func run(
    _ options: [String], rate: Int, seconds: Int
  ) async throws -> (costs: [ProcessCost], speed: Double, latencies: [Double]) {
    let options = pipeline.options + options
    var workers: [Worker] = []
    do {
      let producing = try await produce()
      workers.append(try Worker("parser-worker", options, folder: folder))
      let store = ["--store", folder.appending(path: "store").path]
      workers.append(try Worker("indexer", options + store, folder: folder))
      let (costs, speed) = try await load(workers)
      let latencies = try await pipeline.latencies(
        of: corpus.records, count: rate * seconds, rate: rate)
      await end(workers)
      return ([producing] + costs, speed, latencies)
    } catch {
      await end(workers)
      throw error
    }
  }

  private func end(_ workers: [Worker]) async {
    for worker in workers { await worker.stop() }
    await pipeline.deleteTopics()
  }

  private func produce() async throws -> ProcessCost {
    let articles = folder.appending(path: "articles.jsonl")
    try Data(corpus.records.joined(separator: [0x0A])).write(to: articles)
    let worker = try Worker(
      "producer", pipeline.options + [articles.path], folder: folder)
    worker.begin()
    return try await worker.whenEnded()
  }

  /// The clock begins when the first articles are done: what comes before is starting and joining.
  private func load(_ workers: [Worker]) async throws -> (costs: [ProcessCost], speed: Double) {
    let first = try await pipeline.whenBegun(workers)
    guard first < corpus.records.count else { throw PipelineFailure.tooFewArticles }
    for worker in workers { worker.begin() }
    let start = ContinuousClock.now
    try await pipeline.whenDone(workers)
    let elapsed = (ContinuousClock.now - start) / .seconds(1)
    let done = Double(corpus.records.count - first)
    let share = Double(corpus.records.count) / done
    let costs = workers.map { worker in
      var cost = worker.cost() ?? ProcessCost()
      cost.seconds *= share
      cost.clientSeconds *= share
      return cost
    }
    return (costs, done / elapsed)
  }
}
