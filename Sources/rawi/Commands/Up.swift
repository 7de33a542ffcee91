internal import ArgumentParser
internal import StageRuntime

/// `rawi up`
struct Up: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run everything on this machine and show the events of some articles.",
    discussion: """
      Starts a local broker (unless --bootstrap-servers names one), parser-worker and indexer, \
      sends the articles with producer, shows the events as they come, and stops everything once \
      all are indexed. The local broker is for trying out; it is no place for data that matter.
      """)

  @Argument(help: ArgumentHelp("Files and folders of articles.", valueName: "path"))
  var paths: [String] = ["seeds"]

  @OptionGroup var kafka: UpKafkaOptions

  @OptionGroup var lexicon: LexiconOptions

  @Flag(help: "Go on showing events when all articles are indexed, until interrupted.")
  var keepRunning = false

  @Option(
    help: ArgumentHelp(
      "Where broker, store and logs stand; by default a temporary folder that goes at the end.",
      valueName: "folder"))
  var data: String?

  @Option(
    help: ArgumentHelp("Partitions of topics that are not there yet.", valueName: "count"))
  var partitions: Int = 1

  @Option(
    help: ArgumentHelp("How long nothing may move before this counts as stuck.", valueName: "time"))
  var patience: Interval = .seconds(120)

  @Option(help: "How events are written: text or json.")
  var format: OutputFormat = .text

  @OptionGroup var log: LogOptions

  func validate() throws {
    if partitions < 1 { throw ValidationError("--partitions must be 1 or more") }
  }

  func run() async throws {
    try lexicon.check()
    let folder = try WorkFolder(data)
    let interruption = Interruption()
    do {
      let broker = try await Broker.start(kafka, folder: folder.path)
      let outcome = await Result(of: {
        try await run(broker.kafka, in: folder.path, interruption)
      })
      await broker.stop()
      try outcome.get()
      folder.remove()
    } catch {
      folder.tellWhatIsLeft()
      throw error
    }
  }

  private func run(
    _ kafka: KafkaOptions, in folder: String, _ interruption: Interruption
  ) async throws {
    let cluster = try Cluster(kafka, logger: log.logger("rawi"))
    let plan = TopicPlan(
      topics: cluster.topics, partitions: partitions, replicationFactor: nil)
    _ = try await cluster.administer { try await plan.create(with: $0) }
    try await cluster.naming {
      let flow = try await Flow(cluster, patience: patience.duration)
      let workers = try await Workers.start(
        kafka, lexicon, paths: paths, folder: folder)
      let session = UpSession(format: format, keepRunning: keepRunning)
      let outcome = await Result(of: {
        try await session.run(flow, workers, interruption)
      })
      await flow.close()
      try outcome.get()
    }
  }
}
