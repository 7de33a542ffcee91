internal import Contracts

/// Reads JSON as Rawi's own writer makes it, straight from bytes of valid UTF-8.
///
/// It gives up, with ``Odd``, on whatever is unusual or wrong; who uses it then reads the record by a
/// slower way, which can also say what is wrong.
struct RecordScanner {
  struct Odd: Error {}

  private static let deepest = 32
  private static let powersOfTen = (0...22).map { power in
    (0..<power).reduce(1.0) { value, _ in value * 10 }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var depth = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }

  /// Reads an object; `field` gets each key and has to read, or skip, its value.
  @inline(__always)
  mutating func object(_ field: (inout RecordScanner, RecordKey) throws(Odd) -> Void) throws(Odd) {
    try open(UInt8(ascii: "{"))
    if accept(UInt8(ascii: "}")) { return close() }
    repeat {
      let key = try key()
      try expect(UInt8(ascii: ":"))
      try field(&self, key)
    } while accept(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
    close()
  }

  mutating func array<Element>(
    _ element: (inout RecordScanner) throws(Odd) -> Element
  ) throws(Odd) -> [Element] {
    var elements: [Element] = []
    try open(UInt8(ascii: "["))
    if accept(UInt8(ascii: "]")) {
      close()
      return elements
    }
    repeat { elements.append(try element(&self)) } while accept(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    close()
    return elements
  }

  /// Nil for null.
  mutating func optional<Value>(
    _ value: (inout RecordScanner) throws(Odd) -> Value
  ) throws(Odd) -> Value? {
    guard at < bytes.count, bytes[at] == UInt8(ascii: "n") else { return try value(&self) }
    guard at + 4 <= bytes.count, bytes[at + 1] == UInt8(ascii: "u"),
      bytes[at + 2] == UInt8(ascii: "l"), bytes[at + 3] == UInt8(ascii: "l")
    else { throw Odd() }
    at += 4
    return nil
  }

  /// A name with an escape in it is none of Rawi's.
  private mutating func key() throws(Odd) -> RecordKey {
    try expect(UInt8(ascii: "\""))
    let start = at
    at = JSONEscapes.first(in: bytes, from: start)
    let key = RecordKey(bytes: UnsafeBufferPointer(rebasing: bytes[start..<at]))
    try expect(UInt8(ascii: "\""))
    return key
  }

  mutating func string() throws(Odd) -> String {
    try expect(UInt8(ascii: "\""))
    let start = at
    while true {
      at = JSONEscapes.first(in: bytes, from: at)
      guard at < bytes.count else { throw Odd() }
      switch bytes[at] {
      case UInt8(ascii: "\""):
        let text = UnsafeBufferPointer(rebasing: bytes[start..<at])
        at += 1
        // The whole record was found to be valid.
        return unsafe String(copying: UTF8Span(unchecked: text.span))
      case UInt8(ascii: "\\"): return try escapedString(from: start)
      case 0..<0x20: throw Odd()
      default: at += 1
      }
    }
  }

  private mutating func escapedString(from start: Int) throws(Odd) -> String {
    var text = Array(bytes[start..<at])
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard at < bytes.count, let plain = Self.plain(bytes[at]) else { throw Odd() }
        text.append(plain)
        at += 1
      case 0..<0x20: throw Odd()
      default: text.append(byte)
      }
    }
    throw Odd()
  }

  private static func plain(_ escape: UInt8) -> UInt8? {
    switch escape {
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): escape
    default: nil
    }
  }

  mutating func integer() throws(Odd) -> Int {
    let isNegative = accept(UInt8(ascii: "-"))
    let (value, digits) = digits()
    guard digits > 0, digits < 18, !isFraction else { throw Odd() }
    return isNegative ? -value : value
  }

  /// A decimal number of so few digits that one division gives its nearest value.
  mutating func number() throws(Odd) -> Double {
    let isNegative = accept(UInt8(ascii: "-"))
    var (value, count) = digits()
    guard count > 0 else { throw Odd() }
    var scale = 0
    if accept(UInt8(ascii: ".")) {
      let (fraction, places) = digits()
      guard places > 0, count + places <= 15 else { throw Odd() }
      for _ in 0..<places { value *= 10 }
      value += fraction
      count += places
      scale = places
    }
    guard count <= 15, !isFraction else { throw Odd() }
    let number = Double(value) / Self.powersOfTen[scale]
    return isNegative ? -number : number
  }

  private var isFraction: Bool {
    guard at < bytes.count else { return false }
    return bytes[at] == UInt8(ascii: ".") || bytes[at] | 0x20 == UInt8(ascii: "e")
  }

  private mutating func digits() -> (value: Int, count: Int) {
    var (value, count) = (0, 0)
    while at < bytes.count, count < 18, (0x30...0x39).contains(bytes[at]) {
      value = value * 10 + Int(bytes[at] - 0x30)
      count += 1
      at += 1
    }
    return (value, count)
  }

  private mutating func open(_ mark: UInt8) throws(Odd) {
    try expect(mark)
    depth += 1
    guard depth < Self.deepest else { throw Odd() }
  }

  private mutating func close() { depth -= 1 }

  private mutating func expect(_ mark: UInt8) throws(Odd) {
    guard accept(mark) else { throw Odd() }
  }

  private mutating func accept(_ mark: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == mark else { return false }
    at += 1
    return true
  }
}
