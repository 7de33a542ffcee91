/// A text without white space, marks of direction and other letters that nobody sees: what is the
/// same in two editions of one article.
package struct BareText: Sendable, Hashable {
  package private(set) var scalars: [Unicode.Scalar] = []
  /// For each kept scalar where it stands in the text.
  private var offsets: [Int] = []

  package init(_ text: String) {
    for (offset, scalar) in text.unicodeScalars.enumerated() where !Self.isPassedOver(scalar) {
      scalars.append(scalar)
      offsets.append(offset)
    }
  }

  /// What is kept of the scalars `start..<end` of the text; nil where nothing is.
  package func range(_ start: Int, _ end: Int) -> Range<Int>? {
    let first = kept(before: start)
    let last = kept(before: end)
    return first < last ? first..<last : nil
  }

  /// How many kept scalars stand before an offset of the text.
  private func kept(before offset: Int) -> Int {
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where `other` begins, at or behind `start`.
  func firstIndex(of other: BareText, from start: Int) -> Int? {
    guard !other.scalars.isEmpty else { return start }
    var at = start
    while at + other.scalars.count <= scalars.count {
      if scalars[at..<at + other.scalars.count].elementsEqual(other.scalars) { return at }
      at += 1
    }
    return nil
  }

  private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xAD, 0x1C...0x1F: true
    default: scalar.properties.isWhitespace
    }
  }
}
