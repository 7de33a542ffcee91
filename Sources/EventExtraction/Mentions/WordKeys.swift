internal import ArabicText

/// Words gathered from one article, by their keys.
struct WordKeys {
  /// Open addressing over a power of two, at most half full.
  private var slots = Column<WordKey?>()
  private(set) var count = 0
  /// The keys' bits.
  private var bits: UInt64 = 0
  /// Nobody can write an article whose words all fall into one slot.
  private let factor = UInt64.random(in: 0...UInt64.max) | 1

  init() { slots.fill(nil, count: 64) }

  /// As of ``Column/deallocate()``.
  func deallocate() { slots.deallocate() }

  var isEmpty: Bool { count == 0 }

  @inline(__always)
  func contains(_ key: WordKey) -> Bool { bits & key.bit != 0 && slots[place(key)] != nil }

  mutating func insert(_ key: WordKey) {
    let at = place(key)
    guard slots[at] == nil else { return }
    slots[at] = key
    bits |= key.bit
    count += 1
    if count * 2 > slots.count { grow() }
  }

  mutating func removeAll() {
    guard count > 0 else { return }
    slots.fill(nil, count: slots.count)
    count = 0
    bits = 0
  }

  /// The slot of a word, or the empty one where it would stand.
  private func place(_ key: WordKey) -> Int {
    let mask = slots.count - 1
    var at = Int((UInt64(truncatingIfNeeded: key.slot) &* factor) >> 32) & mask
    while let other = slots[at], other != key { at = (at + 1) & mask }
    return at
  }

  private mutating func grow() {
    let old = Array(slots)
    slots.fill(nil, count: old.count * 2)
    for case let key? in old { slots[place(key)] = key }
  }
}
