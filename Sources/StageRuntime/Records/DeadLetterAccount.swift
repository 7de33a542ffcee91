public import Kafka

extension DeadLetter {
  /// What a dead letter's headers say. They are text from outside: whoever may write to the topic
  /// of dead letters may have written them.
  public struct Account: Sendable, Hashable {
    /// Where the record stands that failed.
    public var topic: String?
    public var partition: Int32?
    public var offset: Int64?
    /// The consumer group that gave it up.
    public var group: String?
    /// The worker that gave it up, such as `parser-worker`.
    public var stage: String?
    /// The error's type.
    public var errorType: String?
    public var reason: String?
    /// How often the record has been tried, 1 for a record that was never sent back.
    public var attempt: Int
    /// How many bytes the record's value has, where the letter could not hold it.
    public var omittedBytes: Int?

    public init(_ headers: Headers) {
      func text(_ name: String) -> String? { headers.text(DeadLetter.prefix + name) }
      topic = text("topic")
      partition = text("partition").flatMap { Int32($0) }
      offset = text("offset").flatMap { Int64($0) }
      group = text("connector.name")
      stage = text("stage")
      errorType = text("exception.class.name")
      reason = text("exception.message")
      attempt = DeadLetter.attempts(of: headers) ?? 1
      omittedBytes = headers.text(DeadLetter.omittedValue).flatMap { Int($0) }
    }
  }

  /// The headers with which the record goes back to where it came from: its own, and the number of
  /// the attempt that begins.
  ///
  /// Of each error header the last is taken off, which is the one that the failure added; an
  /// earlier one came with the record.
  public static func headersForReplay(_ headers: Headers) -> Headers {
    var added: Set<String> = []
    var own: [Headers.Header] = []
    for header in headers.reversed() {
      let isAdded = header.name.hasPrefix(prefix) || header.name == omittedValue
      if header.name == attempt || (isAdded && added.insert(header.name).inserted) { continue }
      own.append(header)
    }
    var result = Headers(own.reversed())
    result.append(attempt, "\((attempts(of: headers) ?? 1) + 1)")
    return result
  }
}
