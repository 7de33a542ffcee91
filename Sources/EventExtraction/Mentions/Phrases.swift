internal import ArabicText

/// A name or fixed phrase that begins at a token.
struct PhraseMatch {
  @Tokens var tokens: Range<Int>
  var value: PhraseTrie.Value
  var clitics: Clitics
}

extension Analysis {
  /// Every phrase that begins at a token, its first word with or without clitics.
  @inline(__always)
  func phrases(at index: Int) -> UnsafeBufferPointer<PhraseMatch> {
    guard index >= 0, index + 1 < phraseStarts.count else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return phraseMatches.values(Int(phraseStarts[index])..<Int(phraseStarts[index + 1]))
  }

  /// Looks all phrases up, once for the article.
  func readPhrases() {
    phraseStarts.removeAll()
    phraseStarts.reserve(words.count + 1)
    phraseMatches.removeAll()
    phraseCategories.fill([], count: words.count)
    let forms = memory.forms.all
    for index in words.indices {
      phraseStarts.append(Int32(phraseMatches.count))
      let form = Int(words[index].form)
      guard form >= 0, !forms[form].beginnings.isEmpty else { continue }
      let goesOn = phraseWord(index + 1) >= 0
      for beginning in forms[form].beginnings {
        let beginning = memory.beginnings[Int(beginning)]
        if !beginning.values.isEmpty || beginning.goesOn && goesOn {
          follow(beginning, from: index)
        }
      }
    }
    phraseStarts.append(Int32(phraseMatches.count))
  }

  /// The longest phrase that begins at a token in a category; of equals the one that cuts least.
  @inline(__always)
  func phrase(at index: Int, _ category: Category) -> PhraseMatch? {
    beginsPhrase(index, category) ? longestPhrase(at: index, category) : nil
  }

  private func longestPhrase(at index: Int, _ category: Category) -> PhraseMatch? {
    var best: PhraseMatch?
    for match in phrases(at: index) where match.value.category == category {
      if let known = best, order(match) <= order(known) { continue }
      best = match
    }
    return best
  }

  /// Whether a phrase of a category begins at a token.
  @inline(__always)
  func beginsPhrase(_ index: Int, _ category: Category) -> Bool {
    phraseCategories.indices.contains(index) && phraseCategories[index].contains(category)
  }

  private func order(_ match: PhraseMatch) -> (Int, Int, Int) {
    (match.tokens.count, -match.clitics.rawValue.nonzeroBitCount, -rank(match.value))
  }

  private func rank(_ value: PhraseTrie.Value) -> Int {
    value.category == .function ? lexicon.functions[Int(value.entry)].functionClass.rank : 0
  }

  /// The number of a token's word in phrases, -1 for a word of none.
  @inline(__always)
  private func phraseWord(_ index: Int) -> Int32 {
    guard index < words.count, words[index].form >= 0 else { return -1 }
    return memory.forms.all[Int(words[index].form)].phraseWord
  }

  private func follow(_ beginning: PhraseBeginning, from index: Int) {
    let clitics = beginning.clitics
    let spelling = text.tokens[index].spelling
    for value in beginning.values where !clitics.isEmpty || spelling.allows(value.spelling) {
      add(index..<index + 1, value, clitics)
    }
    guard beginning.goesOn else { return }
    var node = beginning.node
    var end = index + 1
    while true {
      let word = phraseWord(end)
      guard word >= 0, let next = lexicon.phrases.step(node, word) else { return }
      node = next
      end += 1
      for value in lexicon.phrases.values(node) { add(index..<end, value, clitics) }
      guard lexicon.phrases.goesOn(node) else { return }
    }
  }

  private func add(_ tokens: Range<Int>, _ value: PhraseTrie.Value, _ clitics: Clitics) {
    phraseMatches.append(PhraseMatch(tokens: tokens, value: value, clitics: clitics))
    phraseCategories[tokens.lowerBound].insert(Categories(value.category))
  }
}
