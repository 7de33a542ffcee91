internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// The first frame, of those with most conditions, that holds in the clause.
  func frame(
    of predicate: Predicate, _ clause: Clause, _ subject: Subject, _ form: VerbForm
  ) -> Frame? {
    predicate.frames.first { frame in
      if frame.needsPassive && !form.contains(.passive) { return false }
      if frame.needsFuture && !form.contains(.future) { return false }
      if frame.needsComplement && clause.complement == nil { return false }
      let prepositions = clause.arguments.compactMap(\.preposition)
      for preposition in Preposition.allCases
      where frame.prepositions.contains(preposition) && !prepositions.contains(preposition) {
        return false
      }
      if !frame.objects.isEmpty,
        !clause.bare.contains(where: { heads($0, frame.objects) }),
        frame.type != .state
          || !resumedObject(subject).contains(where: {
            isNoun(analysis.mentions[$0], frame.objects)
          })
      {
        return false
      }
      if !frame.subjects.isEmpty, !namesSubject(frame, subject.mentions) {
        return false
      }
      return frame.prepositionNouns.allSatisfy { condition in
        clause.arguments.contains {
          $0.preposition == condition.preposition
            && (heads($0, condition.nouns)
              || $0.mentions.isEmpty
                && resumed(subject).contains { isNoun(analysis.mentions[$0], condition.nouns) })
        }
      }
    }
  }

  /// «بيان أصدرته الوزارة»: the noun phrase that a relative clause's verb has for its object.
  private func resumedObject(_ subject: Subject) -> [Int] {
    subject.isAntecedentObject ? subject.antecedent.map { [$0] } ?? [] : []
  }

  /// What the pronoun of a relative clause resumes: its antecedent, and what that is joined to.
  func resumed(_ subject: Subject) -> [Int] {
    guard let antecedent = subject.antecedent else { return [] }
    let isJoined = !analysis.mentions[antecedent].clitics.isDisjoint(with: .conjunction)
    return isJoined && antecedent > 0 ? [antecedent, antecedent - 1] : [antecedent]
  }

  /// Whether a frame asks for a subject such as one of these.
  func namesSubject(_ frame: Frame, _ subjects: [Int]) -> Bool {
    subjects.contains {
      isNoun(analysis.mentions[$0], frame.subjects)
        || counted(analysis.mentions[$0]).map { isNoun($0, frame.subjects) } ?? false
    }
  }

  /// «الآلاف من المتظاهرين», «نحو 1500 من المحتجين»: who is counted behind من.
  private func counted(_ mention: Mention) -> Mention? {
    let behind = mention.tokens.upperBound + 1
    guard behind < analysis.words.count, analysis.mentionAt[behind] >= 0,
      analysis.text.letters(behind - 1).elementsEqual(Self.from)
    else { return nil }
    return analysis.mentions[Int(analysis.mentionAt[behind])]
  }

  private static let from = Letter.fold("من")

  private func heads(_ argument: Clause.Argument, _ nouns: Set<Int32>) -> Bool {
    argument.mentions.contains { isNoun(analysis.mentions[$0], nouns) }
  }

  /// Whether a noun phrase's head, or the genitive right behind it, is one of the nouns that a frame
  /// names: «رسائل التهنئة» are congratulations.
  private func isNoun(_ mention: Mention, _ nouns: Set<Int32>) -> Bool {
    (mention.head..<min(mention.head + 2, mention.tokens.upperBound)).contains { token in
      analysis.words[token].readings.contains {
        analysis.readings[$0].category == .frameNoun
          && nouns.contains(analysis.readings[$0].reading.entry)
      }
    }
  }
}
