internal import ArabicText
internal import Contracts

/// Words that are numbers by themselves: «العشرات», «شخصين».
extension QuantityScan {
  /// «العشرات», «مئات الأشخاص», «عشرات الآلاف من النازحين»: bounds of what they may stand for.
  func magnitude(_ at: Int, _ sentence: Range<Int>) -> QuantityDraft? {
    guard matches[at].word != Vocabulary.unknown, analysis.words[at].tag != .verb,
      let (entry, first) = match(at, sentence),
      words.entries[entry].kind == .magnitude
    else { return nil }
    var exponent = words.entries[entry].exponent
    var end = first
    while end < sentence.upperBound, let (more, past) = match(end, sentence),
      words.entries[more].kind == .magnitude, matches[end].clitics.isSubset(of: .article)
    {
      exponent += words.entries[more].exponent
      end = past
    }
    let least = Self.power(exponent)
    var draft = QuantityDraft(tokens: at..<end, value: least, upper: least * 10)
    draft.upper = draft.upper.map { $0 - 1 }
    name(&draft, sentence)
    return draft
  }

  private static func power(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// «شخصين», «قتيلان», «مليونان» are two; «البلدين» are two that are known.
  func dual(_ at: Int, _ sentence: Range<Int>) -> QuantityDraft? {
    guard analysis.text.tokens[at].kind == .word, analysis.words[at].tag != .verb,
      endsAsDual(at)
    else { return nil }
    var draft = QuantityDraft(tokens: at..<at + 1, value: 2)
    draft.lead = lead(at)
    if let (entry, end) = match(at, sentence) {
      draft.tokens = at..<end
      switch words.entries[entry].kind {
      case .moneyDual, .measureDual:
        draft.kind = words.entries[entry].kind == .moneyDual ? .money : .measure
        draft.unit = words.entries[entry].symbol ?? analysis.text.text(at..<at + 1)
        return draft
      case .person where isDual(at):
        draft.unit = "person"
        draft.effect = words.entries[entry].effect
        return draft
      default: return nil
      }
    }
    guard isDual(at), !analysis.words[at].clitics.contains(.article),
      analysis.words[at].clitics.isDisjoint(with: .anyPronoun), !mayBePlural(at)
    else { return nil }
    draft.unit = isHuman(at) ? "person" : bare(at)
    return draft
  }

  func endsAsDual(_ at: Int) -> Bool {
    let letters = analysis.text.letters(at)
    guard letters.count >= 4, letters[letters.count - 1] == Letter.nun else { return false }
    let before = letters[letters.count - 2]
    return before == Letter.alef || before == Letter.ya
  }

  /// «عالقين», «مسلحين», «تونسيين»: participles and nisbas, whose plural is spelled so too.
  private func mayBePlural(_ at: Int) -> Bool {
    let letters = analysis.text.letters(at).dropFirst(lead(at))
    guard letters.count >= 5, letters.suffix(2).first == Letter.ya else { return false }
    if let person = analysis.reading(at, .personNoun), person.features.contains(.dual) {
      return false
    }
    let stem = letters.dropLast(2)
    if stem.last == Letter.ta { return false }
    return stem.first == Letter.mim || stem.last == Letter.ya
      || stem.count == 4 && stem.dropFirst().first == Letter.alef
  }

  /// Whether the word is a dual of a known noun and no other noun or plural besides; lists of common
  /// nouns hold duals as words of their own, which says nothing.
  private func isDual(_ at: Int) -> Bool {
    var isDual = false
    for index in analysis.words[at].readings where analysis.readings[index].category.isNominal {
      let reading = analysis.readings[index]
      if reading.features.contains(.dual), !reading.features.contains(.plural) {
        isDual =
          isDual
          || [.commonNoun, .personNoun, .frameNoun, .placeNoun].contains(
            reading.category)
      } else if reading.category != .commonNoun {
        return false
      }
    }
    return isDual
  }
}
