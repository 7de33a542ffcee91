internal import ArabicText

/// What a word may be without the particles written onto its beginning.
enum Proclitics {
  /// The shortest word that can be left.
  private static let shortest = 3

  /// The word itself first, then each shorter reading once.
  static func readings(of word: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var readings = [word]
    if let rest = cut(word, [Letter.waw, Letter.fa]) { readings.append(rest) }
    for reading in readings {
      if let rest = cut(reading, [Letter.ba, Letter.kaf, Letter.lam]) { readings.append(rest) }
    }
    for reading in readings { if let rest = withoutArticle(reading) { readings.append(rest) } }
    return readings.enumerated().filter { index, reading in
      !readings[..<index].contains { $0.elementsEqual(reading) }
    }.map(\.element)
  }

  /// What a person who searches means by a word: the article is no part of it.
  static func sought(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    withoutArticle(word) ?? word
  }

  private static func cut(_ word: ArraySlice<UInt8>, _ particles: [UInt8]) -> ArraySlice<UInt8>? {
    guard let first = word.first, particles.contains(first), word.count > shortest else {
      return nil
    }
    return word.dropFirst()
  }

  /// «ال», and «لل», in which the article's alef falls away.
  private static func withoutArticle(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let head = Array(word.prefix(2))
    guard word.count >= shortest + 2, head.last == Letter.lam,
      head.first == Letter.alef || head.first == Letter.lam
    else { return nil }
    return word.dropFirst(2)
  }
}
