/// W3C trace context, version 00: `00-<trace id>-<span id>-<flags>`.
struct TraceContext: Sendable, Hashable {
  static let header = "traceparent"

  /// 32 lowercase hexadecimal digits.
  var trace: String
  /// 16 lowercase hexadecimal digits.
  var span: String
  /// 2 lowercase hexadecimal digits.
  var flags: String

  /// Reads a header's value; nil where it is none that the standard allows.
  init?(_ header: String) {
    let parts = header.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 4, parts[0].count == 2, parts[0] != "ff",
      parts[0] != "00" || parts.count == 4,
      Self.isHex(parts[0], 2), Self.isHex(parts[1], 32), Self.isHex(parts[2], 16),
      Self.isHex(parts[3], 2), parts[1].contains(where: { $0 != "0" }),
      parts[2].contains(where: { $0 != "0" })
    else { return nil }
    trace = parts[1]
    span = parts[2]
    flags = parts[3]
  }

  /// The beginning of a trace. Nobody has asked for it to be sampled.
  init() {
    trace = Self.hex() + Self.hex()
    span = Self.hex()
    flags = "00"
  }

  /// A step further in the same trace.
  func child() -> TraceContext {
    var child = self
    child.span = Self.hex()
    return child
  }

  var value: String { "00-\(trace)-\(span)-\(flags)" }

  private static func isHex(_ text: String, _ count: Int) -> Bool {
    text.utf8.count == count
      && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }

  /// 16 digits that are not all zero.
  private static func hex() -> String {
    let digits = String(UInt64.random(in: 1...UInt64.max), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
