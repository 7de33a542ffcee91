internal import ArabicText

extension Analysis {
  /// Fills ``stems``.
  func readStems() {
    stems.removeAll()
    stems.reserve(words.count)
    let forms = memory.forms.all
    for index in words.indices {
      let form = Int(words[index].form)
      let isUsual = form >= 0 && words[index].clitics == forms[form].word.clitics
      stems.append(isUsual ? forms[form].stem : WordKey(stem(index)))
    }
  }

  /// A token's folded letters without clitics and article.
  func stem(_ index: Int) -> Letters { text.letters(index).stem(behind: words[index].clitics) }

  /// A title's word without its feminine ending: «النائبة» is who was «نائب».
  func titleKey(_ index: Int) -> WordKey {
    guard text.tokens[index].spelling.contains(.taMarbuta) else { return stems[index] }
    let stem = stem(index)
    return stem.count > 3 ? WordKey(stem[0..<stem.count - 1]) : stems[index]
  }
}

extension Letters {
  /// A word's letters without those that are written before them.
  func stem(behind clitics: Clitics) -> Letters {
    var letters = self
    if clitics.isEmpty { return letters }
    if !clitics.isDisjoint(with: .conjunction), letters.count > 2 { letters = letters.tail(1) }
    if clitics.isSuperset(of: [.li, .article]), letters.count > 3 { return letters.tail(2) }
    if !clitics.isDisjoint(with: .preposition), letters.count > 2 { letters = letters.tail(1) }
    if clitics.contains(.article), letters.count > 3 { letters = letters.tail(2) }
    return letters
  }

  private func tail(_ start: Int) -> Letters { self[start..<count] }
}
