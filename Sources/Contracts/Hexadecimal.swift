/// Lowercase hexadecimal.
public enum Hexadecimal {
  @inline(__always)
  static func digit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
  }

  /// Sixteen digits.
  public static func text(_ number: UInt64) -> String {
    withUnsafeBytes(of: number.bigEndian) { text($0) }
  }

  static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { text in
      var at = 0
      // Four bytes at a time.
      while at + 4 <= bytes.count {
        let four = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
        UnsafeMutableRawBufferPointer(text).storeBytes(
          of: digits(four).littleEndian, toByteOffset: 2 * at, as: UInt64.self)
        at += 4
      }
      for at in at..<bytes.count {
        text[2 * at] = digit(bytes[at] >> 4)
        text[2 * at + 1] = digit(bytes[at] & 15)
      }
      return bytes.count * 2
    }
  }

  /// The eight digits of four bytes, each lowest first.
  private static func digits(_ four: UInt32) -> UInt64 {
    // Each byte to two, then its upper half before its lower one.
    var spread = UInt64(four)
    spread = (spread | spread << 16) & 0x0000_FFFF_0000_FFFF
    spread = (spread | spread << 8) & 0x00FF_00FF_00FF_00FF
    let nibbles = (spread >> 4 | spread << 8) & EightBytes.each(0x0F)
    // 1 in each byte from ten on.
    let letters = (nibbles &+ EightBytes.each(6)) >> 4 & EightBytes.each(1)
    return nibbles &+ EightBytes.each(0x30) &+ letters &* 0x27
  }
}
