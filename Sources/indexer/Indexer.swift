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

  @Option(
    help: ArgumentHelp(
      """
      The event store: an SQLite file, or a PostgreSQL database such as \
      postgresql://user@host/database, which several indexers may share.
      """, valueName: "path or url"))
  var store: String = "rawi.sqlite"

  @Option(
    help: ArgumentHelp(
      "A file with the password of the PostgreSQL user; otherwise PGPASSFILE is looked into.",
      valueName: "path"))
  var storePasswordFile: String?

  @Option(
    help: ArgumentHelp(
      "How far apart articles may be published to be compared and share a story.",
      valueName: "time"))
  var storyWindow: Interval = .seconds(Int(EventStore.usualStoryWindow))

  @Option(
    help: ArgumentHelp(
      "Forget articles published longer ago, with their events; nothing is said to consumers.",
      valueName: "days"))
  var keepDays: Int?

  @Option(
    help: ArgumentHelp(
      "Forget the oldest articles where there are more events than that.", valueName: "count"))
  var keepEvents: Int?

  @Flag(
    help: """
      Make the store anew from events and articles.parsed, and exit. No indexer may be running on it.
      """)
  var rebuild = false

  @OptionGroup(title: "Kafka") var kafka: KafkaOptions
  @OptionGroup(title: "Worker") var stage: StageOptions
  @OptionGroup(title: "Log") var log: LogOptions

  static func main() async { await launch() }

  func validate() throws {
    if let keepDays, keepDays < 1 { throw ValidationError("--keep-days must be 1 or more") }
    if let keepEvents, keepEvents < 1 { throw ValidationError("--keep-events must be 1 or more") }
  }

  func run() async throws {
    let topics = kafka.topics
    let (path, passwordFile) = (store, storePasswordFile)
    let window = Int64(storyWindow.milliseconds / 1000)
    if rebuild {
      let settings = try StageSettings(worker: "indexer", kafka: kafka, stage: stage)
      let rebuild = Rebuild(
        path: path, passwordFile: passwordFile, storyWindow: window, settings: settings,
        logger: log.logger("indexer"))
      return try await rebuild.run(events: topics.events, articles: topics.articlesParsed)
    }
    let mustOpen = stage.validateOnly
    let retention = Retention(days: keepDays, events: keepEvents)
    let threads = stage.threadCount
    try await Stage(
      name: "indexer", input: topics.articlesParsed, deadLetters: topics.articlesDead
    ) {
      .batches(
        try Indexing(
          into: topics.events, mustOpen: mustOpen, keeping: retention, threads: threads
        ) { () throws(StoreError) in
          try EventStore(path: path, passwordFile: passwordFile, storyWindow: window)
        }.work)
    }.run(kafka: kafka, stage: stage, log: log)
  }
}
