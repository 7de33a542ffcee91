/// The words of a text between white space and punctuation, with their places.
struct WordSpans {
  private var words: [(range: Range<Int>, word: String)] = []

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var start: Int?
    for at in 0...scalars.count {
      if at < scalars.count, Self.isOfWord(scalars[at]) {
        start = start ?? at
      } else if let first = start {
        words.append((first..<at, String(String.UnicodeScalarView(scalars[first..<at]))))
        start = nil
      }
    }
  }

  func overlapping(_ range: Range<Int>) -> [String] {
    words.filter { $0.range.overlaps(range) }.map(\.word)
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.isAlphabetic || properties.canonicalCombiningClass != .notReordered
      || properties.numericType != nil || scalar == "ـ"
  }
}
