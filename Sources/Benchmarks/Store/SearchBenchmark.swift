internal import ArgumentParser
internal import EventStore
internal import Foundation

/// How long searches take in a store of many events.
struct SearchBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Measures searches in a store of many events.",
    discussion: """
      The articles are indexed again and again under other ids, each time a month later, until there are enough events; a \
      store that is there already is searched as it is. Of a PostgreSQL, its own processor time is not counted.
      """)

  @Option(help: ArgumentHelp("The store: a file, or a URL of PostgreSQL.", valueName: "place"))
  var store: String

  @Option(help: ArgumentHelp("Least number of events in the store.", valueName: "count"))
  var events: Int = 1_000_000

  @Option(help: ArgumentHelp("How many different searches of each kind.", valueName: "count"))
  var searches: Int = 40

  @Flag(help: "Name the slowest search of each kind on standard error.")
  var slowest = false

  @OptionGroup var measuring: MeasuringOptions
  @OptionGroup var input: CorpusOptions

  func run() throws {
    let corpus = try input.corpus()
    let replicas = Replicas(originals: try corpus.parsed())
    let store = try EventStore(path: store)
    if try store.search(SearchQuery(limit: 1)).isEmpty { try fill(store, replicas) }
    let samples = SearchMix.samples(replicas.originals, count: searches)
    guard !samples.isEmpty else { throw ValidationError("no article there has an event") }
    var yardstick = Row("yardstick")
    var rows = SearchMix.kinds.map { Row($0.name) }
    var all = Row("all")
    ProcessCost.forgetPeak()
    // The round before the first fetches from the disk what a search reads.
    for round in 0...measuring.rounds {
      let seconds = Yardstick.seconds(over: corpus.texts)
      let times = try SearchMix.kinds.map { try time(samples.map($0.query), in: store) }
      guard round > 0 else { continue }
      yardstick.add(seconds)
      for (index, times) in times.enumerated() { times.add(to: &rows[index]) }
      SearchTimes(searches: times.flatMap(\.searches)).add(to: &all)
      if slowest, round == measuring.rounds { name(times) }
    }
    let report = Report(
      amounts: ["searches of a kind": samples.count], yardstick: yardstick, rows: rows + [all])
    try report.print(asJSON: measuring.json)
  }

  private func fill(_ store: EventStore, _ replicas: Replicas) throws {
    var filling = Filling(store, replicas, batch: 500, clock: Clock())
    var there = 0
    while there < events {
      let added = try filling.add(replicas.originals.count).events
      guard added > 0 else { throw ValidationError("no article there has an event") }
      there += added
      Self.say("\(there) events")
    }
  }

  private func time(_ queries: [SearchQuery], in store: EventStore) throws -> SearchTimes {
    var clock = Clock { processorSeconds(CLOCK_PROCESS_CPUTIME_ID) }
    var times = SearchTimes()
    for query in queries {
      let start = ContinuousClock.now
      _ = clock.lap()
      let hits = try store.search(query).count
      let cost = clock.lap()
      times.searches.append(
        .init(
          query: query, hits: hits, cpuSeconds: cost.seconds,
          seconds: (ContinuousClock.now - start) / .seconds(1)))
    }
    return times
  }

  private func name(_ times: [SearchTimes]) {
    for (kind, times) in zip(SearchMix.kinds, times) {
      let last = times.searches.max { $0.seconds < $1.seconds }
      if let last { Self.say("\(kind.name): \(last.query)") }
    }
  }

  private static func say(_ words: String) {
    FileHandle.standardError.write(Data("\(words)\n".utf8))
  }
}

/// One round's searches.
private struct SearchTimes {
  struct Search {
    var query: SearchQuery
    var hits: Int
    var cpuSeconds: Double
    var seconds: Double
  }

  var searches: [Search] = []

  func add(to row: inout Row) {
    let times = searches.map { $0.seconds * 1000 }.sorted()
    row.add(
      searches.reduce(0) { $0 + $1.cpuSeconds },
      [
        "p50 ms": times.quantile(0.5), "p99 ms": times.quantile(0.99),
        "hits": Double(searches.reduce(0) { $0 + $1.hits }),
      ])
  }
}
