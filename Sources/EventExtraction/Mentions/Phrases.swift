internal import ArabicText

/// A name or fixed phrase that begins at a token.
struct PhraseMatch {
  var tokens: Range<Int>
  var value: PhraseTrie.Value
  var clitics: Clitics
}

extension Analysis {
  /// Every phrase that begins at a token, its first word with or without clitics.
  func phrases(at index: Int) -> [PhraseMatch] {
    guard words.indices.contains(index),
      text.tokens[index].kind == .word
        || text.tokens[index].kind == .foreign
    else { return [] }
    var matches: [PhraseMatch] = []
    text.letters(index).withUnsafeBufferPointer { letters in
      Self.forEachPhraseStart(letters) { stem, clitics in
        guard let word = lexicon.phrases.word(stem),
          let node = lexicon.phrases.step(0, word)
        else { return }
        follow(node, from: index, clitics, &matches)
      }
    }
    return matches
  }

  /// The longest phrase that begins at a token in a category; of equals the one that cuts least.
  func phrase(at index: Int, _ category: Category) -> PhraseMatch? {
    phrases(at: index).filter { $0.value.category == category }.max {
      ($0.tokens.count, -$0.clitics.rawValue.nonzeroBitCount, -rank($0.value))
        < ($1.tokens.count, -$1.clitics.rawValue.nonzeroBitCount, -rank($1.value))
    }
  }

  private func rank(_ value: PhraseTrie.Value) -> Int {
    value.category == .function ? lexicon.functions[Int(value.entry)].functionClass.rank : 0
  }

  private func follow(
    _ node: Int32, from index: Int, _ clitics: Clitics, _ matches: inout [PhraseMatch]
  ) {
    var node = node
    var end = index + 1
    while true {
      for value in lexicon.phrases.values(node) {
        if end == index + 1, clitics.isEmpty, !text.tokens[index].spelling.allows(value.spelling) {
          continue
        }
        matches.append(PhraseMatch(tokens: index..<end, value: value, clitics: clitics))
      }
      guard end < text.tokens.count, text.tokens[end].kind == .word,
        let word = text.letters(end).withUnsafeBufferPointer(lexicon.phrases.word),
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
