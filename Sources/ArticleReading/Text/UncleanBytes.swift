internal import Contracts

/// Finds in valid UTF-8 what is to be dropped or replaced.
enum UncleanBytes {
  /// Where the first scalar from `start` on stands that is to be dropped or replaced; the text's end
  /// where there is none.
  static func first(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = start
    while at + 8 <= utf8.count {
      if at + 32 <= utf8.count, areClean(EightBytes.loadFour(utf8, at: at)) {
        at += 32
        continue
      }
      var found = suspects(EightBytes.load(utf8, at: at))
      while found != 0 {
        if let unclean = unclean(utf8, at + found.trailingZeroBitCount / 8) { return unclean }
        found &= found - 1
      }
      at += 8
    }
    while at < utf8.count {
      if let unclean = unclean(utf8, at) { return unclean }
      at += 1
    }
    return utf8.count
  }

  static func endsLine(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// The scalar at an offset, and how many bytes it has.
  @inline(__always)
  static func scalar(
    _ utf8: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> (value: UInt32, length: Int) {
    let first = UInt32(utf8[at])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(utf8[at + 1] & 0x3F)
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(utf8[at + 2] & 0x3F)
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(utf8[at + 3] & 0x3F), 4)
  }

  /// The high bit of each of eight bytes that can belong to such a scalar: control characters, the
  /// first bytes of all but Arabic letters, and the second byte of U+061C.
  @inline(__always)
  private static func suspects(_ word: UInt64) -> UInt64 {
    let first = word & (word << 1) & EightBytes.each(0x80)
    let arabic = EightBytes.zeros((word ^ EightBytes.each(0xD8)) & EightBytes.each(0xF8))
    return first & ~arabic | EightBytes.below(0x20, word)
      | EightBytes.zeros(word ^ EightBytes.each(0x7F))
      | EightBytes.zeros(word ^ EightBytes.each(0x9C))
  }

  /// Whether none of thirty-two bytes can belong to such a scalar.
  @inline(__always)
  private static func areClean(_ words: SIMD4<UInt64>) -> Bool {
    // The high bit of all but first bytes, and of those of Arabic letters.
    let usual =
      ~words | ~(words &+ words)
      | ~EightBytes.others((words ^ EightBytes.eachOfFour(0xD8)) & EightBytes.eachOfFour(0xF8))
    return EightBytes.isEachHigh(
      usual & EightBytes.notBelow(0x20, words)
        & EightBytes.others(words ^ EightBytes.eachOfFour(0x7F))
        & EightBytes.others(words ^ EightBytes.eachOfFour(0x9C)))
  }

  /// Where the scalar stands that a suspect belongs to, if it is to be dropped or replaced.
  private static func unclean(_ utf8: UnsafeBufferPointer<UInt8>, _ suspect: Int) -> Int? {
    let byte = utf8[suspect]
    if byte & 0xC0 == 0x80 {
      return byte == 0x9C && utf8[suspect - 1] == 0xD8 ? suspect - 1 : nil
    }
    return isUnclean(scalar(utf8, suspect).value) ? suspect : nil
  }

  private static func isUnclean(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0xAD: true  // soft hyphen
    case 0x061C, 0x180E: true  // Arabic letter mark, Mongolian vowel separator
    case 0x200B...0x200F: true  // zero width, left-to-right and right-to-left marks
    case 0x2028...0x202E: true  // line ends, embeddings and overrides
    case 0x2060...0x206F: true  // word joiner, isolates, deprecated controls
    case 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
