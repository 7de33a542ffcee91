internal import ArabicText

extension Analysis {
  /// Looks every token up and lets its neighbours choose among its readings.
  func readWords() {
    words.reserve(text.tokens.count)
    for index in text.tokens.indices {
      words.append(read(index))
      let form = form(index)
      numberMatches.append(form?.number ?? .none)
      timeMatches.append(form?.time ?? .none)
      quantityMatches.append(form?.quantity ?? .none)
    }
    readPhrases()
    markFunctionPhrases()
    for index in words.indices { choose(index) }
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
        words[token].phrase = Int(match.value.entry)
      }
      words[index].clitics = match.clitics
      index = match.tokens.upperBound
    }
  }

  private func read(_ index: Int) -> Word {
    let token = text.tokens[index]
    switch token.kind {
    case .number: return Word(tag: .number)
    case .punctuation: return Word(tag: .mark)
    case .lineBreak: return Word(tag: .lineBreak)
    case .foreign, .word:
      let number = memory.number(of: token, text.letters(index).buffer)
      let form = memory.forms[number]
      return Word(
        form: Int32(number), categories: form.categories, traits: form.traits,
        readings: Int(form.readings.lowerBound)..<Int(form.readings.upperBound),
        tag: token.kind == .word ? .unknown : .foreign, clitics: form.guessed)
    }
  }

  /// What the lexicon says of a word's form; nil for what is no word.
  func form(_ index: Int) -> KnownForm? {
    let form = words[index].form
    return form < 0 ? nil : memory.forms[Int(form)]
  }
}
