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
}
