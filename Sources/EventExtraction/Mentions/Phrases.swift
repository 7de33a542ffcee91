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
      guard text.tokens[index].kind == .word || text.tokens[index].kind == .foreign else {
        continue
      }
      Self.forEachPhraseStart(text.letters(index).buffer) { stem, clitics in
        guard let word = lexicon.phrases.word(stem),
          let node = lexicon.phrases.step(0, word)
        else { return }
        follow(node, from: index, clitics)
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
      guard end < text.tokens.count, text.tokens[end].kind == .word,
        let word = lexicon.phrases.word(text.letters(end).buffer),
        let next = lexicon.phrases.step(node, word)
      else { return }
      node = next
      end += 1
    }
  }

  /// The whole word, and what is left of it behind و, ف, ب, ل, ك and their pairs; «لل» gives back
  /// the article's alef.
  private static func forEachPhraseStart(
    _ word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, Clitics) -> Void
  ) {
    func rest(_ from: Int) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: word[from...])
    }
    func afterConjunction(_ start: Int, _ clitics: Clitics) {
      body(rest(start), clitics)
      guard word.count - start >= 3 else { return }
      switch word[start] {
      case Letter.ba: body(rest(start + 1), clitics.union(.bi))
      case Letter.kaf: body(rest(start + 1), clitics.union(.ka))
      case Letter.lam:
        body(rest(start + 1), clitics.union(.li))
        if word[start + 1] == Letter.lam {
          withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count - start) { whole in
            whole[0] = Letter.alef
            for offset in 1..<word.count - start { whole[offset] = word[start + offset] }
            body(UnsafeBufferPointer(whole), clitics.union(.li))
          }
        }
      default: break
      }
    }
    afterConjunction(0, [])
    guard word.count >= 3 else { return }
    if word[0] == Letter.waw { afterConjunction(1, .wa) }
    if word[0] == Letter.fa { afterConjunction(1, .fa) }
  }
}
