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
        let form = Int(self.words[index].form)
        var hash =
          form < 0 ? SimHash.hash(text.letters(index)) : memory.forms[form].simHash
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

/// What SimHash is made of. Its results are kept in stores and compared for years: nothing here may
/// change.
enum SimHash {
  /// A word's hash: FNV-1a, its bits mixed.
  static func hash(_ letters: Letters) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for letter in letters { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
    hash = (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ (hash >> 32)
  }
}
