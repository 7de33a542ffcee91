package import Contracts

/// Copies of an article as other agencies print it: cut, under another title, paragraphs moved,
/// words changed, or written in another spelling.
///
/// The same seed gives the same copies.
package struct EditedCopies {
  package enum Edit: String, CaseIterable, Sendable {
    /// The end is missing, a fifth to a half of it.
    case cut
    case retitled
    /// Sentences in another order.
    case moved
    /// One word in ten to thirty is another, or missing.
    case reworded
    /// Vowel signs and tatweel come or go, forms of alef, ya and ta marbuta become one.
    case respelled
    /// All of it at once.
    case everything
  }

  private var numbers: SeededNumbers
  /// Words that take other words' place.
  private let words: [Substring]

  package init(seed: UInt64, words: [Substring]) {
    numbers = SeededNumbers(state: seed)
    self.words = words
  }

  /// A copy with its own id, published when the article was.
  package mutating func copy(of article: RawArticle, id: String, _ edit: Edit) -> RawArticle {
    var title = article.title ?? ""
    var sentences = Self.sentences(article.body)
    if edit == .cut || edit == .everything { cut(&sentences) }
    if edit == .moved || edit == .everything { sentences.shuffle(using: &numbers) }
    if edit == .retitled || edit == .everything { title = newTitle(sentences) }
    if edit == .reworded || edit == .everything { sentences = sentences.map { reworded($0) } }
    if edit == .respelled || edit == .everything {
      title = respelled(title)
      sentences = sentences.map { respelled($0) }
    }
    var copy = article
    copy.id = id
    copy.title = title
    copy.body = sentences.joined(separator: "\n")
    return copy
  }

  private static func sentences(_ body: String) -> [String] {
    body.split { $0.isNewline }.flatMap { $0.split(separator: ". ").map(String.init) }
  }

  /// Leaves a half to four fifths of the sentences, or of the words of a single one.
  private mutating func cut(_ sentences: inout [String]) {
    let share = Double.random(in: 0.5...0.8, using: &numbers)
    if sentences.count > 1 {
      sentences = Array(
        sentences.prefix(max(1, Int((Double(sentences.count) * share).rounded()))))
    } else if let words = sentences.first?.split(separator: " "), words.count > 20 {
      sentences = [words.prefix(Int(Double(words.count) * share)).joined(separator: " ")]
    }
  }

  private mutating func newTitle(_ sentences: [String]) -> String {
    let words = sentences.first?.split(separator: " ") ?? []
    return words.shuffled(using: &numbers).prefix(6).joined(separator: " ")
  }

  private mutating func reworded(_ text: String) -> String {
    let rate = Double.random(in: 0.03...0.1, using: &numbers)
    var result: [Substring] = []
    for word in text.split(separator: " ") {
      if Double.random(in: 0...1, using: &numbers) >= rate {
        result.append(word)
      } else if Int.random(in: 0..<10, using: &numbers) < 7, !words.isEmpty {
        result.append(words[Int.random(in: 0..<words.count, using: &numbers)])
      }
    }
    return result.joined(separator: " ")
  }

  private mutating func respelled(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{0640}", "\u{064B}"..."\u{0652}": continue
      case "أ", "إ", "آ": scalars.append("ا")
      case "ى": scalars.append("ي")
      case "ة": scalars.append("ه")
      default: scalars.append(scalar)
      }
      guard ("ب"..."ه").contains(scalar) else { continue }
      switch Int.random(in: 0..<40, using: &numbers) {
      case 0: scalars.append("\u{064E}")
      case 1: scalars.append("\u{0640}")
      default: break
      }
    }
    return String(scalars)
  }
}

/// The same numbers in each run (SplitMix64).
package struct SeededNumbers: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(state: UInt64) { self.state = state }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
