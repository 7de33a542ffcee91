internal import Logging
internal import Synchronization

/// Whether brokers are out of reach, so that it is said once and not with every attempt.
final class Outage: Sendable {
  private let isOn = Atomic<Bool>(false)

  /// Whether this is news.
  func begin() -> Bool { !isOn.exchange(true, ordering: .relaxed) }

  /// Whether this is news.
  func end() -> Bool { isOn.exchange(false, ordering: .relaxed) }
}

/// Takes what the Kafka clients log to the worker's log: an outage once, librdkafka's lines about
/// its connections only where debugging is asked for.
struct ClientLog: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level
  var metadataProvider: Logger.MetadataProvider?

  private let logger: Logger
  private let outage: Outage

  /// Names of librdkafka's errors that mean that a broker cannot be reached.
  private static let outOfReach: Set<String> = ["_ALL_BROKERS_DOWN", "_TRANSPORT", "_RESOLVE"]

  static func logger(_ logger: Logger, _ outage: Outage) -> Logger {
    Logger(label: logger.label) { _ in ClientLog(logger, outage) }
  }

  private init(_ logger: Logger, _ outage: Outage) {
    self.logger = logger
    self.outage = outage
    logLevel = logger.logLevel
  }

  func log(event: LogEvent) {
    let metadata = metadata.merging(event.metadata ?? [:]) { $1 }
    if let error = metadata["kafka.error"], Self.outOfReach.contains("\(error)") {
      let level = outage.begin() ? Logger.Level.warning : .debug
      logger.log(level: level, "no broker answers; waiting for one", metadata: metadata)
    } else if metadata["kafka.facility"] != nil, event.level < .critical {
      logger.debug(event.message, metadata: metadata)
    } else {
      logger.log(level: event.level, event.message, metadata: metadata)
    }
  }

  subscript(metadataKey key: String) -> Logger.MetadataValue? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }
}
