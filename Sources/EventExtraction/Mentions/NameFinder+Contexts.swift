internal import ArabicText
internal import Contracts

/// Names that are also something else: teams called by a city or an ordinary word, media likewise.
extension NameFinder {
  /// Whether a name may be meant here at all: a team that shares its name with a place only in a
  /// sentence on sports, and not behind «في».
  func isExpected(_ match: PhraseMatch, at start: Int) -> Bool {
    let name = analysis.lexicon.names[Int(match.value.entry)]
    // «الجزيرة» is a team, a medium and an island.
    let isOrdinary =
      match.tokens.count == 1 && !isUnknown(start)
      && !facts(start).isDisjoint(with: TokenFacts.otherSense)
    switch name.nameClass {
    case .team:
      return (isSports && !isPlaceContext(start, match.clitics) || !isAlsoPlace(match))
        && (!isOrdinary || isTeamContext(start, match.clitics))
    case .media: return !isAlsoPlace(match) && !isOrdinary || isMediaContext(match)
    default: return true
    }
  }

  private func isAlsoPlace(_ match: PhraseMatch) -> Bool {
    analysis.phrases(at: match.tokens.lowerBound).contains {
      $0.value.category == .name && $0.tokens == match.tokens
        && [.place, .country].contains(analysis.lexicon.names[Int($0.value.entry)].kind)
    }
  }

  /// Whether a word that is also an ordinary one names a medium: «مراسل الجزيرة», «قال للجزيرة»,
  /// «نقلت الراية», «الجزيرة نت», «الدوحة - الراية:», «"الشرق الأوسط"».
  func isMediaContext(_ match: PhraseMatch) -> Bool {
    let start = match.tokens.lowerBound
    let after = match.tokens.upperBound
    if isSpeaker(start), facts(start).isDisjoint(with: TokenFacts.human.union(.noun)) {
      return true
    }
    if bounds.contains(start - 1) {
      if facts(start - 1).contains(.reporter), !hasArticle(start - 1) { return true }
      if isQuote(start - 1), isQuote(after) { return true }
      if isMark(start - 1, "(") || isMark(start - 1, "-"),
        isMark(after, ":") || isMark(after, "-") || isMark(after, ")")
      {
        return true
      }
    }
    if after < end, isWord(after), analysis.text.letters(after).elementsEqual(Self.net) {
      return true
    }
    return match.clitics.contains(.li)
      && (max(bounds.lowerBound, start - 8)..<start).contains {
        word($0).tag == .verb && facts($0).contains(.speech)
      }
  }

  /// Whether an ordinary word names a team: in a sentence on sports, where no adjective could
  /// stand. «العربي» in «مرمى العربي», not in «الوطن العربي».
  func isTeamContext(_ start: Int, _ clitics: Clitics) -> Bool {
    guard isSports, !isPlaceContext(start, clitics) else { return false }
    guard start > bounds.lowerBound, clitics.isEmpty, isNoun(start - 1) else { return true }
    return !hasArticle(start - 1) && !facts(start - 1).isDisjoint(with: [.sports, .team])
  }

  private static let net = Letter.fold("نت")
}
