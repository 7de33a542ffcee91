public import Kafka

/// A record that could not be processed, as it goes to the dead letters: its bytes untouched, with
/// Kafka Connect's error headers behind its own, so that existing tools read it.
public enum DeadLetter {
  public static let prefix = "__connect.errors."

  /// Who gave the record up.
  public struct Origin: Sendable, Hashable {
    /// The consumer group.
    public var group: String
    public var instance: String
    /// The worker, such as `parser-worker`.
    public var worker: String

    public init(group: String, instance: String, worker: String) {
      self.group = group
      self.instance = instance
      self.worker = worker
    }
  }

  /// The dead letter of `record`. A header that the record already has stays where it is, since
  /// a record can fail more than once.
  public static func record(
    of record: SourceRecord, in topic: String, because error: any Error, by origin: Origin
  ) -> ProducerRecord {
    var headers = record.headers
    for (name, value) in [
      ("topic", record.topic), ("partition", "\(record.partition)"),
      ("offset", "\(record.offset)"), ("connector.name", origin.group),
      ("task.id", origin.instance), ("stage", origin.worker),
      ("class.name", "rawi.\(origin.worker)"),
      ("exception.class.name", String(reflecting: type(of: error))),
      ("exception.message", Escaping.visible("\(error)")),
    ] {
      headers.append(prefix + name, value)
    }
    return ProducerRecord(
      topic: topic, key: record.key, value: record.value, headers: headers,
      timestamp: record.timestamp)
  }
}
