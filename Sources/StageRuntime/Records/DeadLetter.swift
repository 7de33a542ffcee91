public import Kafka

/// A record that could not be processed, as it goes to the dead letters: its bytes untouched, with
/// Kafka Connect's error headers behind its own, so that existing tools read it.
public enum DeadLetter {
  public static let prefix = "__connect.errors."
  /// How often the record has been tried, this time included. A record that is sent back from the
  /// dead letters carries it along.
  public static let attempt = "rawi.attempt"
  /// How many bytes the record's value has, where it was too large to be kept as a dead letter.
  public static let omittedValue = "rawi.omitted-value-bytes"

  /// How many bytes the record's key has, and how many headers it has, where even they were too much.
  static let omittedKey = "rawi.omitted-key-bytes"
  static let omittedHeaders = "rawi.omitted-headers"

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
      ("exception.message", reason(error)),
    ] {
      headers.append(prefix + name, value)
    }
    if attempts(of: headers) == nil { headers.append(attempt, "1") }
    return ProducerRecord(
      topic: topic, key: record.key, value: record.value, headers: headers,
      timestamp: record.timestamp)
  }

  /// The same letter without its value, which is too large for the topic of dead letters.
  static func withoutValue(_ letter: ProducerRecord) -> ProducerRecord {
    guard let value = letter.value else { return letter }
    var bare = letter
    bare.value = nil
    // Without this it would look like the withdrawal of an article.
    bare.headers.append(omittedValue, "\(value.count)")
    return bare
  }

  /// The letter of a record that cannot be kept in any part: where it stands, and why it failed.
  static func withoutContent(
    of record: SourceRecord, in topic: String, because error: any Error, by origin: Origin
  ) -> ProducerRecord {
    let empty = SourceRecord(
      topic: record.topic, partition: record.partition, offset: record.offset, key: nil, value: nil,
      headers: attempts(of: record.headers).map { [attempt: "\($0)"] } ?? [:])
    var letter = Self.record(of: empty, in: topic, because: error, by: origin)
    letter.headers.append(omittedValue, "\(record.value?.count ?? 0)")
    letter.headers.append(omittedKey, "\(record.key?.count ?? 0)")
    letter.headers.append(omittedHeaders, "\(record.headers.count)")
    return letter
  }

  /// The error's words, which may quote the record, cut where they grow too long for a header.
  private static func reason(_ error: any Error) -> String {
    let words = Escaping.visible("\(error)").unicodeScalars
    return words.count > 4000 ? "\(String(words.prefix(4000)))…" : String(words)
  }

  /// The number in the attempt header; nil where there is none that can be one.
  static func attempts(of headers: Headers) -> Int? {
    headers.text(attempt).flatMap { Int($0) }.flatMap { (1...1_000_000).contains($0) ? $0 : nil }
  }
}
