internal import ArabicText

/// What rules say of a few words, by their folded letters.
struct WordMap<Value: Sendable>: Sendable {
  /// Open addressing over a power of two, at most half full.
  private let slots: FixedArray<(key: WordKey, value: Value)?>

  /// - Parameter lists: words between blanks with what is said of them; of a word in two lists the
  ///   last counts.
  init(_ lists: [(Value, String)]) {
    let entries = lists.flatMap { value, words in
      words.words.map { (key: WordKey(Letter.fold($0)), value: value) }
    }
    var size = 8
    while size < entries.count * 2 { size *= 2 }
    var slots = [(key: WordKey, value: Value)?](repeating: nil, count: size)
    for entry in entries {
      var at = entry.key.slot & (size - 1)
      while let other = slots[at], other.key != entry.key { at = (at + 1) & (size - 1) }
      slots[at] = entry
    }
    self.slots = FixedArray(slots)
  }

  subscript(key: WordKey) -> Value? {
    let mask = slots.count - 1
    var at = key.slot & mask
    while let entry = slots[at] {
      if entry.key == key { return entry.value }
      at = (at + 1) & mask
    }
    return nil
  }
}

extension WordSet {
  /// - Parameter words: between blanks.
  init(of words: String) { self.init(words.words.map(String.init)) }
}
