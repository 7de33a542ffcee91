internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// The frame of a noun that names an event: of the noun itself, or of the verb whose verbal noun it
  /// is, where its genitive is what the frame asks of the object: «إطلاق صواريخ», «فرض عقوبات».
  ///
  /// - Returns: its index in the lexicon.
  func nounFrame(_ token: Int, _ predicate: Int, _ clause: Clause?) -> Int? {
    let own = lexicon.predicates[predicate].frames.first { holds($0, token, clause) }
    if let own { return own }
    for masdar in analysis.readings.values(analysis.words[token].readings)
    where masdar.category == .masdar && masdar.entry != predicate {
      let frame = lexicon.predicates[masdar.entry].frames.first {
        lexicon.frames[$0].objects != nil && holds($0, token, clause)
      }
      if let frame { return frame }
    }
    return nil
  }

  private func holds(_ frame: Int, _ token: Int, _ clause: Clause?) -> Bool {
    guard !lexicon.frames[frame].needsFuture, !lexicon.frames[frame].needsComplement,
      lexicon.frames[frame].subjects == nil,
      (clause?.prepositions ?? []).isSuperset(of: lexicon.frames[frame].prepositions)
    else { return false }
    if let objects = lexicon.frames[frame].objects, !governs(token, objects) { return false }
    return lexicon.frames[frame].prepositionNouns.allSatisfy { condition in
      clause?.arguments.contains { argument in
        argument.preposition == condition.preposition
          && argument.mentions.contains {
            analysis.isNoun(analysis.mentions[$0].head, condition.nouns)
          }
      } ?? false
    }
  }

  /// Whether the genitive behind a word is one of the nouns, a number before it passed over.
  private func governs(_ token: Int, _ nouns: NounSet) -> Bool {
    let end = analysis.sentences[sentence].tokens.upperBound
    var at = token + 1
    if at < end, let number = analysis.number(at: at) { at = min(number.tokens.upperBound, end) }
    if at < end, analysis.chosenFunction(at)?.functionClass == .quantifier { at += 1 }
    return at < end && analysis.words[at].clitics.isDisjoint(with: .preposition)
      && analysis.isNoun(at, nouns)
  }
}
