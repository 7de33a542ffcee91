internal import ArgumentParser
internal import ArticleReading
internal import Contracts
internal import Kafka
internal import Logging
internal import StageRuntime

struct ProducerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "producer",
    abstract: "Reads articles and writes them to Kafka, each once.",
    discussion: """
      Reads files, folders (recursively) and standard input (-): plain text whose first line is \
      the title, HTML, JSON, JSON lines, RSS and Atom, each of them gzip or not. What cannot be \
      read or delivered is named on standard error and the rest goes on; the exit status is then 1.
      """)

  @Argument(
    help: ArgumentHelp("Files and folders; - is standard input.", valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("The source of articles that do not name their own.", valueName: "name"))
  var source: String?

  @Option(help: ArgumentHelp("The most bytes that an article may have.", valueName: "count"))
  var maxArticleBytes: Int = ArticleReader.defaultLimit

  @Option(
    help: ArgumentHelp(
      "Longest time to deliver what is read when interrupted.", valueName: "time"))
  var drainTimeout: Interval = .seconds(30)

  @Flag(help: "Print what would be sent, one JSON object a line, and send nothing.")
  var dryRun = false

  @Flag(help: "Print neither progress nor summary, only what went wrong.")
  var quiet = false

  @Flag(
    name: .customLong("validate"),
    help: "Check the configuration and exit, 0 if it is good; no broker is needed.")
  var validateOnly = false

  @OptionGroup(title: "Kafka") var kafka: KafkaOptions
  @OptionGroup(title: "Log") var log: LogOptions

  mutating func validate() throws {
    if paths.isEmpty && !validateOnly {
      throw ValidationError("name the files or folders to read, or - for standard input")
    }
    if !(1...1 << 30).contains(maxArticleBytes) {
      throw ValidationError("--max-article-bytes must be 1 to \(1 << 30)")
    }
  }

  func run() async throws {
    let logger = log.logger("producer")
    for warning in try kafka.checkSecurity() { logger.warning("\(warning)") }
    if validateOnly {
      await (try connect()).close()
      print("producer: the configuration is good")
      return
    }
    let inputs = ArticleInputs(
      paths: paths, reader: ArticleReader(limit: maxArticleBytes, source: source))
    if dryRun {
      try DryRun(topic: kafka.topics.articlesRaw).print(inputs)
      return
    }
    try await Reachability.check(clientConfiguration, topic: kafka.topics.articlesRaw, log: log)
    let console = Console(isQuiet: quiet)
    try await Delivery(
      to: kafka.topics.articlesRaw, with: try connect(), console: console,
      drainTimeout: drainTimeout.duration
    ).run(inputs)
  }

  private func connect() throws -> Producer {
    do throws(KafkaError) {
      return try Producer(clientConfiguration, logger: log.logger("producer"))
    } catch {
      throw ConfigurationError("kafka property \(error.message)")
    }
  }

  private var clientConfiguration: KafkaConfiguration {
    var configuration = KafkaConfiguration(
      bootstrapServers: kafka.bootstrapServers, properties: kafka.allProperties)
    configuration.bootstrapServers = kafka.allProperties["bootstrap.servers"] ?? ""
    if configuration.clientID == nil { configuration.clientID = "rawi-producer" }
    if configuration.linger == nil { configuration.linger = .milliseconds(20) }
    if configuration.compression == nil { configuration.compression = .zstd }
    if configuration["message.max.bytes"] == nil {
      // Escapes can make JSON longer than the text; what the broker does not take, it refuses.
      configuration["message.max.bytes"] = String(
        max(1_000_000, min(maxArticleBytes * 2 + 65_536, 1_000_000_000)))
    }
    return configuration
  }
}
