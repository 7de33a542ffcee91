internal import ArabicText

extension Analysis {
  /// A 64-bit SimHash (Charikar 2002) of the text's folded words: near texts differ in few bits.
  func simHash() -> UInt64 {
    // How many hashes have each bit set: one number for the units of all 64 counts, one for the
    // twos, one for the fours…, so that a hash is added to all of them at once. Eight hashes wait
    // for each other behind the counts.
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 32 + 8) { memory in
      memory.initialize(repeating: 0)
      let counts = UnsafeMutableBufferPointer(rebasing: memory[..<32])
      let group = UnsafeMutableBufferPointer(rebasing: memory[32...])
      let forms = self.memory.forms.all
      var words = 0
      for index in text.tokens.indices {
        guard text.tokens[index].kind == .word || text.tokens[index].kind == .number else {
          continue
        }
        let form = Int(self.words[index].form)
        group[words & 7] = form < 0 ? SimHash.hash(text.letters(index)) : forms[form].simHash
        words += 1
        if words & 7 == 0 { Self.add(group, to: counts) }
      }
      if words & 7 != 0 {
        for place in words & 7..<8 { group[place] = 0 }
        Self.add(group, to: counts)
      }
      return Self.bits(of: counts, above: UInt64(words / 2))
    }
  }

  /// Adds eight hashes to the counts.
  private static func add(
    _ group: UnsafeMutableBufferPointer<UInt64>, to counts: UnsafeMutableBufferPointer<UInt64>
  ) {
    let (one, twosA) = sum(counts[0], group[0], group[1])
    let (two, twosB) = sum(one, group[2], group[3])
    let (three, twosC) = sum(two, group[4], group[5])
    let (units, twosD) = sum(three, group[6], group[7])
    let (four, foursA) = sum(counts[1], twosA, twosB)
    let (twos, foursB) = sum(four, twosC, twosD)
    let (fours, eights) = sum(counts[2], foursA, foursB)
    (counts[0], counts[1], counts[2]) = (units, twos, fours)
    var carry = eights
    var place = 3
    while carry != 0 {
      (counts[place], carry) = (counts[place] ^ carry, counts[place] & carry)
      place += 1
    }
  }

  /// The units and the twos of three bits' sum, in all 64 places.
  private static func sum(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> (UInt64, UInt64) {
    (a ^ b ^ c, a & b | (a ^ b) & c)
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
