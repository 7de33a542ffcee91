internal import ArgumentParser
internal import ArticleReading
internal import Contracts
internal import EventExtraction
internal import Foundation

/// Raw article in, parsed article out, on one core: as a whole and by pass.
struct ExtractionBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extraction",
    abstract: "Measures the reading of articles: JSON in, every pass, JSON out.")

  @Option(help: "How often all articles are read.")
  var rounds = 5

  @Option(help: "Most articles to read.")
  var articles = Int.max

  @Flag(help: "Prints JSON, for a comparison of two commits.")
  var json = false

  @Argument(help: "Articles: text files, JSON, JSON lines, each also as .gz.")
  var paths: [String]

  func validate() throws {
    if rounds < 1 { throw ValidationError("--rounds must be 1 or more") }
  }

  func run() throws {
    var clock = Clock()
    let extractor = try Extractor()
    let loading = clock.lap()
    let corpus = Corpus(paths: paths, limit: articles)
    guard !corpus.records.isEmpty else { throw ValidationError("no article can be read there") }
    var yardstick = Row(name: "yardstick")
    var whole = Row(name: "whole")
    var passes = Dictionary(
      uniqueKeysWithValues: Pass.allCases.map { ($0, Row(name: $0.rawValue)) })
    var input = Row(name: "JSON in")
    var output = Row(name: "JSON out")
    var sum: UInt64 = 0
    var outputs = Yardstick.basis
    for round in 0..<rounds {
      _ = clock.lap()
      for _ in 0..<Yardstick.repetitions {
        for text in corpus.texts { sum &+= Yardstick.run(text) }
      }
      var cost = clock.lap()
      cost.seconds /= Double(Yardstick.repetitions)
      yardstick.rounds.append(cost)
      var costs: [Pass: Cost] = [:]
      var (reading, writing) = (Cost(), Cost())
      for record in corpus.records {
        _ = clock.lap()
        let article = try corpus.reader.read(record, contentType: "application/json", key: nil)
        reading += clock.lap()
        let parsed = extractor.extract(article, id: "benchmark") { pass in
          costs[pass, default: Cost()] += clock.lap()
        }
        let bytes = parsed.json()
        writing += clock.lap()
        sum &+= UInt64(bytes.count)
        if round == 0 { outputs = Yardstick.hash(bytes, from: outputs) }
      }
      input.rounds.append(reading)
      output.rounds.append(writing)
      var total = reading
      total += writing
      for (pass, cost) in costs {
        passes[pass]?.rounds.append(cost)
        total += cost
      }
      whole.rounds.append(total)
    }
    let result = Result(
      bytes: corpus.bytes, articles: corpus.records.count, yardstick: yardstick,
      rows: [whole, input] + Pass.allCases.compactMap { passes[$0] } + [output])
    print(json ? try result.json() : result.table())
    if !json {
      print("What was written has the digest \(String(outputs, radix: 16)).")
      print(String(format: "Loading the lexicons took %.0f ms of CPU.", loading.seconds * 1000))
    }
    // What is computed is used, so that no work is left out.
    if sum == 0 { print("nothing was read") }
  }
}
