/// A table from folded words to small payloads, several of which may share a word.
///
/// Open addressing over one blob of letters: a look-up hashes once, touches one slot, and compares
/// memory.
public struct FormTable<Payload: Sendable>: Sendable {
  private struct Slot {
    var hash: UInt32 = 0
    var keyStart: UInt32 = 0
    var payloadStart: UInt32 = 0
    var payloadCount: UInt16 = 0
    var keyLength: UInt16 = 0
  }

  private var slots: [Slot]
  private var mask: Int
  private var keys: [UInt8] = []
  private var payloads: [Payload] = []

  /// - Parameter entries: words (folded letters) with their payloads, in any order.
  public init(_ entries: [[UInt8]: [Payload]]) {
    var capacity = 16
    while capacity < entries.count * 2 { capacity *= 2 }
    mask = capacity - 1
    slots = Array(repeating: Slot(), count: capacity)
    for (key, values) in entries where !values.isEmpty {
      let hash = key.withUnsafeBufferPointer { Self.hash($0) }
      var at = Int(hash) & mask
      while slots[at].payloadCount > 0 { at = (at + 1) & mask }
      slots[at] = Slot(
        hash: hash, keyStart: UInt32(keys.count), payloadStart: UInt32(payloads.count),
        payloadCount: UInt16(clamping: values.count), keyLength: UInt16(clamping: key.count))
      keys.append(contentsOf: key)
      payloads.append(contentsOf: values.prefix(Int(UInt16.max)))
    }
  }

  /// The payloads of a word; empty where it is not in the table.
  public subscript(_ word: UnsafeBufferPointer<UInt8>) -> ArraySlice<Payload> {
    let hash = Self.hash(word)
    var at = Int(hash) & mask
    while slots[at].payloadCount > 0 {
      let slot = slots[at]
      if slot.hash == hash, Int(slot.keyLength) == word.count, equals(slot, word) {
        let start = Int(slot.payloadStart)
        return payloads[start..<start + Int(slot.payloadCount)]
      }
      at = (at + 1) & mask
    }
    return []
  }

  public subscript(_ word: some Collection<UInt8>) -> ArraySlice<Payload> {
    word.withContiguousStorageIfAvailable { self[$0] }
      ?? Array(word).withUnsafeBufferPointer { self[$0] }
  }

  private func equals(_ slot: Slot, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(slot.keyStart)
    for index in 0..<word.count where keys[start + index] != word[index] { return false }
    return true
  }

  @inline(__always)
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for letter in word { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
