internal import Contracts
internal import Kafka
internal import Logging
internal import StageRuntime

/// The brokers that a command works with.
struct Cluster: Sendable {
  /// How clients reach them.
  let client: KafkaConfiguration
  let topics: Topics
  let logger: Logger

  init(_ options: KafkaOptions, logger: Logger) throws(ConfigurationError) {
    for warning in try options.checkSecurity() { logger.warning("\(warning)") }
    let properties = options.allProperties
    var client = KafkaConfiguration(
      bootstrapServers: properties["bootstrap.servers"] ?? "", properties: properties)
    if client.clientID == nil { client.clientID = "rawi" }
    // This program is a member of no group: what it reads it takes from nobody.
    client.groupID = nil
    client.groupInstanceID = nil
    self.client = client
    topics = options.topics
    self.logger = logger
  }

  /// A reader of records that may or may not be committed.
  ///
  /// - Parameter group: whose offsets it can ask for; it does not join.
  func reader(
    _ isolation: KafkaConfiguration.IsolationLevel, group: String? = nil
  ) throws(KafkaError) -> Consumer {
    var configuration = client
    configuration.groupID = group
    configuration.isolationLevel = isolation
    return try Consumer(configuration, logger: logger)
  }

  /// A producer of which there is only one of this name: an older one is fenced.
  func transactionalProducer(_ name: String) throws(KafkaError) -> TransactionalProducer {
    var configuration = client
    configuration.transactionalID = name
    // What it sends has stood in a topic before: how large it may be is for the brokers to say.
    if configuration["message.max.bytes"] == nil { configuration["message.max.bytes"] = "67108864" }
    return try TransactionalProducer(configuration, logger: logger)
  }

  func administer<T>(_ body: (Admin) async throws -> T) async throws -> T {
    try await naming {
      let admin = try Admin(client, timeout: .seconds(15), logger: logger)
      do {
        let result = try await body(admin)
        await admin.close()
        return result
      } catch {
        await admin.close()
        throw error
      }
    }
  }

  /// Gives what Kafka reports the brokers' address, in the words for the terminal.
  func naming<T>(_ body: () async throws -> T) async throws -> T {
    do {
      return try await body()
    } catch let error as KafkaError {
      throw StageFailure("Kafka at \(client.bootstrapServers): \(error)")
    }
  }

  /// The partitions of a topic that must be there.
  func partitions(of topic: String) async throws -> [TopicPartition] {
    let found = try await administer { try await $0.describe(topic: topic) }
    guard let found else {
      throw StageFailure(
        "there is no topic \(topic) at \(client.bootstrapServers); "
          + "make it with: rawi topics create")
    }
    return found.partitions.map { TopicPartition(topic, $0.number) }
  }
}
