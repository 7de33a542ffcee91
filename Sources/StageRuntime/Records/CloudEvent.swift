public import Kafka

/// The headers that make an output record a CloudEvent in Kafka's binary mode, and part of its
/// input's trace.
///
/// They follow from the input alone, but for the span's number: the same input gives the same id.
public struct CloudEvent: Sendable, Hashable {
  /// Such as `rawi.event`.
  public var type: String
  /// URI reference of what made it, such as `/rawi/indexer`.
  public var source: String

  public init(type: String, source: String) {
    self.type = type
    self.source = source
  }

  /// - Parameters:
  ///   - index: which of the input's outputs it is, from 0.
  ///   - subject: what the event is about: the output's key.
  ///   - isTombstone: whether the output has no value.
  public func headers(
    for input: SourceRecord, index: Int, subject: String?, isTombstone: Bool = false
  ) -> Headers {
    headers(
      for: input, id: "\(input.topic)-\(input.partition)-\(input.offset)-\(index)",
      subject: subject, isTombstone: isTombstone)
  }

  /// The same with an id of the program's own, which must be the same whenever the output is made
  /// again.
  public func headers(
    for input: SourceRecord, id: String, subject: String?, isTombstone: Bool = false
  ) -> Headers {
    let parent = input.headers[TraceContext.header].flatMap { TraceContext($0) }
    let trace = parent?.child() ?? TraceContext()
    var headers: Headers = [
      "ce_specversion": "1.0",
      "ce_id": id,
      "ce_source": source,
      "ce_type": type,
    ]
    if let timestamp = input.timestamp { headers.append("ce_time", UTCTime.text(timestamp)) }
    if let subject { headers.append("ce_subject", subject) }
    if !isTombstone { headers.append("content-type", "application/json") }
    headers.append(TraceContext.header, trace.bytes)
    // Belongs to the trace it came with; a new trace has none.
    if parent != nil, let state = input.headers["tracestate"] {
      headers.append("tracestate", state)
    }
    return headers
  }
}
