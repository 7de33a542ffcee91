internal import ArabicText
internal import Contracts

extension NameFinder {
  /// «جامعة الدول العربية», «حزب العمال», «المحكمة العليا الأميركية»: a body's noun and its name.
  func organization(at start: Int) -> FoundName? {
    guard facts(start).contains(.organizationNoun) || facts(start).contains(.noun),
      word(start).tag != .verb
    else { return nil }
    let match = analysis.phrase(at: start, .organizationNoun)
    let reading = analysis.reading(start, .organizationNoun)
    guard let entry = match.map({ Int($0.value.entry) }) ?? reading?.entry else { return nil }
    let noun = analysis.lexicon.nouns[entry]
    guard let kind = noun.kind, kind != "office" else { return nil }
    let features = match?.value.features ?? reading?.features ?? []
    guard features.isDisjoint(with: [.plural, .dual]) else { return nil }
    let clitics = match?.clitics ?? reading?.clitics ?? []
    let head = match?.tokens ?? start..<start + 1
    if clitics.contains(.article) { return definite(head, kind, clitics) }
    if kind == "media" || kind == "company" || kind == "team" && !isSelection(start) { return nil }
    if facts(start).contains(.event), head.count == 1 { return nil }
    let tail = complementEnd(head.upperBound)
    guard tail > head.upperBound || head.count > 1 && hasArticle(head.upperBound - 1) else {
      return nil
    }
    return FoundName(tokens: start..<tail, kind: .organization, clitics: clitics)
  }

  /// «المنتخب البرتغالي», «المحكمة العليا الأميركية», but not «الحزب الحاكم».
  private func definite(_ head: Range<Int>, _ kind: String, _ clitics: Clitics) -> FoundName? {
    var at = head.upperBound
    let hasNationality =
      at < end && word(at).tag == .nationality && hasArticle(at) && !isJoined(at)
    if hasNationality { at += 1 }
    guard kind == "team" && hasNationality || head.count > 1 && kind != "media" else { return nil }
    return FoundName(tokens: head.lowerBound..<at, kind: .organization, clitics: clitics)
  }

  /// «منتخب مصر» is a name with its noun; «فريق ليفربول» is not.
  private func isSelection(_ at: Int) -> Bool {
    !facts(at).contains(.team)
  }

  /// The end of the genitives and adjectives that make up a body's name.
  private func complementEnd(_ start: Int) -> Int {
    var at = start
    var isDefinite = false
    while at < end, at - start < 7 {
      guard isWord(at), facts(at).isDisjoint(with: .time) else { break }
      let clitics = word(at).clitics
      if isJoined(at) {
        // «للطاقة الذرية», «والاجتماعي».
        guard isDefinite, hasArticle(at), word(at).tag != .verb,
          clitics.contains(.li) || clitics.contains(.wa) && hasArticle(at - 1)
            && facts(at).isDisjoint(with: [.organizationNoun, .title, .personNoun])
        else { break }
        at += 1
        continue
      }
      if let listed = listed(at: at), listed.clitics.isEmpty {
        guard !isDefinite || listed.kind != .country else { break }
        if isDefinite, listed.kind != .place { break }
        at = listed.tokens.upperBound
        isDefinite = true
        if listed.kind == .country || listed.kind == .organization { break }
        continue
      }
      if word(at).tag == .verb || word(at).tag == .function || word(at).tag == .number { break }
      if hasArticle(at) {
        if isDefinite, !facts(at).isDisjoint(with: [.title, .personNoun]) { break }
        isDefinite = true
        at += 1
        continue
      }
      guard !isDefinite, word(at).tag == .noun, at + 1 < end, hasArticle(at + 1) else { break }
      at += 1
    }
    return isDefinite ? at : start
  }

}
