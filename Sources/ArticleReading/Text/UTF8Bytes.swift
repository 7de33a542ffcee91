internal import Contracts

/// What a run of bytes looks like when read as UTF-8.
enum UTF8Bytes {
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while true {
      at = passLetters(bytes, from: at)
      guard at < bytes.count else { return true }
      // Marks of three bytes stand alone in Arabic text, letters of three bytes in a row.
      repeat {
        guard let length = scalar(bytes, at) else { return false }
        at += length
      } while at < bytes.count && bytes[at] >= 0xE0
    }
  }

  /// Passes scalars of one and two bytes, which is all letters of most articles, eight bytes at a
  /// time.
  private static func passLetters(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = start
    /// The mark of a first byte that ended the eight bytes before.
    var open: UInt64 = 0
    while at + 8 <= bytes.count {
      if at > 0, at + 32 <= bytes.count, areLetters(bytes, at) {
        at += 32
        open = bytes[at - 1] >= 0xC0 ? 0x80 : 0
        continue
      }
      let word = EightBytes.load(bytes, at: at)
      // The high bit of each byte that is ≥ 0x80, ≥ 0xC0, ≥ 0xE0; and of C0 and C1, which would
      // begin what one byte says.
      let high = word & EightBytes.each(0x80)
      let first = high & (word << 1)
      let long = first & (word << 2)
      let overlong = first & EightBytes.zeros(word & EightBytes.each(0x1E))
      guard high ^ first == (first << 8) | open, long | overlong == 0 else { break }
      open = first >> 56
      at += 8
    }
    return open == 0 ? at : at - 1
  }

  /// Whether thirty-two bytes are such scalars, the first perhaps begun before them.
  @inline(__always)
  private static func areLetters(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    let words = EightBytes.loadFour(bytes, at: at)
    let before = EightBytes.loadFour(bytes, at: at - 1)
    let first = words & (words &+ words)
    let opened = before & (before &+ before)
    // Behind each first byte stands one that is none, and nowhere else does one ≥ 0x80.
    let follows = ~(words ^ first ^ opened)
    let isShort = ~(first & ((words &+ words) &+ (words &+ words)))
    let isNeeded = ~first | EightBytes.others(words & EightBytes.eachOfFour(0x1E))
    return EightBytes.isEachHigh(follows & isShort & isNeeded)
  }

  /// The length of the scalar at an offset; nil where there is none.
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    let first = bytes[at]
    if first < 0x80 { return 1 }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard (0xC2...0xF4).contains(first), at + length <= bytes.count else { return nil }
    let second: ClosedRange<UInt8> =
      switch first {
      case 0xE0: 0xA0...0xBF  // not what two bytes say
      case 0xED: 0x80...0x9F  // no surrogates
      case 0xF0: 0x90...0xBF  // not what three bytes say
      case 0xF4: 0x80...0x8F  // nothing beyond U+10FFFF
      default: 0x80...0xBF
      }
    guard second.contains(bytes[at + 1]) else { return nil }
    for next in at + 2..<max(at + 2, at + length) where bytes[next] & 0xC0 != 0x80 { return nil }
    return length
  }

  /// Whether the bytes are UTF-8 beyond ASCII. Text of another encoding hardly ever is by chance.
  static func hasLetters(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.contains { $0 >= 0x80 } && isValid(bytes)
  }

  /// Whether the bytes are UTF-8 with a little damage (a cut end, a few lost bytes), which is
  /// read better with replacement characters than in any other encoding.
  static func isDamaged(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var whole = 0
    var broken = 0
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    loop: while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar): if scalar.count > 1 { whole += 1 }
      case .error: broken += 1
      case .emptyInput: break loop
      }
    }
    return whole > 10 * broken
  }
}

extension String {
  /// A copy of bytes that are known to be valid UTF-8.
  init(valid utf8: UnsafeBufferPointer<UInt8>) {
    self.init(copying: UTF8Span(unchecked: Span(_unsafeElements: utf8)))
  }

  /// Calls `body` with the text's bytes, which nearly every text has in a row.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}
