/// W3C trace context, version 00: `00-<trace id>-<span id>-<flags>`.
struct TraceContext: Sendable, Hashable {
  static let header = "traceparent"

  private static let traceDigits = 3..<35
  private static let spanDigits = 36..<52
  private static let flagDigits = 53..<55

  /// The header's value.
  private(set) var bytes: [UInt8]

  /// 32 lowercase hexadecimal digits.
  var trace: String { text(Self.traceDigits) }
  /// 16 lowercase hexadecimal digits.
  var span: String { text(Self.spanDigits) }
  /// 2 lowercase hexadecimal digits.
  var flags: String { text(Self.flagDigits) }

  /// Reads a header's value; nil where it is none that the standard allows.
  init?(_ header: some Collection<UInt8>) {
    // A later version may add fields behind.
    let bytes = Array(header.prefix(56))
    guard bytes.count >= 55, bytes.count == 55 || bytes[55] == Self.dash, bytes[2] == Self.dash,
      bytes[35] == Self.dash, bytes[52] == Self.dash, !bytes[..<2].elementsEqual("ff".utf8),
      bytes.count == 55 || !bytes[..<2].elementsEqual("00".utf8), Self.isHex(bytes[..<2]),
      Self.isHex(bytes[Self.traceDigits]), Self.isHex(bytes[Self.spanDigits]),
      Self.isHex(bytes[Self.flagDigits]), bytes[Self.traceDigits].contains(where: { $0 != 0x30 }),
      bytes[Self.spanDigits].contains(where: { $0 != 0x30 })
    else { return nil }
    self.bytes = Array("00".utf8) + bytes[2..<55]
  }

  init?(_ header: String) { self.init(header.utf8) }

  /// The beginning of a trace. Nobody has asked for it to be sampled.
  init() {
    bytes = Array("00-00000000000000000000000000000000-0000000000000000-00".utf8)
    write(UInt64.random(in: 1...UInt64.max), at: 3)
    write(UInt64.random(in: 1...UInt64.max), at: 19)
    write(UInt64.random(in: 1...UInt64.max), at: 36)
  }

  /// A step further in the same trace.
  func child() -> TraceContext {
    var child = self
    child.write(UInt64.random(in: 1...UInt64.max), at: 36)
    return child
  }

  private static let dash = UInt8(ascii: "-")

  private static func isHex(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }

  private func text(_ digits: Range<Int>) -> String {
    String(decoding: bytes[digits], as: UTF8.self)
  }

  /// Writes 16 digits.
  private mutating func write(_ number: UInt64, at start: Int) {
    for place in 0..<16 {
      let nibble = UInt8(number >> UInt64(60 - 4 * place) & 15)
      bytes[start + place] =
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
    }
  }
}
