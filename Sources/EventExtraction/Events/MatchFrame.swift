internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// The first frame, of those with most conditions, that holds in the clause.
  ///
  /// - Returns: its index in the lexicon.
  func frame(
    of predicate: Int, _ clause: Clause, _ subject: Subject, _ form: VerbForm
  ) -> Int? {
    lexicon.predicates[predicate].frames.first { holds($0, clause, subject, form) }
  }

  private func holds(
    _ frame: Int, _ clause: Clause, _ subject: Subject, _ form: VerbForm
  ) -> Bool {
    guard clause.prepositions.isSuperset(of: lexicon.frames[frame].prepositions),
      !lexicon.frames[frame].needsPassive || form.contains(.passive),
      !lexicon.frames[frame].needsFuture || form.contains(.future),
      !lexicon.frames[frame].needsComplement || clause.complement != nil
    else { return false }
    if let objects = lexicon.frames[frame].objects,
      !clause.bare.contains(where: { heads($0, objects) }),
      lexicon.frames[frame].type != .state || !resumesObject(subject, objects)
    {
      return false
    }
    if let subjects = lexicon.frames[frame].subjects, !names(subject.mentions, subjects) {
      return false
    }
    return lexicon.frames[frame].prepositionNouns.allSatisfy { condition in
      clause.arguments.contains {
        $0.preposition == condition.preposition
          && (heads($0, condition.nouns)
            || $0.mentions.isEmpty && resumes(subject, condition.nouns))
      }
    }
  }

  /// «بيان أصدرته الوزارة»: whether the noun phrase that a relative clause's verb has for its object
  /// is one of the nouns.
  private func resumesObject(_ subject: Subject, _ nouns: NounSet) -> Bool {
    subject.isAntecedentObject
      && subject.antecedent.map { isNoun(analysis.mentions[$0], nouns) } ?? false
  }

  /// Whether the pronoun of a relative clause resumes one of the nouns: its antecedent, or what that
  /// is joined to.
  private func resumes(_ subject: Subject, _ nouns: NounSet) -> Bool {
    guard let antecedent = subject.antecedent else { return false }
    if isNoun(analysis.mentions[antecedent], nouns) { return true }
    return antecedent > 0
      && !analysis.mentions[antecedent].clitics.isDisjoint(with: .conjunction)
      && isNoun(analysis.mentions[antecedent - 1], nouns)
  }

  /// Whether one of some subjects is such as a frame asks for.
  func names(_ subjects: List<Int>, _ nouns: NounSet) -> Bool {
    subjects.contains { subject in
      isNoun(analysis.mentions[subject], nouns)
        || counted(analysis.mentions[subject].tokens.upperBound + 1).map {
          isNoun(analysis.mentions[$0], nouns)
        } ?? false
    }
  }

  /// «الآلاف من المتظاهرين», «نحو 1500 من المحتجين»: who is counted behind من.
  private func counted(_ behind: Int) -> Int? {
    guard behind < analysis.words.count, analysis.mentionAt[behind] >= 0,
      analysis.text.letters(behind - 1).elementsEqual(Self.from)
    else { return nil }
    return Int(analysis.mentionAt[behind])
  }

  private static let from = Letter.fold("من")

  private func heads(_ argument: Clause.Argument, _ nouns: NounSet) -> Bool {
    argument.mentions.contains { isNoun(analysis.mentions[$0], nouns) }
  }

  /// Whether a noun phrase's head, or the genitive right behind it, is one of the nouns that a frame
  /// names: «رسائل التهنئة» are congratulations.
  private func isNoun(_ mention: Mention, _ nouns: NounSet) -> Bool {
    analysis.isNoun(mention.head, nouns)
      || mention.head + 1 < mention.tokens.upperBound
        && analysis.isNoun(mention.head + 1, nouns)
  }
}
