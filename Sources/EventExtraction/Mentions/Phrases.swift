internal import ArabicText

/// A name or fixed phrase that begins at a token.
struct PhraseMatch {
  var tokens: Range<Int>
  var value: PhraseTrie.Value
  var clitics: Clitics
}

extension Analysis {
  /// Every phrase that begins at a token, its first word with or without clitics.
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
    for index in words.indices {
      phraseStarts.append(Int32(phraseMatches.count))
      guard let form = form(index) else { continue }
      for beginning in form.beginnings {
        let beginning = memory.beginnings[Int(beginning)]
        follow(beginning.node, from: index, beginning.clitics)
      }
    }
    phraseStarts.append(Int32(phraseMatches.count))
  }

  /// The longest phrase that begins at a token in a category; of equals the one that cuts least.
  func phrase(at index: Int, _ category: Category) -> PhraseMatch? {
    var best: PhraseMatch?
    for match in phrases(at: index) where match.value.category == category {
      if let known = best, order(match) <= order(known) { continue }
      best = match
    }
    return best
  }

  private func order(_ match: PhraseMatch) -> (Int, Int, Int) {
    (match.tokens.count, -match.clitics.rawValue.nonzeroBitCount, -rank(match.value))
  }

  private func rank(_ value: PhraseTrie.Value) -> Int {
    value.category == .function ? lexicon.functions[Int(value.entry)].functionClass.rank : 0
  }

  private func follow(_ node: Int32, from index: Int, _ clitics: Clitics) {
    var node = node
    var end = index + 1
    while true {
      for value in lexicon.phrases.values(node) {
        if end == index + 1, clitics.isEmpty, !text.tokens[index].spelling.allows(value.spelling) {
          continue
        }
        phraseMatches.append(PhraseMatch(tokens: index..<end, value: value, clitics: clitics))
      }
      guard end < words.count, let word = form(end)?.phraseWord, word >= 0,
        let next = lexicon.phrases.step(node, word)
      else { return }
      node = next
      end += 1
    }
  }
}
