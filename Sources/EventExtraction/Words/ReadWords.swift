internal import ArabicText

extension Analysis {
  /// Looks every token up and lets its neighbours choose among its readings.
  func readWords() {
    words.reserve(text.tokens.count)
    numberMatches.reserve(text.tokens.count)
    timeMatches.reserve(text.tokens.count)
    quantityMatches.reserve(text.tokens.count)
    memory.numbers(in: text) { index, form in
      guard form >= 0 else { return addOther(text.tokens[index].kind) }
      let forms = memory.forms.all
      words.append(forms[form].word)
      numberMatches.append(forms[form].number)
      timeMatches.append(forms[form].time)
      quantityMatches.append(forms[form].quantity)
    }
    readPhrases()
    markFunctionPhrases()
    for index in words.indices where words[index].tag == .unknown { choose(index) }
  }

  /// Adds a token that is no word.
  private func addOther(_ kind: Token.Kind) {
    let tag: Tag =
      switch kind {
      case .number: .number
      case .lineBreak: .lineBreak
      default: .mark
      }
    words.append(Word(tag: tag))
    numberMatches.append(.none)
    timeMatches.append(.none)
    quantityMatches.append(.none)
  }

  /// «في إطار», «من جهة أخرى»: the words of a fixed phrase have no readings of their own.
  private func markFunctionPhrases() {
    var index = 0
    while index < words.count {
      guard let match = phrase(at: index, .function), match.tokens.count > 1 else {
        index += 1
        continue
      }
      for token in match.tokens {
        words[token].tag = .function
        if words[token].chosen != nil {
          words[token].chosen = nil
          words[token].clitics = []
        }
        words[token].phrase = Int(match.value.entry)
      }
      words[index].clitics = match.clitics
      index = match.tokens.upperBound
    }
  }
}
