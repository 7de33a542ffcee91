/// The edges of a trie: from a node, by a word, to a node.
struct EdgeTable: Sendable {
  private struct Slot {
    var node: Int32 = 0
    var word: Int32 = 0
    /// The node that the edge leads to; 0, the root, in an empty slot, for no edge leads there.
    var next: Int32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 16)
  private var count = 0

  /// Where an edge leads; nil where there is none.
  subscript(_ node: Int32, _ word: Int32) -> Int32? {
    let next = slots[place(node, word)].next
    return next == 0 ? nil : next
  }

  /// Where an edge leads; one that is not there is added and leads to `new`.
  mutating func insert(_ node: Int32, _ word: Int32, _ new: Int32) -> Int32 {
    if (count + 1) * 2 > slots.count { grow() }
    let at = place(node, word)
    if slots[at].next == 0 {
      slots[at] = Slot(node: node, word: word, next: new)
      count += 1
    }
    return slots[at].next
  }

  /// The slot of an edge, or the empty one where it would stand.
  @inline(__always)
  private func place(_ node: Int32, _ word: Int32) -> Int {
    let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
    let hash = key &* 0x9E37_79B9_7F4A_7C15
    let mask = slots.count - 1
    var at = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[at].next != 0, slots[at].node != node || slots[at].word != word {
      at = (at + 1) & mask
    }
    return at
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.next != 0 { slots[place(slot.node, slot.word)] = slot }
  }
}
