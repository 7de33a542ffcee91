/// The bytes that do not stand in a JSON string as they are: quotes, backslashes and control
/// characters, DEL among them.
public enum JSONEscapes {
  /// Where the first of them stands from `start` on; the text's end where there is none.
  public static func first(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = start
    while at + 32 <= text.count, areClean(EightBytes.loadFour(text, at: at)) { at += 32 }
    while at + 8 <= text.count {
      let found = found(in: EightBytes.load(text, at: at))
      if found != 0 { return at + found.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < text.count, !isEscaped(text[at]) { at += 1 }
    return at
  }

  /// Whether none is among thirty-two bytes.
  @inline(__always)
  static func areClean(_ words: SIMD4<UInt64>) -> Bool {
    EightBytes.isEachHigh(
      EightBytes.notBelow(0x20, words) & EightBytes.others(words ^ EightBytes.eachOfFour(0x22))
        & EightBytes.others(words ^ EightBytes.eachOfFour(0x5C))
        & EightBytes.others(words ^ EightBytes.eachOfFour(0x7F)))
  }

  /// The high bit of each of eight bytes that is one of them.
  @inline(__always)
  static func found(in word: UInt64) -> UInt64 {
    EightBytes.below(0x20, word) | EightBytes.zeros(word ^ EightBytes.each(0x22))
      | EightBytes.zeros(word ^ EightBytes.each(0x5C))
      | EightBytes.zeros(word ^ EightBytes.each(0x7F))
  }

  @inline(__always)
  static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F
  }
}
