internal import ArabicText

extension TokenizedText {
  /// A 64-bit SimHash (Charikar 2002) of the text's folded words: near texts differ in few bits.
  func simHash() -> UInt64 {
    var counts = [Int32](repeating: 0, count: 64)
    for index in tokens.indices where tokens[index].kind == .word || tokens[index].kind == .number {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for letter in letters(index) { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
      hash ^= hash >> 29
      hash = hash &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 32
      for bit in 0..<64 { counts[bit] += hash >> UInt64(bit) & 1 == 1 ? 1 : -1 }
    }
    var value: UInt64 = 0
    for bit in 0..<64 where counts[bit] > 0 { value |= 1 << UInt64(bit) }
    return value
  }
}
