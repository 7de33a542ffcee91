internal import Kafka
internal import StageRuntime

/// The broker that everything runs against: the user's, or one of our own.
struct Broker {
  let kafka: KafkaOptions
  /// Nil where it is the user's.
  private let local: LocalBroker?

  static func start(_ given: UpKafkaOptions, folder: String) async throws -> Broker {
    if let servers = given.bootstrapServers {
      return Broker(kafka: try given.options(bootstrapServers: servers), local: nil)
    }
    do {
      let local = try await LocalBroker.start(dataDirectory: folder + "/broker")
      return Broker(
        kafka: try given.options(bootstrapServers: local.bootstrapServers), local: local)
    } catch let error as LocalBrokerError {
      throw StageFailure("\(error)")
    }
  }

  func stop() async { await local?.stop() }
}
