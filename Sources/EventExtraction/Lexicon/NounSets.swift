internal import ArabicText

/// One of the ``NounSets`` of a lexicon.
struct NounSet: Hashable, Sendable {
  fileprivate let index: Int32
}

/// The sets of nouns that frames ask for, by the nouns' ids.
struct NounSets: Sendable {
  struct Builder {
    fileprivate var sets: [Set<Int32>: NounSet] = [:]

    mutating func add(_ nouns: Set<Int32>) -> NounSet {
      if let known = sets[nouns] { return known }
      let set = NounSet(index: Int32(sets.count))
      sets[nouns] = set
      return set
    }
  }

  /// A bit for each noun, set after set.
  private let bits: FixedArray<UInt64>
  /// Words of bits for each set.
  private let width: Int

  init(_ builder: Builder) {
    let width = builder.sets.keys.joined().max().map { Int($0) / 64 + 1 } ?? 0
    var bits = [UInt64](repeating: 0, count: width * builder.sets.count)
    for (nouns, set) in builder.sets {
      for noun in nouns { bits[Int(set.index) * width + Int(noun) / 64] |= 1 << UInt64(noun % 64) }
    }
    self.bits = FixedArray(bits)
    self.width = width
  }

  func contains(_ noun: Int, in set: NounSet) -> Bool {
    noun < width * 64 && bits[Int(set.index) * width + noun / 64] >> UInt64(noun % 64) & 1 == 1
  }
}
