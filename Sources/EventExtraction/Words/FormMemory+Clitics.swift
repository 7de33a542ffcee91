internal import ArabicText

extension FormMemory {
  /// What is surely written onto a word that the lexicon does not know.
  static func guessedClitics(_ letters: Letters) -> Clitics {
    var clitics: Clitics = []
    var start = 0
    func hasArticle(_ at: Int) -> Bool {
      letters.count >= at + 4 && letters[at] == Letter.alef && letters[at + 1] == Letter.lam
    }
    if letters.count >= 5, letters[0] == Letter.waw || letters[0] == Letter.fa {
      let rest = letters[1]
      if hasArticle(1) || rest == Letter.lam && letters[2] == Letter.lam
        || (rest == Letter.ba || rest == Letter.kaf) && hasArticle(2)
      {
        clitics.insert(letters[0] == Letter.waw ? .wa : .fa)
        start = 1
      }
    }
    if letters.count >= start + 5 {
      if letters[start] == Letter.lam && letters[start + 1] == Letter.lam {
        return clitics.union([.li, .article])
      }
      if hasArticle(start + 1) {
        switch letters[start] {
        case Letter.ba: return clitics.union([.bi, .article])
        case Letter.kaf: return clitics.union([.ka, .article])
        default: break
        }
      }
    }
    if hasArticle(start) { clitics.insert(.article) }
    return clitics
  }
}
