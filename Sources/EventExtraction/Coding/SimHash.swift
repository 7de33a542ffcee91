internal import ArabicText

extension Analysis {
  /// A 64-bit SimHash (Charikar 2002) of the text's folded words: near texts differ in few bits.
  func simHash() -> UInt64 {
    // How many hashes have each bit set: one number for the units of all 64 counts, one for the
    // twos, one for the fours…, so that a hash is added to all of them at once.
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 32) { counts in
      counts.initialize(repeating: 0)
      var words: UInt64 = 0
      for index in text.tokens.indices {
        guard text.tokens[index].kind == .word || text.tokens[index].kind == .number else {
          continue
        }
        words += 1
        var hash = UInt64(truncatingIfNeeded: key(index).slot) &* 0xBF58_476D_1CE4_E5B9
        hash ^= hash >> 32
        var place = 0
        while hash != 0 {
          (counts[place], hash) = (counts[place] ^ hash, counts[place] & hash)
          place += 1
        }
      }
      return Self.bits(of: counts, above: words / 2)
    }
  }

  /// Which counts are greater than a number.
  private static func bits(
    of counts: UnsafeMutableBufferPointer<UInt64>, above number: UInt64
  ) -> UInt64 {
    var greater: UInt64 = 0
    var equal = UInt64.max
    for place in counts.indices.reversed() {
      let other: UInt64 = number >> UInt64(place) & 1 == 1 ? .max : 0
      greater |= equal & counts[place] & ~other
      equal &= ~(counts[place] ^ other)
    }
    return greater
  }
}
