internal import ArabicText
internal import Contracts

/// A word's folded letters as one number, so that sets of words need no memory of their own.
///
/// Sixty-four bits of a good mix: among the few thousand words of an article two never meet.
struct WordKey: Hashable, Sendable {
  private let value: UInt64

  @inline(__always)
  init(_ letters: some Sequence<UInt8>) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for letter in letters { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
    value = hash ^ (hash >> 29)
  }

  /// The key without the one letter before it that may be a conjunction or preposition.
  static func bare(_ letters: Letters) -> WordKey {
    guard letters.count > 3, let first = letters.first else { return WordKey(letters) }
    switch first {
    case Letter.waw, Letter.fa, Letter.ba, Letter.lam, Letter.kaf:
      return WordKey(letters.dropFirst())
    default: return WordKey(letters)
    }
  }

  /// Where it belongs in a table of a power of two.
  var slot: Int { Int(truncatingIfNeeded: value) }
}

extension Analysis {
  func key(_ index: Int) -> WordKey { form(index)?.key ?? WordKey(text.letters(index)) }

  /// The key of a token without the one letter before it that may be a conjunction or preposition.
  func bareKey(_ index: Int) -> WordKey {
    form(index)?.bareKey ?? WordKey.bare(text.letters(index))
  }

  /// How many clitics the best reading of a token cuts, the article aside; none for a word that no
  /// table knows.
  func fewestCuts(_ index: Int) -> Int {
    var least: Int?
    for reading in words[index].readings {
      let cuts = readings[reading].clitics.subtracting([
        .article, .pronounFeminine, .pronounPlural,
      ]).rawValue.nonzeroBitCount
      least = min(least ?? cuts, cuts)
    }
    return least ?? 0
  }

  /// Among the names of the lexicon that begin at a token the longest; a country before its
  /// namesakes, then the first listed.
  func bestName(
    at start: Int, before end: Int, where isExpected: (PhraseMatch) -> Bool
  ) -> PhraseMatch? {
    var best: PhraseMatch?
    for match in phrases(at: start)
    where match.value.category == .name && match.tokens.upperBound <= end {
      if let known = best, nameOrder(match) <= nameOrder(known) { continue }
      guard isExpected(match) else { continue }
      best = match
    }
    return best
  }

  private func nameOrder(_ match: PhraseMatch) -> (Int, Int, Int, Int32) {
    let name = lexicon.names[Int(match.value.entry)]
    return (
      match.tokens.count, -match.clitics.rawValue.nonzeroBitCount,
      name.nameClass == .country ? 2 : name.kind == .place ? 0 : 1, -match.value.entry
    )
  }
}
