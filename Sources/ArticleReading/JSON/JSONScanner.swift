internal import Contracts

/// Walks over JSON text in valid UTF-8, once, without building anything but the strings asked for.
///
/// Stricter than most parsers where leniency would lose something silently: no lone surrogates, no
/// NUL, nothing after the value.
struct JSONScanner {
  enum Kind: String {
    case object = "an object"
    case array = "an array"
    case string = "a string"
    case number = "a number"
    case boolean = "a boolean"
    case null
  }

  /// What is wrong, and the byte where it is.
  struct Failure: Error {
    let reason: String
    let offset: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position = 0
  /// The last string that had escapes, without them.
  private var unescaped: [UInt8] = []
  static let deepest = 256

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Moves to the next value and says what it is by its first byte.
  mutating func peek() throws(Failure) -> Kind {
    skipSpace()
    guard position < bytes.count else { throw fail("it ends where a value should be") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    default: throw fail("this is no JSON value")
    }
  }

  /// Passes the punctuation mark if it comes next.
  mutating func accept(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  mutating func expect(_ mark: Unicode.Scalar) throws(Failure) {
    guard accept(mark) else { throw fail("\"\(mark)\" is missing") }
  }

  mutating func expectEnd() throws(Failure) {
    skipSpace()
    guard position == bytes.count else { throw fail("something follows the value") }
  }

  /// Reads the string that comes next.
  mutating func string() throws(Failure) -> String {
    try withString { String(valid: $0) }
  }

  /// Calls `body` with the bytes of the string that comes next.
  mutating func withString<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(Failure) -> Result {
    try expect("\"")
    let start = position
    passPlain()
    // Most strings have no escape and are taken where they stand.
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
      defer { position += 1 }
      return body(UnsafeBufferPointer(rebasing: bytes[start..<position]))
    }
    try unescape(from: start)
    return unescaped.withUnsafeBufferPointer(body)
  }

  /// Moves to the next byte that does not stand for itself in a string.
  private mutating func passPlain() {
    position = JSONEscapes.first(in: bytes, from: position)
    while position < bytes.count, bytes[position] == 0x7F {
      position = JSONEscapes.first(in: bytes, from: position + 1)
    }
  }

  private mutating func unescape(from start: Int) throws(Failure) {
    unescaped.removeAll(keepingCapacity: true)
    unescaped.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"): try escape()
      default: throw fail("a control character stands in a string unescaped")
      }
      let clean = position
      passPlain()
      unescaped.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[clean..<position]))
    }
    throw fail("a string does not end")
  }

  private mutating func escape() throws(Failure) {
    let start = position
    position += 2
    guard position <= bytes.count else { throw fail("a string does not end") }
    switch bytes[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      unescaped.append(bytes[start + 1])
    case UInt8(ascii: "b"): unescaped.append(0x08)
    case UInt8(ascii: "f"): unescaped.append(0x0C)
    case UInt8(ascii: "n"): unescaped.append(0x0A)
    case UInt8(ascii: "r"): unescaped.append(0x0D)
    case UInt8(ascii: "t"): unescaped.append(0x09)
    case UInt8(ascii: "u"): unescaped.append(contentsOf: UTF8.encode(try scalar(start)) ?? .init())
    default: throw fail("a string has an escape that JSON does not know", at: start)
    }
  }

  /// Reads the digits of a `\u` escape, of two for what UTF-16 writes as a pair.
  private mutating func scalar(_ start: Int) throws(Failure) -> Unicode.Scalar {
    let unit = try hexadecimal()
    if let scalar = Unicode.Scalar(unit) {
      guard unit != 0 else { throw fail("a string holds NUL (\\u0000)", at: start) }
      return scalar
    }
    guard UTF16.isLeadSurrogate(unit), position + 1 < bytes.count,
      bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
    else { throw fail("a string holds half a surrogate pair", at: start) }
    position += 2
    let second = try hexadecimal()
    guard UTF16.isTrailSurrogate(second),
      let scalar = Unicode.Scalar(
        0x1_0000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
    else { throw fail("a string holds half a surrogate pair", at: start) }
    return scalar
  }

  private mutating func hexadecimal() throws(Failure) -> UInt16 {
    guard position + 4 <= bytes.count else { throw fail("a \\u escape is cut short") }
    var unit: UInt16 = 0
    for byte in bytes[position..<position + 4] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt16(byte - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
        unit = unit << 4 | UInt16((byte | 0x20) - UInt8(ascii: "a") + 10)
      default: throw fail("a \\u escape has something other than four hexadecimal digits")
      }
    }
    position += 4
    return unit
  }

  /// Passes any value.
  mutating func skip(depth: Int = 0) throws(Failure) {
    guard depth < Self.deepest else { throw fail("values are nested deeper than \(Self.deepest)") }
    switch try peek() {
    case .string: try withString { _ in }
    case .number: try number()
    case .boolean: try word(bytes[position] == UInt8(ascii: "t") ? "true" : "false")
    case .null: try word("null")
    case .array:
      try expect("[")
      if accept("]") { return }
      repeat { try skip(depth: depth + 1) } while accept(",")
      try expect("]")
    case .object:
      try expect("{")
      if accept("}") { return }
      repeat {
        try withString { _ in }
        try expect(":")
        try skip(depth: depth + 1)
      } while accept(",")
      try expect("}")
    }
  }

  private mutating func number() throws(Failure) {
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        position += 1
        continue
      default: break
      }
      break
    }
    // No field of an article is a number, so its form only has to be one.
    let text = String(
      decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
    guard Double(text) != nil, position - start < 400 else {
      throw fail("this is no number", at: start)
    }
  }

  private mutating func word(_ word: StaticString) throws(Failure) {
    let end = position + word.utf8CodeUnitCount
    let same = word.withUTF8Buffer { expected in
      end <= bytes.count && bytes[position..<end].elementsEqual(expected)
    }
    guard same else { throw fail("this is no JSON value") }
    position = end
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  private func fail(_ reason: String, at offset: Int? = nil) -> Failure {
    Failure(reason: reason, offset: offset ?? position)
  }
}
