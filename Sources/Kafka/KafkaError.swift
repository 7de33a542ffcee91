internal import CRdkafka

/// What went wrong between this program and Kafka, and what can be done about it.
///
/// Three questions decide what a program does next, and each is a property rather than a case, because
/// the same code can have different answers in different places:
///
/// - ``isFatal``: the client is broken for good (a fenced producer, for example). Close it; make another
///   or end the process.
/// - ``requiresAbort``: the current transaction cannot be committed. Abort it and do its work again.
/// - ``isRetriable``: the same call may well succeed a little later.
///
/// The ``code`` says what happened, in Kafka's own terms; ``topic``, ``partition`` and ``offset`` say
/// where, as far as it is known.
public struct KafkaError: Error, Hashable, Sendable {
  public let code: Code
  /// What happened in words, for a person.
  public let message: String
  public let topic: String?
  public let partition: Int32?
  public let offset: Int64?
  public let isFatal: Bool
  public let isRetriable: Bool
  public let requiresAbort: Bool

  public init(
    _ code: Code, _ message: String? = nil, topic: String? = nil, partition: Int32? = nil,
    offset: Int64? = nil, isFatal: Bool = false, isRetriable: Bool? = nil,
    requiresAbort: Bool = false
  ) {
    self.code = code
    self.message = message ?? code.explanation
    self.topic = topic
    self.partition = partition
    self.offset = offset
    self.isFatal = isFatal
    self.isRetriable = isRetriable ?? (!isFatal && Code.usuallyRetriable.contains(code))
    self.requiresAbort = requiresAbort
  }

  /// librdkafka's name of the code, such as `_TIMED_OUT` or `TOPIC_ALREADY_EXISTS`.
  public var name: String { code.description }
}

extension KafkaError: CustomStringConvertible {
  public var description: String {
    var place = ""
    if let topic { place += " topic \(topic)" }
    if let partition { place += " partition \(partition)" }
    if let offset { place += " offset \(offset)" }
    return place.isEmpty ? "\(message) (\(name))" : "\(message) (\(name),\(place))"
  }
}

extension KafkaError {
  /// The error for a bare answer code, or nil where the answer was success.
  init?(_ response: rd_kafka_resp_err_t, _ message: String? = nil, at place: TopicPartition? = nil)
  {
    guard response != RD_KAFKA_RESP_ERR_NO_ERROR else { return nil }
    self.init(
      Code(rawValue: response.rawValue), message, topic: place?.topic, partition: place?.partition)
  }

  /// Takes over an error object of librdkafka and frees it; nil where there was none.
  init?(consuming error: OpaquePointer?) {
    guard let error else { return nil }
    defer { rd_kafka_error_destroy(error) }
    self.init(copying: error)
  }

  /// Copies an error object that librdkafka keeps.
  init(copying error: OpaquePointer) {
    self.init(
      Code(rawValue: rd_kafka_error_code(error).rawValue),
      String(cString: rd_kafka_error_string(error)),
      isFatal: rd_kafka_error_is_fatal(error) != 0,
      isRetriable: rd_kafka_error_is_retriable(error) != 0,
      requiresAbort: rd_kafka_error_txn_requires_abort(error) != 0)
  }

  /// Throws where the answer was not success.
  static func check(
    _ response: rd_kafka_resp_err_t, _ message: String? = nil
  ) throws(KafkaError) {
    if let error = KafkaError(response, message) { throw error }
  }

  static func check(consuming error: OpaquePointer?) throws(KafkaError) {
    if let error = KafkaError(consuming: error) { throw error }
  }
}
