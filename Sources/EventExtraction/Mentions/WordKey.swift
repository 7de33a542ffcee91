internal import ArabicText
internal import Contracts

/// A word's folded letters as one number, so that sets of words need no memory of their own.
///
/// Sixty-four bits of a good mix: among the few thousand words of an article two never meet.
struct WordKey: Hashable, Sendable {
  private let value: UInt64

  @inline(__always)
  init(_ letters: Letters) { self.init(PackedLetters(letters.buffer)) }

  init(_ letters: [UInt8]) {
    self = letters.withUnsafeBufferPointer { WordKey(PackedLetters($0)) }
  }

  @inline(__always)
  init(_ letters: PackedLetters) {
    let product = (letters.first ^ 0xA076_1D64_78BD_642F)
      .multipliedFullWidth(by: letters.last ^ UInt64(letters.count) ^ 0xE703_7ED1_A0B4_28DB)
    value = product.high ^ product.low
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

  /// One of sixty-four bits, for sets that tell most words that are not in them at once.
  @inline(__always)
  var bit: UInt64 { 1 &<< (value >> 58) }

  /// Where it belongs in a table of a power of two.
  var slot: Int { Int(truncatingIfNeeded: value) }
}

extension Analysis {
  @inline(__always)
  func key(_ index: Int) -> WordKey {
    let form = Int(words[index].form)
    return form < 0 ? WordKey(text.letters(index)) : memory.forms[form].key
  }

  /// The key of a token without the one letter before it that may be a conjunction or preposition.
  @inline(__always)
  func bareKey(_ index: Int) -> WordKey {
    let form = Int(words[index].form)
    return form < 0 ? WordKey.bare(text.letters(index)) : memory.forms[form].bareKey
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
    guard beginsPhrase(start, .name) else { return nil }
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
