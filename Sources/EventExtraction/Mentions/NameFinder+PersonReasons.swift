internal import ArabicText
internal import Contracts

extension NameFinder {
  /// «وقال بولتون»: the word before is a verb of speech.
  func isSpeaker(_ start: Int) -> Bool {
    guard start > bounds.lowerBound else { return false }
    return word(start - 1).tag == .verb && facts(start - 1).contains(.speech)
  }

  /// «إن بلير كان», «قصف شارون», «هدد تروتنيف»: the subject of a verb before or behind it.
  func isSubject(_ tokens: Range<Int>) -> Bool {
    let start = tokens.lowerBound
    guard start > bounds.lowerBound, analysis.text.letters(start).count >= 4 else { return false }
    let before = start - 1
    if word(before).tag == .verb, analysis.text.letters(start).last != Letter.alef,
      facts(before).isDisjoint(with: [.noun, .function])
    {
      return true
    }
    guard tokens.upperBound < end, word(tokens.upperBound).tag == .verb,
      isJoined(tokens.upperBound) == false
    else { return false }
    switch analysis.chosenFunction(before)?.functionClass {
    case .complement, .emphatic, .contrast: return true
    default: return false
    }
  }

  /// «وأكد السبسي», but not «العصر العباسي»: a surname with the article where no adjective of a
  /// noun before it could stand.
  func standsAlone(_ start: Int) -> Bool {
    guard start > bounds.lowerBound, isNoun(start - 1), covering(start - 1)?.kind != .person
    else { return true }
    return isTitled(start)
  }

  /// «السيد العثماني».
  func followsHonorific(_ start: Int) -> Bool {
    start > bounds.lowerBound && isHonorific(start - 1) && hasArticle(start - 1)
  }

  /// «بلير وشيراك»: joined to a person.
  func followsPerson(_ start: Int) -> Bool {
    guard let last = found.last, last.kind == .person, last.tokens.upperBound == start else {
      return false
    }
    return analysis.text.letters(start).first == Letter.waw
  }

  /// Whether a title stands before a word, perhaps with what it governs in between:
  /// «الرئيس», «رئيس الوزراء البريطاني», «الأمين العام للأمم المتحدة».
  func isTitled(_ start: Int) -> Bool {
    var at = start - 1
    if isMark(at, "،") || isMark(at, ",") {
      at -= 1
      guard at > bounds.lowerBound, covering(at) == nil, isWord(at), !isUnknown(at) else {
        return false
      }
    }
    var steps = 0
    var isDefinite = false
    // «الإسباني فابريغاس»: a man of a nation.
    let onlyNationality =
      bounds.contains(at) && word(at).tag == .nationality && hasArticle(at)
      && !analysis.text.tokens[at].spelling.contains(.taMarbuta)
      && covering(at) == nil
    while bounds.contains(at), steps < 8 {
      guard isWord(at) else { return onlyNationality && steps == 1 }
      let fact = facts(at)
      if let name = covering(at) {
        if name.kind == .person { return false }
        isDefinite = true
        if !name.clitics.isDisjoint(with: .conjunction) { return false }
        at = name.tokens.lowerBound - 1
        steps += 1
        continue
      }
      if word(at).tag == .verb { return onlyNationality && steps == 1 }
      if !fact.isDisjoint(with: [.title, .personNoun]),
        isDefinite || isDefiniteWord(at) || fact.contains(.title) && steps == 0 && isHonorific(at)
      {
        return true
      }
      if word(at).tag == .function {
        if onlyNationality, steps == 1 { return true }
        guard analysis.chosenFunction(at)?.preposition == .fi, isDefinite else { return false }
      } else if steps == 0, !isDefiniteWord(at) {
        // An indefinite noun before the name governs it: «حكومة بلير».
        return false
      } else if isUnknown(at), !hasArticle(at) {
        return false
      }
      if isDefiniteWord(at) { isDefinite = true }
      at -= 1
      steps += 1
    }
    return false
  }

  func isDefiniteWord(_ at: Int) -> Bool {
    hasArticle(at) || !word(at).clitics.isDisjoint(with: .anyPronoun)
      || analysis.text.letters(at).starts(with: [Letter.alef, Letter.lam])
  }

  func isHonorific(_ at: Int) -> Bool {
    guard let reading = analysis.reading(at, .title) else { return false }
    let kind = analysis.lexicon.nouns[reading.entry].kind
    return kind == .honorific || kind == .rank
  }
}
