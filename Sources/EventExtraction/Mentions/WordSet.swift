internal import ArabicText

/// A few words that rules ask for, by their folded letters.
struct WordSet: Sendable {
  /// Open addressing over a power of two, at most half full.
  private let slots: FixedArray<WordKey?>

  init(_ words: [String]) {
    var size = 8
    while size < words.count * 2 { size *= 2 }
    var slots = [WordKey?](repeating: nil, count: size)
    for word in words {
      let key = WordKey(Letter.fold(word))
      var at = key.slot & (size - 1)
      while let other = slots[at], other != key { at = (at + 1) & (size - 1) }
      slots[at] = key
    }
    self.slots = FixedArray(slots)
  }

  func contains(_ key: WordKey) -> Bool {
    let mask = slots.count - 1
    var at = key.slot & mask
    while let other = slots[at] {
      if other == key { return true }
      at = (at + 1) & mask
    }
    return false
  }

  func contains(_ letters: Letters) -> Bool { contains(WordKey(letters)) }
}
