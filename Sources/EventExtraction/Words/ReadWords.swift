internal import ArabicText

extension Analysis {
  /// Looks every token up and lets its neighbours choose among its readings.
  func readWords() {
    words.reserve(text.tokens.count)
    for index in text.tokens.indices { words.append(read(index)) }
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
    let start = readings.count
    switch token.kind {
    case .number: return Word(readings: start..<start, tag: .number, clitics: [])
    case .foreign: return Word(readings: start..<start, tag: .foreign, clitics: [])
    case .punctuation: return Word(readings: start..<start, tag: .mark, clitics: [])
    case .lineBreak: return Word(readings: start..<start, tag: .lineBreak, clitics: [])
    case .word: break
    }
    let letters = text.letters(index).buffer
    Segmentation.forEach(letters) { stem, clitics in
      for reading in lexicon.forms[UnsafeBufferPointer(rebasing: letters[stem])]
      where Self.fits(reading, clitics, token.spelling, isLetter: stem.count == 1) {
        // «المهم» is not ألم + هم.
        if reading.category == .function, !clitics.isDisjoint(with: .anyPronoun),
          !lexicon.functions[Int(reading.entry)].functionClass.takesPronoun
        {
          continue
        }
        readings.append(CutReading(reading: reading, clitics: clitics))
      }
    }
    keepPlausible(from: start, token.spelling, text.letters(index))
    return Word(
      readings: start..<readings.count, tag: .unknown,
      clitics: readings.count > start ? [] : guessedClitics(index))
  }

  /// Whether a form can carry these clitics in a word spelt so.
  private static func fits(
    _ reading: Reading, _ clitics: Clitics, _ spelling: Spelling, isLetter: Bool
  ) -> Bool {
    let hasPronoun = !clitics.isDisjoint(with: .anyPronoun)
    if hasPronoun && spelling.contains(.taMarbuta) { return false }
    if reading.features.contains(.beforePronoun) && !hasPronoun { return false }
    let prefix = clitics.subtracting([.anyPronoun, .pronounFeminine, .pronounPlural])
    if prefix.isEmpty && !hasPronoun {
      guard spelling.allows(reading.spelling) else { return false }
    } else if !hasPronoun {
      let told = spelling.intersection([.taMarbuta, .finalHamza])
      guard reading.spelling.isSuperset(of: told) else { return false }
    } else if reading.spelling.contains(.taMarbuta) {
      return false
    }
    let isPrefixed = !clitics.isDisjoint(with: [.bi, .li, .ka, .article])
    switch reading.category {
    case .function where isLetter:
      return clitics.isDisjoint(with: [.article, .sa, .bi, .li, .ka])
    case .verb:
      if clitics.contains(.sa) && !reading.features.contains(.imperfect) { return false }
      // News hardly tells of women with a verb in the feminine plural; «اثنين», «لمن» are not that.
      if reading.features.isSuperset(of: [.feminine, .plural]) { return false }
      // «الأم» is no form of لام: "I" is written with its hamza.
      if reading.features.isSuperset(of: [.firstPerson, .imperfect]),
        !reading.features.contains(.plural), !spelling.contains(.hamzaAbove)
      {
        return false
      }
      // ل takes the subjunctive: «ليقوم», «ليقوموا», no short form such as «ليف».
      return !isPrefixed
        || clitics.contains(.li) && !clitics.contains(.article)
          && reading.features.contains(.imperfect)
          && (reading.features.isDisjoint(with: .jussive)
            || !reading.features.isDisjoint(with: [.plural, .dual]))
    case .function:
      return clitics.isDisjoint(with: [.article, .sa])
    case .givenName:
      return !clitics.contains(.sa) && !clitics.contains(.article) && !hasPronoun
    default:
      if clitics.contains(.sa) { return false }
      if clitics.contains(.article) {
        return !hasPronoun && reading.features.isDisjoint(with: [.accusative, .construct])
      }
      if reading.features.contains(.accusative) {
        return !hasPronoun && clitics.isDisjoint(with: .preposition)
      }
      return true
    }
  }

  /// Keeps the readings that cut least, and function words besides: a word that stands in the
  /// lexicon whole is rarely a shorter one with a clitic.
  private func keepPlausible(
    from start: Int, _ spelling: Spelling, _ letters: Letters
  ) {
    // «ووجهت» is و + وجه rather than the passive of واجه.
    let beginsTwice = letters.prefix(2).elementsEqual([Letter.waw, Letter.waw])
    guard readings.count - start > 1 else { return }
    func cuts(_ reading: CutReading) -> Int {
      let clitics = reading.clitics.subtracting([.pronounFeminine, .pronounPlural])
      // «ودعا» is و + دعا rather than the rare dual of ودع.
      let isRare =
        reading.category == .verb
        && (reading.features.contains(.dual) || beginsTwice && clitics.isEmpty)
      return clitics.rawValue.nonzeroBitCount - (clitics.contains(.article) ? 1 : 0)
        + (isRare ? 2 : 0)
    }
    let found = readings.values(start..<readings.count)
    let least = found.lazy.map(cuts).min() ?? 0
    // Nouns that are listed for other ends, or that end in another letter, do not outweigh a verb
    // behind و or ف: «ودعا», «وأدى».
    let isWeak = found.allSatisfy { reading in
      cuts(reading) > least || reading.category == .commonNoun || reading.category == .frameNoun
        || spelling.contains(.alefMaqsura) && !spelling.equals(reading.reading.spelling)
    }
    // «ودعم» may be the noun; it stays one.
    let hasMasdar = found.contains {
      ($0.category == .masdar || $0.category == .eventNoun) && cuts($0) == least + 1
    }
    let hasWholeVerb = found.contains {
      $0.category == .verb && $0.clitics.isEmpty
    }
    // «شخصين قتلا» beside "a killing".
    let isNoun = found.allSatisfy { cuts($0) > least || $0.category.isNominal }
    readings.keep(from: start) {
      isNoun && $0.category == .verb && $0.features.isSuperset(of: [.dual, .past])
        && $0.clitics.isEmpty && !beginsTwice
        || cuts($0) == least || $0.category == .function && cuts($0) <= least + 1
        // «ودعت» is و + دعت as well as a form of ودع: its clause tells.
        || $0.category == .verb && $0.clitics == .wa && hasWholeVerb
        || isWeak && !hasMasdar && $0.category == .verb && cuts($0) == least + 1
          && !$0.clitics.isDisjoint(with: .conjunction)
    }
    if spelling.contains(.taMarbuta)
      || readings.values(start..<readings.count).contains(where: {
        spelling.equals($0.reading.spelling)
      })
    {
      readings.keep(from: start) {
        $0.clitics.contains(.pronoun) || spelling.equals($0.reading.spelling)
          || $0.category == .function
      }
    }
  }

  /// What is surely written onto a word that the lexicon does not know.
  private func guessedClitics(_ index: Int) -> Clitics {
    let letters = text.letters(index)
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
