/// Folded words, each with a number of its own, counted from 0 in the order in which they came.
///
/// Open addressing over one blob of letters: a look-up hashes once, touches one slot, and compares
/// memory only where the hashes agree. What a word means its user keeps in arrays by that number.
public struct FormTable: Sendable {
  private struct Slot {
    var hash: UInt32 = 0
    /// The word's number plus one; 0 in an empty slot.
    var word: UInt32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 16)
  private var letters: [UInt8] = []
  /// Where each word's letters begin, and where the last one's end.
  private var starts: [UInt32] = [0]

  public init() {}

  /// How many words there are.
  public var count: Int { starts.count - 1 }

  /// Makes room for so many words, so that adding them moves nothing.
  public mutating func reserve(_ words: Int) {
    var capacity = slots.count
    while capacity < words * 2 { capacity *= 2 }
    if capacity > slots.count { grow(to: capacity) }
    starts.reserveCapacity(words + 1)
    letters.reserveCapacity(words * 8)
  }

  /// The number of a word; nil where it is not in the table.
  public subscript(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
    let slot = slots[place(word, Self.hash(word))]
    return slot.word == 0 ? nil : Int(slot.word) - 1
  }

  /// The number of a word, which is added where it is not in the table.
  public mutating func insert(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.hash(word)
    var at = place(word, hash)
    if slots[at].word != 0 { return Int(slots[at].word) - 1 }
    if (count + 1) * 2 > slots.count {
      grow(to: slots.count * 2)
      at = place(word, hash)
    }
    letters.append(contentsOf: word)
    starts.append(UInt32(letters.count))
    slots[at] = Slot(hash: hash, word: UInt32(count))
    return count - 1
  }

  /// The slot of a word, or the empty one where it would stand.
  @inline(__always)
  private func place(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var at = Int(hash) & mask
    while slots[at].word != 0 {
      if slots[at].hash == hash, equals(Int(slots[at].word) - 1, word) { return at }
      at = (at + 1) & mask
    }
    return at
  }

  private func equals(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == word.count else { return false }
    for index in 0..<word.count where letters[start + index] != word[index] { return false }
    return true
  }

  private mutating func grow(to capacity: Int) {
    var larger = [Slot](repeating: Slot(), count: capacity)
    for slot in slots where slot.word != 0 {
      var at = Int(slot.hash) & (capacity - 1)
      while larger[at].word != 0 { at = (at + 1) & (capacity - 1) }
      larger[at] = slot
    }
    slots = larger
  }

  /// Eight letters a step; the last step takes the last eight, some of them twice.
  @inline(__always)
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let bytes = UnsafeRawBufferPointer(word)
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = UInt64(bytes.count)
    if bytes.count >= 8 {
      var at = 0
      while at < bytes.count - 8 {
        let step = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        hash = (hash ^ step) &* factor
        hash ^= hash >> 32
        at += 8
      }
      hash ^= bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
    } else {
      var step: UInt64 = 0
      for byte in bytes { step = step << 8 | UInt64(byte) }
      hash = (hash << 56) ^ step
    }
    hash = hash &* factor
    hash = (hash ^ (hash >> 29)) &* factor
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}
