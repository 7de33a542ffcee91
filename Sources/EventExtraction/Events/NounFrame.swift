internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// The frame of a noun that names an event: of the noun itself, or of the verb whose verbal noun it
  /// is, where its genitive is what the frame asks of the object: «إطلاق صواريخ», «فرض عقوبات».
  func nounFrame(_ token: Int, _ predicate: Int, _ clause: Clause?) -> Frame? {
    if let frame = lexicon.predicates[predicate].frames.first(where: { holds($0, token, clause) }) {
      return frame
    }
    for reading in analysis.words[token].readings {
      let masdar = analysis.readings[reading]
      guard masdar.category == .masdar, masdar.entry != predicate else { continue }
      let frames = lexicon.predicates[masdar.entry].frames
      if let frame = frames.first(where: { !$0.objects.isEmpty && holds($0, token, clause) }) {
        return frame
      }
    }
    return nil
  }

  private func holds(_ frame: Frame, _ token: Int, _ clause: Clause?) -> Bool {
    if frame.needsFuture || frame.needsComplement || !frame.subjects.isEmpty { return false }
    if !frame.objects.isEmpty, !governs(token, frame.objects) { return false }
    for preposition in Preposition.allCases where frame.prepositions.contains(preposition) {
      guard let clause, clause.argument(preposition) != nil else { return false }
    }
    return frame.prepositionNouns.allSatisfy { condition in
      clause?.arguments.contains { argument in
        argument.preposition == condition.preposition
          && argument.mentions.contains {
            isFrameNoun(analysis.mentions[$0].head, condition.nouns)
          }
      } ?? false
    }
  }

  /// Whether the genitive behind a word is one of the nouns, a number before it passed over.
  private func governs(_ token: Int, _ nouns: Set<Int32>) -> Bool {
    let end = analysis.sentences[sentence].tokens.upperBound
    var at = token + 1
    if at < end, let number = analysis.number(at: at) { at = min(number.tokens.upperBound, end) }
    if at < end, analysis.chosenFunction(at)?.functionClass == .quantifier { at += 1 }
    return at < end && analysis.words[at].clitics.isDisjoint(with: .preposition)
      && isFrameNoun(at, nouns)
  }

  func isFrameNoun(_ token: Int, _ nouns: Set<Int32>) -> Bool {
    analysis.words[token].readings.contains {
      analysis.readings[$0].category == .frameNoun
        && nouns.contains(analysis.readings[$0].reading.entry)
    }
  }
}
