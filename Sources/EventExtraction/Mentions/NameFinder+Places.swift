internal import ArabicText
internal import Contracts

extension NameFinder {
  /// «نهر النيل», «مطار بيروت الدولي» with their noun; «مدينة كفرقاسم» without it.
  func place(at start: Int) -> FoundName? {
    guard let reading = analysis.reading(start, .placeNoun), word(start).tag != .verb,
      reading.features.isDisjoint(with: [.plural, .dual]), !reading.clitics.contains(.article)
    else {
      return isPlaceName(start)
        ? FoundName(tokens: start..<start + 1, kind: .place, clitics: []) : nil
    }
    let kind = analysis.lexicon.nouns[reading.entry].kind
    guard kind == .landmark || kind == .facility else { return nil }
    var at = start + 1
    guard at < end, isWord(at), !isJoined(at) else { return nil }
    if let listed = listed(at: at), listed.clitics.isEmpty {
      at = listed.tokens.upperBound
      // «ملعب سانتياغو بيرنابيو».
      while at < end, at - start < 5, isUnknown(at), isBare(at), likeness(at) > 0 { at += 1 }
    } else if let end = bearerEnd(at) {
      return FoundName(tokens: start..<end, kind: .place, clitics: reading.clitics)
    } else if isUnknown(at) || hasArticle(at) && facts(at).isDisjoint(with: [.placeNoun, .human]) {
      at += 1
    } else {
      return nil
    }
    while at < end, isWord(at), hasArticle(at), !isJoined(at), word(at).tag != .verb,
      word(at).tag != .nationality || at > start + 2
    { at += 1 }
    return FoundName(tokens: start..<at, kind: .place, clitics: reading.clitics)
  }

  /// «ضريح سعد بن أبي وقاص», «جامعة الملك فهد»: the end of a person's name, his title before it
  /// included, that a place or body is called by.
  func bearerEnd(_ start: Int) -> Int? {
    var at = start
    while at < end, at - start < 3, isWord(at), !isJoined(at), facts(at).contains(.title) {
      at += 1
    }
    guard at < end, isWord(at), !isJoined(at) else { return nil }
    if let person = person(at: at), person.clitics.isEmpty { return person.tokens.upperBound }
    guard isUnknown(at), !hasArticle(at), likeness(at) > 0 else { return nil }
    at += 1
    while at < end, at - start < 4, isUnknown(at), isBare(at), likeness(at) > 0 { at += 1 }
    return at
  }

  /// «مدينة X», «قرية X»: an unknown word behind the noun of a settlement.
  private func isPlaceName(_ start: Int) -> Bool {
    guard start > bounds.lowerBound, isUnknown(start),
      !isJoined(start),
      analysis.text.tokens[start].spelling.isDisjoint(with: [.tanwin, .taMarbuta]),
      let noun = analysis.reading(start - 1, .placeNoun), !noun.clitics.contains(.article),
      noun.features.isDisjoint(with: [.plural, .dual])
    else { return false }
    let kind = analysis.lexicon.nouns[noun.entry].kind
    return kind == .city || kind == .admin && !hasArticle(start)
  }
}
