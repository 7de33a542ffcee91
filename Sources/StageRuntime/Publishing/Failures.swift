internal import Kafka

extension PublicationMachine.Outcome {
  /// What can be done about an error of Kafka's.
  init(_ error: KafkaError) {
    self =
      if error.isFatal || Self.hopeless.contains(error.code) {
        .fatal
      } else if error.requiresAbort {
        .abortable
      } else if error.isRetriable {
        .retriable
      } else {
        .abortable
      }
  }

  /// Nothing but a change of rights or of the broker mends these.
  private static let hopeless: Set<KafkaError.Code> = [
    .topicAuthorizationFailed, .closed, .invalidConfiguration,
    .groupAuthorizationFailed, .clusterAuthorizationFailed, .transactionalIDAuthorizationFailed,
    .unsupportedFeature, .fencedInstanceID, .producerFenced, .fenced,
  ]
}

extension KafkaError {
  /// Whether this record, or one beside it, will be refused however often it is sent.
  var refusesRecord: Bool {
    [.recordTooLarge, .invalidTimestamp, .invalidRecord].contains(code)
  }
}

extension KafkaError.Code {
  // Numbers of the Kafka protocol's error table.
  static let invalidTimestamp = KafkaError.Code(rawValue: 32)
  static let invalidRecord = KafkaError.Code(rawValue: 87)
  static let groupAuthorizationFailed = KafkaError.Code(rawValue: 30)
  static let clusterAuthorizationFailed = KafkaError.Code(rawValue: 31)
  static let transactionalIDAuthorizationFailed = KafkaError.Code(rawValue: 53)
  // RD_KAFKA_RESP_ERR__UNSUPPORTED_FEATURE of librdkafka.
  static let unsupportedFeature = KafkaError.Code(rawValue: -165)
}

extension StageFailure {
  /// Why a worker cannot go on after an error of Kafka's.
  init(_ error: KafkaError, _ settings: StageSettings) {
    let fences: Set<KafkaError.Code> = [
      .fenced, .producerFenced, .fencedInstanceID, .invalidProducerEpoch,
    ]
    if fences.contains(error.code) {
      self.init(
        "fenced: another process runs as instance \"\(settings.instance)\" of group "
          + "\"\(settings.group)\" and has taken over; give each process an --instance of its own "
          + "(\(error))")
    } else if error.code == .unsupportedFeature {
      self.init(
        "the broker has no transactions: use --delivery at-least-once, or another broker (\(error))"
      )
    } else {
      self.init("Kafka refuses for good: \(error)")
    }
  }
}
