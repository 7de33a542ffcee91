internal import ArgumentParser
internal import Contracts
internal import EventStore
internal import Foundation
internal import Glibc
internal import LocalPostgreSQL

/// Measures how many events the store takes in a second of one core.
@main
struct StoreBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store-benchmark",
    abstract: "Indexes parsed articles in a new store and says how fast.",
    discussion: """
      The articles are those that `rawi extract FILE… --format json` prints, one a line. Build with \
      --configuration release.
      """)

  @Argument(help: ArgumentHelp("Parsed articles, one a line.", valueName: "file"))
  var path: String

  @Option(help: ArgumentHelp("Least events in one transaction.", valueName: "count"))
  var batch: Int = 1000

  @Option(
    help: ArgumentHelp("How often all articles are indexed, under other ids.", valueName: "count"))
  var rounds: Int = 1

  @Flag(help: "Measure a PostgreSQL of Debian's package, its processor time counted, not SQLite.")
  var postgresql = false

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "rawi-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let server = postgresql ? try LocalPostgreSQL(folder: "/tmp/rawi-benchmark-\(getpid())") : nil
    defer { server?.remove() }
    let store = try EventStore(
      path: server?.url() ?? folder.appending(path: "events.sqlite").path)
    let lines = try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n"))
    var figures = Figures(server: server)
    for round in 0..<rounds {
      for batch in try batches(lines, round: round, from: figures.inputs) {
        try figures.measure(batch, store)
      }
    }
    print(figures.description)
  }

  private func batches(
    _ lines: [Data], round: Int, from offset: Int
  ) throws -> [[IndexInput]] {
    var batches: [[IndexInput]] = []
    var inputs: [IndexInput] = []
    var events = 0
    for (number, line) in lines.enumerated() {
      let (id, record, count) = try renamed(line, round)
      inputs.append(
        IndexInput(
          position: SourcePosition(
            topic: "articles.parsed", partition: 0, offset: Int64(offset + number)),
          articleID: id, parsed: record))
      events += count
      if events >= batch {
        batches.append(inputs)
        (inputs, events) = ([], 0)
      }
    }
    return inputs.isEmpty ? batches : batches + [inputs]
  }

  /// The article under another id in every round but the first, and how many events it has.
  private func renamed(_ line: Data, _ round: Int) throws -> (String, [UInt8], Int) {
    if round == 0 {
      let outline = try JSONDecoder().decode(Outline.self, from: line)
      return (outline.article.id, Array(line), outline.events.count)
    }
    var article = try JSONDecoder().decode(ParsedArticle.self, from: line)
    article.article.id = "\(round)-\(article.article.id)"
    for index in article.events.indices {
      article.events[index].id = Digest(of: "\(round)", article.events[index].id).hex(16)
    }
    return (article.article.id, article.json(), article.events.count)
  }
}

/// What has to be known of a parsed article.
private struct Outline: Decodable {
  struct Named: Decodable { var id: String }

  var article: Named
  var events: [Named]
}

private struct Figures {
  let server: LocalPostgreSQL?
  private(set) var inputs = 0
  private var events = 0
  private var seconds = 0.0
  private var done: [SourcePartition: PublishedPlace] = [:]

  init(server: LocalPostgreSQL?) { self.server = server }

  mutating func measure(_ batch: [IndexInput], _ store: EventStore) throws {
    guard let last = batch.last else { return }
    let start = processorSeconds()
    let result = try store.apply(batch: batch, acknowledging: done)
    done = [
      last.position.source: PublishedPlace(
        offset: last.position.offset + 1, sequence: result.outputs.last?.sequence)
    ]
    seconds += processorSeconds() - start
    inputs += batch.count
    events += result.outputs.count
  }

  var description: String {
    """
    \(inputs) articles, \(events) events given in \(String(format: "%.2f", seconds)) CPU seconds
    articles per CPU second: \(Int(Double(inputs) / seconds))
    events per CPU second: \(Int(Double(events) / seconds))
    """
  }

  private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9 + (server?.processorSeconds ?? 0)
  }
}
