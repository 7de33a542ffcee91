internal import CRdkafka
internal import Logging

/// What librdkafka's callbacks reach: one per client, alive until the client is destroyed.
class ClientContext: @unchecked Sendable {
  let logger: Logger
  let events: AsyncStream<ClientEvent>
  private let sink: AsyncStream<ClientEvent>.Continuation

  init(logger: Logger) {
    self.logger = logger
    // Nobody has to listen; the oldest of many unheard events are the ones to lose.
    (events, sink) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(64))
  }

  deinit {
    sink.finish()
  }

  func report(_ event: ClientEvent) {
    sink.yield(event)
  }

  /// Sets the callbacks that every kind of client has, and itself as what they reach.
  func install(in configuration: OpaquePointer) {
    rd_kafka_conf_set_opaque(configuration, Unmanaged.passUnretained(self).toOpaque())
    rd_kafka_conf_set_log_cb(configuration) { handle, level, facility, text in
      guard let handle, let text else { return }
      ClientContext.from(rd_kafka_opaque(handle))?
        .log(level, facility.map { String(cString: $0) } ?? "", String(cString: text))
    }
    rd_kafka_conf_set_error_cb(configuration) { handle, code, reason, opaque in
      guard let handle else { return }
      ClientContext.from(opaque)?
        .backgroundError(handle, code, reason.map { String(cString: $0) } ?? "")
    }
    rd_kafka_conf_set_stats_cb(configuration) { _, json, length, opaque in
      guard let json else { return 0 }
      ClientContext.from(opaque)?
        .statistics(UnsafeRawBufferPointer(start: json, count: length))
      return 0
    }
  }

  static func from(_ opaque: UnsafeMutableRawPointer?) -> ClientContext? {
    opaque.map { Unmanaged<ClientContext>.fromOpaque($0).takeUnretainedValue() }
  }

  private func backgroundError(_ handle: OpaquePointer, _ code: Int32, _ reason: String) {
    let error =
      code == RD_KAFKA_RESP_ERR__FATAL.rawValue
      ? Client.fatalError(of: handle) ?? KafkaError(.fatal, reason, isFatal: true)
      : KafkaError(KafkaError.Code(rawValue: code), reason)
    // Most of these are logged by librdkafka as well; this one is not, and it is the one that people look for.
    if error.code == .allBrokersDown {
      logger.warning("\(reason)", metadata: ["kafka.error": "\(error.name)"])
    }
    report(.error(error))
  }

  private func statistics(_ json: UnsafeRawBufferPointer) {
    do {
      report(.statistics(try Statistics(json: json)))
    } catch {
      logger.warning("Kafka's statistics cannot be read: \(error)")
    }
  }
}
