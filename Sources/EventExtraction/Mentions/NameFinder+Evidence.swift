internal import ArabicText
internal import Contracts

extension NameFinder {
  /// How much speaks for a person's name where it begins with a word that no table lists: the
  /// letters of its words, and what stands around them. In logarithms, as ``LetterModel``'s score.
  func evidence(_ parts: Parts, _ tokens: Range<Int>) -> Float {
    let start = tokens.lowerBound
    var sum = min(likenessBehindClitic(start), 6) - oddities(start)
    for index in tokens.dropFirst() {
      switch parts[index - start] {
      case .known: sum += 6
      case .given: sum += facts(index).isDisjoint(with: TokenFacts.otherSense) ? 5 : 1
      case .particle: sum += 2
      case .unknown: sum += max(-3, min(likeness(index), 4)) - oddities(index)
      case .article: sum += 1
      case .ordinal, .place: break
      }
    }
    if isSpeaker(start) { sum += 4 } else if isSubject(tokens) { sum += 2.5 }
    if followsPerson(start) { sum += 4 }
    if isPlaceContext(start, []) { sum -= 3 }
    if followsQuote(start) { sum -= 2 }
    return sum
  }

  /// What in a word's form speaks against a name.
  private func oddities(_ at: Int) -> Float {
    let letters = analysis.text.letters(at)
    var sum: Float = 0
    if letters.count < 4 { sum += 2 }
    if endsInPronoun(at) { sum += 2 }
    if hasCommonEnding(at) || hasCommonBeginning(at) { sum += 3 }
    if looksLikeParticiple(at) { sum += 2 }
    if isShortAccusative(at) { sum += 1 }
    if letters.first == Letter.ta, letters.count >= 4 { sum += 1.5 }
    if letters.first == Letter.ya, letters.count >= 4 { sum += 1 }
    return sum
  }

  /// A single quoted word is a work, a brand or a nickname rather than a person.
  private func followsQuote(_ at: Int) -> Bool {
    isMark(at - 1, "\"") || isMark(at - 1, "«") || isMark(at - 1, "“")
  }
}
