internal import ArabicText

/// What a word may be without the particles written onto its beginning.
///
/// Each reading is an end of the word, so it is told by how many letters fall away.
struct Proclitics {
  /// The shortest word that can be left.
  private static let shortest = 3
  /// Conjunction, preposition and article.
  private static let longest = 4

  /// Bit n: without its first n letters the word may be one.
  private var cuts: UInt8 = 1

  init(_ word: Letters) {
    if Self.begins(word, at: 0, with: Letter.waw, Letter.fa, Letter.fa) { cuts |= 2 }
    for cut in 0...1 where contains(cut) {
      if Self.begins(word, at: cut, with: Letter.ba, Letter.kaf, Letter.lam) {
        cuts |= 1 << UInt8(cut + 1)
      }
    }
    for cut in 0...2 where contains(cut) && Self.hasArticle(word, at: cut) {
      cuts |= 1 << UInt8(cut + 2)
    }
  }

  /// How many letters fall away in each reading, none first.
  var all: some Sequence<Int> { (0...Self.longest).lazy.filter { [self] in contains($0) } }

  /// How many fall away at most.
  var most: Int { UInt8.bitWidth - 1 - cuts.leadingZeroBitCount }

  private func contains(_ cut: Int) -> Bool { cuts & (1 << UInt8(cut)) != 0 }

  /// What a person who searches means by a word: the article is no part of it.
  static func sought(_ word: Letters) -> Letters {
    hasArticle(word, at: 0) ? word.dropFirst(2) : word
  }

  private static func begins(
    _ word: Letters, at cut: Int, with first: UInt8, _ second: UInt8, _ third: UInt8
  ) -> Bool {
    guard word.count - cut > shortest else { return false }
    let letter = word[word.startIndex + cut]
    return letter == first || letter == second || letter == third
  }

  /// «ال», and «لل», in which the article's alef falls away.
  private static func hasArticle(_ word: Letters, at cut: Int) -> Bool {
    guard word.count - cut >= shortest + 2 else { return false }
    let start = word.startIndex + cut
    return word[start + 1] == Letter.lam
      && (word[start] == Letter.alef || word[start] == Letter.lam)
  }
}
