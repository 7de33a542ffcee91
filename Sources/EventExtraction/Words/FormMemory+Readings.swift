internal import ArabicText

/// What a form may be by itself: its readings in the lexicon under all that may be written onto it.
extension FormMemory {
  func addReadings(_ spelling: Spelling, _ letters: Letters) {
    let start = readings.count
    let word = letters.buffer
    Segmentation.forEach(word) { stem, clitics in
      for reading in lexicon.forms[UnsafeBufferPointer(rebasing: word[stem])]
      where Self.fits(reading, clitics, spelling, isLetter: stem.count == 1) {
        // «المهم» is not ألم + هم.
        if reading.category == .function, !clitics.isDisjoint(with: .anyPronoun),
          !lexicon.functions[Int(reading.entry)].functionClass.takesPronoun
        {
          continue
        }
        readings.append(CutReading(reading: reading, clitics: clitics))
      }
    }
    keepPlausible(from: start, spelling, letters)
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
}
