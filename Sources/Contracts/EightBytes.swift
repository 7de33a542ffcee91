/// Eight bytes of a text in one number, the first one lowest.
public enum EightBytes {
  @inlinable
  @inline(__always)
  public static func load(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset + 8 <= bytes.count)
    guard let base = bytes.baseAddress else { return 0 }
    return UInt64(littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self))
  }

  /// The same byte eight times.
  @inlinable
  @inline(__always)
  public static func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  /// The high bit of each byte that is zero.
  @inlinable
  @inline(__always)
  public static func zeros(_ word: UInt64) -> UInt64 { below(1, word) }

  /// The high bit of each byte that is less than a limit, which is 0x80 at most.
  @inlinable
  @inline(__always)
  public static func below(_ limit: UInt64, _ word: UInt64) -> UInt64 {
    ~(((word & each(0x7F)) &+ each(0x80 - limit)) | word) & each(0x80)
  }

  // MARK: Thirty-two at once

  /// Thirty-two bytes of a text, eight in each number.
  @inlinable
  @inline(__always)
  public static func loadFour(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> SIMD4<UInt64> {
    precondition(offset >= 0 && offset + 32 <= bytes.count)
    guard let base = bytes.baseAddress else { return .zero }
    return UnsafeRawPointer(base + offset).loadUnaligned(as: SIMD4<UInt64>.self)
  }

  /// The same byte thirty-two times.
  @inlinable
  @inline(__always)
  public static func eachOfFour(_ byte: UInt64) -> SIMD4<UInt64> { SIMD4(repeating: each(byte)) }

  /// The high bit of each byte that is not zero.
  @inlinable
  @inline(__always)
  public static func others(_ words: SIMD4<UInt64>) -> SIMD4<UInt64> {
    ((words & eachOfFour(0x7F)) &+ eachOfFour(0x7F)) | words
  }

  /// The high bit of each byte that is not less than a limit, which is 0x80 at most.
  @inlinable
  @inline(__always)
  public static func notBelow(_ limit: UInt64, _ words: SIMD4<UInt64>) -> SIMD4<UInt64> {
    ((words & eachOfFour(0x7F)) &+ eachOfFour(0x80 - limit)) | words
  }

  /// Whether each byte has its high bit.
  @inlinable
  @inline(__always)
  public static func isEachHigh(_ words: SIMD4<UInt64>) -> Bool {
    words[0] & words[1] & words[2] & words[3] & each(0x80) == each(0x80)
  }
}
