internal import ArgumentParser
internal import StageRuntime

/// `rawi topics create`
struct CreateTopics: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Make the topics that are not there yet.",
    discussion: """
      events is compacted, so that the latest version of each event stays; articles.dead keeps its \
      records for 90 days. Topics that are there are left as they are.
      """)

  @OptionGroup var kafka: KafkaOptions
  @OptionGroup var log: LogOptions

  @Option(
    help: ArgumentHelp("Partitions of each topic but articles.dead.", valueName: "count"))
  var partitions: Int = 6

  @Option(
    help: ArgumentHelp(
      "Brokers that keep each record; by default what the brokers are set to.",
      valueName: "count"))
  var replicationFactor: Int?

  func validate() throws {
    if partitions < 1 { throw ValidationError("--partitions must be 1 or more") }
    if let replicationFactor, replicationFactor < 1 {
      throw ValidationError("--replication-factor must be 1 or more")
    }
  }

  func run() async throws {
    let cluster = try Cluster(kafka, logger: log.logger("rawi"))
    let plan = TopicPlan(
      topics: cluster.topics, partitions: partitions, replicationFactor: replicationFactor)
    let made = try await cluster.administer { try await plan.create(with: $0) }
    for topic in made { Terminal.print("\(topic.isNew ? "created" : "exists ") \(topic.name)") }
  }
}
