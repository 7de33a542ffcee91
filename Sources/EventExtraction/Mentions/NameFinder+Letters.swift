internal import ArabicText

extension NameFinder {
  func endsInPronoun(_ at: Int) -> Bool {
    let letters = analysis.text.letters(at)
    guard letters.count > 3, !analysis.text.tokens[at].spelling.contains(.taMarbuta) else {
      return false
    }
    return letters.last == Letter.ha
      || letters.suffix(2).elementsEqual([Letter.ha, Letter.alef])
      || letters.suffix(2).elementsEqual([Letter.ha, Letter.mim])
  }

  func isShortAccusative(_ at: Int) -> Bool {
    let letters = analysis.text.letters(at)
    return letters.last == Letter.alef && letters.count < 6
  }

  /// «مرقط», «مخصب»: four or five letters behind mim.
  func looksLikeParticiple(_ at: Int) -> Bool {
    let letters = analysis.text.letters(at)
    return letters.first == Letter.mim && letters.count < 6
  }

  func startsWithArticle(_ at: Int) -> Bool {
    let letters = analysis.text.letters(at)
    return letters.count > 3 && letters.starts(with: [Letter.alef, Letter.lam])
  }

  func endsInTanwin(_ at: Int) -> Bool {
    analysis.text.letters(at).suffix(2).elementsEqual([Letter.yaHamza, Letter.alef])
  }

  /// Whether an unknown word may be a foreign name: more likely one by its letters, and none of the
  /// endings and beginnings that Arabic plurals, verbs and pronouns give a word.
  func looksForeign(_ at: Int) -> Bool {
    let letters = analysis.text.letters(at)
    return letters.count >= 3 && !endsInPronoun(at) && likeness(at) > 1
      && !hasCommonEnding(at) && !hasCommonBeginning(at)
      && (letters.first != Letter.ta || letters.count < 4)
  }

  func hasCommonEnding(_ at: Int) -> Bool {
    let letters = analysis.text.letters(at)
    return Self.commonEndings.contains { letters.count > $0.count + 2 && letters.ends(with: $0) }
  }

  func hasCommonBeginning(_ at: Int) -> Bool {
    let letters = analysis.text.letters(at)
    return Self.commonBeginnings.contains {
      letters.count > $0.count + 2 && letters.starts(with: $0)
    }
  }

  /// How much a word's letters speak for a name, the article aside; see ``LetterModel/score(_:)``.
  func likeness(_ at: Int) -> Float {
    let letters = analysis.text.letters(at)
    return analysis.lexicon.letters.score(startsWithArticle(at) ? letters.dropFirst(2) : letters)
  }

  /// The same for a word that may have a conjunction or preposition written onto it.
  func likenessBehindClitic(_ at: Int) -> Float {
    let letters = analysis.text.letters(at)
    guard letters.count > 4, let first = letters.first, Self.cliticLetters.contains(first) else {
      return likeness(at)
    }
    return max(likeness(at), analysis.lexicon.letters.score(letters.dropFirst()))
  }

  /// «بالخيثر», «بالاسيوس»: more like a name as it stands than without what looks like ب and the
  /// article.
  func looksUncut(_ at: Int) -> Bool {
    let letters = analysis.text.letters(at)
    guard letters.count > 5, word(at).clitics.isSuperset(of: [.bi, .article]) else { return false }
    return likeness(at) > 2
      && likeness(at) > analysis.lexicon.letters.score(letters.dropFirst(3)) + 1
  }

  private static let cliticLetters: [UInt8] = [
    Letter.waw, Letter.fa, Letter.ba, Letter.lam, Letter.kaf,
  ]
  private static let commonEndings = ["ات", "ها", "هم", "هما", "وا", "تين", "تان", "ته"]
    .map { Letter.fold($0) }
  private static let commonBeginnings = [
    "است", "مست", "مت", "يست", "تست", "ان", "سي", "لل", "وي", "وت",
  ]
  .map { Letter.fold($0) }
}
