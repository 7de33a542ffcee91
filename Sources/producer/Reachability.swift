internal import Kafka
internal import Logging
internal import StageRuntime

/// Whether there is a broker to send to, asked before anything is read: otherwise one would learn
/// of a wrong address only when the first records are given up, minutes later.
enum Reachability {
  static func check(
    _ configuration: KafkaConfiguration, topic: String, log: LogOptions
  ) async throws {
    let logger = log.logger("producer")
    do throws(KafkaError) {
      let admin = try Admin(configuration, timeout: patience(configuration), logger: logger)
      let isThere = try await admin.describe(topic: topic) != nil
      await admin.close()
      if !isThere {
        logger.notice(
          "topic \(topic) is not there yet; \"rawi topics create\" makes it with the settings it needs"
        )
      }
    } catch  where error.code == .invalidConfiguration {
      throw ConfigurationError("kafka property \(error.message)")
    } catch {
      throw StageFailure(
        "no broker answers at \(configuration.bootstrapServers): \(error); start Kafka, or name "
          + "its address with --bootstrap-servers", exitCode: 69)
    }
  }

  /// What the user says that a request may take, else less than librdkafka's minute.
  private static func patience(_ configuration: KafkaConfiguration) -> Duration {
    configuration["socket.timeout.ms"].flatMap { Int($0) }.map { .milliseconds($0) } ?? .seconds(15)
  }
}
