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

  @OptionGroup(title: "Kafka") var kafka: KafkaOptions
  @OptionGroup(title: "Worker") var stage: StageOptions
  @OptionGroup(title: "Log") var log: LogOptions

  static func main() async { await launch() }

  func run() async throws {
    let topics = kafka.topics
    let path = store
    let window = Int64(storyWindow.milliseconds / 1000)
    try await Stage(
      name: "indexer", input: topics.articlesParsed, deadLetters: topics.articlesDead
    ) {
      let indexing = try Indexing(path, storyWindow: window, into: topics.events)
      return .batches { try indexing.index($0, committed: $1) }
    }.run(kafka: kafka, stage: stage, log: log)
  }
}
