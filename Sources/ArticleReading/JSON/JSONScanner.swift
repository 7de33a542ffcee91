/// Walks over JSON text in valid UTF-8, once, without building anything.
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
    try expect("\"")
    let start = position
    // Most strings have no escape and are taken whole.
    while position < bytes.count, bytes[position] >= 0x20 {
      if bytes[position] == UInt8(ascii: "\"") {
        defer { position += 1 }
        return String(
          decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
      }
      if bytes[position] == UInt8(ascii: "\\") { break }
      position += 1
    }
    return try escapedString(from: start)
  }

  private mutating func escapedString(from start: Int) throws(Failure) -> String {
    var text = Array(bytes[start..<position])
    var clean = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        text.append(contentsOf: bytes[clean..<position])
        position += 1
        return String(decoding: text, as: UTF8.self)
      }
      guard byte >= 0x20 else { throw fail("a control character stands in a string unescaped") }
      guard byte == UInt8(ascii: "\\") else {
        position += 1
        continue
      }
      text.append(contentsOf: bytes[clean..<position])
      text.append(contentsOf: try escape().utf8)
      clean = position
    }
    throw fail("a string does not end")
  }

  private mutating func escape() throws(Failure) -> String {
    let start = position
    position += 2
    guard position <= bytes.count else { throw fail("a string does not end") }
    switch bytes[start + 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw fail("a string has an escape that JSON does not know", at: start)
    }
    let unit = try hexadecimal()
    if let scalar = Unicode.Scalar(unit) {
      guard unit != 0 else { throw fail("a string holds NUL (\\u0000)", at: start) }
      return String(scalar)
    }
    guard UTF16.isLeadSurrogate(unit), position + 1 < bytes.count,
      bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
    else { throw fail("a string holds half a surrogate pair", at: start) }
    position += 2
    let second = try hexadecimal()
    guard UTF16.isTrailSurrogate(second) else {
      throw fail("a string holds half a surrogate pair", at: start)
    }
    return String(decoding: [unit, second], as: UTF16.self)
  }

  private mutating func hexadecimal() throws(Failure) -> UInt16 {
    guard position + 4 <= bytes.count else { throw fail("a \\u escape is cut short") }
    var unit: UInt16 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fail("a \\u escape has something other than four hexadecimal digits")
      }
      unit = unit << 4 | UInt16(digit)
    }
    position += 4
    return unit
  }

  /// Passes any value.
  mutating func skip(depth: Int = 0) throws(Failure) {
    guard depth < Self.deepest else { throw fail("values are nested deeper than \(Self.deepest)") }
    switch try peek() {
    case .string: _ = try string()
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
        _ = try string()
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
