internal import Foundation

/// The words of a name that say who is meant, spelled in one way and without the article.
package struct NameWords: Sendable {
  private let words: Set<String>

  package init(_ name: String) {
    var words: Set<String> = []
    for word in Self.folded(name).split(whereSeparator: { !Self.isLetter($0) }) {
      let word = String(String.UnicodeScalarView(Self.withoutArticle(word)))
      if word.unicodeScalars.count > 1, !Self.functionWords.contains(word) { words.insert(word) }
    }
    self.words = words
  }

  /// At least half the words of the shorter name stand in the longer one.
  package func agree(with other: NameWords) -> Bool {
    guard !words.isEmpty, !other.words.isEmpty else { return false }
    let common = words.intersection(other.words).count
    return common > 0 && common * 2 >= min(words.count, other.words.count)
  }

  private static let functionWords: Set<String> = [
    "في", "من", "على", "إلى", "الى", "عن", "مع", "أن", "ان", "إن", "التي", "الذي", "هذا", "هذه",
    "ذلك", "بعد", "قبل", "كل", "بين", "السيد",
  ]

  private static let articles = ["وال", "بال", "فال", "كال", "لل", "ال"].map {
    Array($0.unicodeScalars)
  }

  private static func folded(_ name: String) -> [Unicode.Scalar] {
    name.precomposedStringWithCompatibilityMapping.unicodeScalars.compactMap { scalar in
      switch scalar {
      case "ـ": nil
      case "إ", "أ", "آ", "ٱ": "ا"
      case "ى": "ي"
      case "ة": "ه"
      default: scalar.properties.canonicalCombiningClass == .notReordered ? scalar : nil
      }
    }
  }

  private static func withoutArticle(_ word: ArraySlice<Unicode.Scalar>) -> ArraySlice<
    Unicode.Scalar
  > {
    for article in articles where word.starts(with: article) && word.count >= article.count + 2 {
      return word.dropFirst(article.count)
    }
    return word
  }

  /// A letter, digit or low line.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: scalar == "_"
    }
  }
}
