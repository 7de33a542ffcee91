internal import ArgumentParser
internal import Contracts
internal import EventStore
internal import StageRuntime

/// Keeps parsed articles in the event store, and writes each change of an event to `events`.
@main
struct Indexer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indexer",
    abstract: "Indexes articles.parsed in an event store and writes the changes to events.")

  @Option(help: ArgumentHelp("The event store, an SQLite file.", valueName: "path"))
  var store: String = "rawi.sqlite"

  @Option(
    help: ArgumentHelp(
      "How far apart articles may be published to be compared and share a story.",
      valueName: "time"))
  var storyWindow: Interval = .seconds(Int(EventStore.usualStoryWindow))

  @Flag(
    help: """
      Make the store anew from events and articles.parsed, and exit. No indexer may be running on it.
      """)
  var rebuild = false

  @OptionGroup(title: "Kafka") var kafka: KafkaOptions
  @OptionGroup(title: "Worker") var stage: StageOptions
  @OptionGroup(title: "Log") var log: LogOptions

  static func main() async { await launch() }

  func run() async throws {
    let topics = kafka.topics
    let path = store
    let window = Int64(storyWindow.milliseconds / 1000)
    if rebuild {
      let settings = try StageSettings(worker: "indexer", kafka: kafka, stage: stage)
      let rebuild = Rebuild(
        path: path, storyWindow: window, settings: settings, logger: log.logger("indexer"))
      return try await rebuild.run(events: topics.events, articles: topics.articlesParsed)
    }
    try await Stage(
      name: "indexer", input: topics.articlesParsed, deadLetters: topics.articlesDead
    ) {
      let indexing = try Indexing(path, storyWindow: window, into: topics.events)
      return .batches { try indexing.index($0, committed: $1) }
    }.run(kafka: kafka, stage: stage, log: log)
  }
}
