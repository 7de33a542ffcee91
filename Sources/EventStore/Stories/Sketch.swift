internal import ArabicText

/// What is remembered of a text to know it again: a sample of its shingles and its numbers.
///
/// A shingle is three folded words in a row, so vowel signs, spellings and marks make no
/// difference and a paragraph that moved still has its shingles. The sample is those whose hashes
/// are smallest: chance picks the same ones in every text that has them, whatever stands around.
struct Sketch: Hashable {
  /// Words in a shingle.
  private static let width = 3
  /// How many shingles the sample has at most.
  static let size = 128
  private static let numbersAtMost = 32
  /// A text of fewer shingles is known again only if it has exactly the same.
  static let fewestShingles = 8
  /// How many of the shingles, the first, are looked up.
  private static let keyCount = 16

  /// Hashes of shingles, ascending.
  private(set) var shingles: [UInt32] = []
  /// Hashes of the numbers, ascending.
  private(set) var numbers: [UInt32] = []

  var isShort: Bool { shingles.count < Self.fewestShingles }

  /// What the sketch is found by: two texts that are alike have two keys in common, or one that
  /// stands for all of a short text.
  var keys: [Int64] {
    guard !shingles.isEmpty else { return [] }
    guard isShort else { return shingles.prefix(Self.keyCount).map(Int64.init) }
    let all = shingles.reduce(0) { Self.mixed($0 ^ UInt64($1)) }
    return [Int64(all >> 32) + Int64(UInt32.max)]
  }

  /// How many keys two texts that are alike have in common.
  var keysInCommon: Int { isShort ? 1 : 2 }

  /// Of no text.
  init() {}

  init(_ text: TokenizedText) {
    var words: [UInt64] = []
    var numbers: [UInt32] = []
    words.reserveCapacity(text.tokens.count)
    for token in text.tokens {
      guard token.kind != .punctuation, token.kind != .lineBreak else { continue }
      let hash = Self.hash(text.letters[Int(token.lettersStart)..<Int(token.lettersEnd)])
      words.append(hash)
      if token.kind == .number { numbers.append(UInt32(truncatingIfNeeded: hash >> 32)) }
    }
    shingles = Self.sample(Self.shingles(of: words), atMost: Self.size)
    self.numbers = Self.sample(numbers, atMost: Self.numbersAtMost)
  }

  private static func shingles(of words: [UInt64]) -> [UInt32] {
    guard words.count >= width else { return words.isEmpty ? [] : [shingle(words[...])] }
    return (0...words.count - width).map { shingle(words[$0..<$0 + width]) }
  }

  private static func shingle(_ words: ArraySlice<UInt64>) -> UInt32 {
    UInt32(truncatingIfNeeded: words.reduce(0) { mixed($0 &* 0x100_0000_01B3 ^ $1) } >> 32)
  }

  private static func sample(_ hashes: [UInt32], atMost count: Int) -> [UInt32] {
    let sorted = hashes.sorted()
    var sample: [UInt32] = []
    for hash in sorted where hash != sample.last {
      sample.append(hash)
      if sample.count == count { break }
    }
    return sample
  }

  private static func hash(_ letters: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for letter in letters { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
    return mixed(hash)
  }

  /// Spreads a change of any bit over all (the finalizer of SplitMix64).
  private static func mixed(_ hash: UInt64) -> UInt64 {
    var hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
    return hash ^ hash >> 31
  }
}

/// In the store: how many shingles, then all hashes, four bytes each, the lowest first.
extension Sketch {
  var bytes: [UInt8] {
    StoredNumbers.bytes(of: [UInt32(shingles.count)] + shingles + numbers)
  }

  init(_ bytes: [UInt8]) {
    let values = StoredNumbers.numbers(in: bytes)
    guard let count = values.first else { return }
    shingles = Array(values.dropFirst().prefix(Int(count)))
    numbers = Array(values.dropFirst(1 + Int(count)))
  }
}
