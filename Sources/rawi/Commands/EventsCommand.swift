internal import ArgumentParser
internal import Contracts
internal import StageRuntime

/// `rawi events`
struct EventsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events", abstract: "Show the events in their topic, committed ones only.",
    discussion: """
      An event that changed comes again with a higher version. In JSON a withdrawn event is \
      {"id":"…","value":null}.
      """)

  @OptionGroup var kafka: KafkaOptions
  @OptionGroup(title: "Which events") var filter: EventFilter

  @Option(
    help: ArgumentHelp("Only events with these words and “phrases”.", valueName: "words"))
  var words: String = ""

  @Flag(help: "Wait for further events at the end, until interrupted.")
  var follow = false

  @Option(
    help: ArgumentHelp(
      "Where to begin: beginning, end, a day, or a time such as 2024-03-30T12:00:00Z.",
      valueName: "start"))
  var from: ReadingStart = .beginning

  @Option(help: "text, or json: one record a line; by default text on a terminal.")
  var format: OutputFormat = .usual

  @OptionGroup var log: LogOptions

  func run() async throws {
    let filter = try filter.filter(words: words)
    let cluster = try Cluster(kafka, logger: log.logger("rawi"))
    try await cluster.naming {
      let reader = try await TopicReader(cluster.topics.events, from: from, cluster)
      var printer = EventPrinter(format: format, filter: filter)
      try await reader.read(follow: follow) { printer.print($0) }
      await reader.close()
    }
  }
}
