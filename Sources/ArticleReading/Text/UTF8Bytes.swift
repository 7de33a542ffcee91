/// What a run of bytes looks like when read as UTF-8.
enum UTF8Bytes {
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (try? UTF8Span(validating: Span(_unsafeElements: bytes))) != nil
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
