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
    guard let entry = match.map({ Int($0.value.entry) }) ?? reading?.entry,
      !analysis.isNoBody(start, before: end)
    else { return nil }
    let noun = analysis.lexicon.nouns[entry]
    guard let kind = noun.kind, kind != .office || noun.namesItself else { return nil }
    let features = match?.value.features ?? reading?.features ?? []
    guard features.isDisjoint(with: [.plural, .dual]) else { return nil }
    let clitics = match?.clitics ?? reading?.clitics ?? []
    let head = match?.tokens ?? start..<start + 1
    if clitics.contains(.article) || hasArticle(start) || hasArticle(head.lowerBound) {
      return definite(head, kind, clitics, namesItself: noun.namesItself)
    }
    if kind == .media || kind == .company || kind == .team && !isSelection(start) { return nil }
    if facts(start).contains(.masdar), head.count == 1, !noun.isChieflyBody { return nil }
    if head.count == 1, Self.calledByName.contains(stemKey(start, clitics)),
      let bearer = bearerEnd(head.upperBound)
    {
      let end = complementEnd(bearer, isDefinite: true)
      return FoundName(tokens: start..<end, kind: .organization, clitics: clitics)
    }
    let tail = complementEnd(head.upperBound)
    guard tail > head.upperBound || head.count > 1 && hasArticle(head.upperBound - 1) else {
      return nil
    }
    return FoundName(tokens: start..<tail, kind: .organization, clitics: clitics)
  }

  /// Bodies that are called by a person or by a word of their own: «جامعة الملك فهد», «حزب كاديما».
  private static let calledByName = WordSet(
    [
      "جامعة", "معهد", "كلية", "أكاديمية", "مدرسة", "مؤسسة", "مستشفى", "مستشفي", "مشفى", "حزب",
      "حركة", "مركز", "جمعية", "منظمة", "مجموعة", "دار", "مكتبة", "صندوق", "كتائب", "لواء",
    ])

  private func stemKey(_ at: Int, _ clitics: Clitics) -> WordKey {
    let cut = clitics.intersection(Clitics.conjunction.union(.preposition))
    return WordKey(analysis.text.letters(at).dropFirst(cut.rawValue.nonzeroBitCount))
  }

  /// «المنتخب البرتغالي», «المحكمة العليا الأميركية», but not «الحزب الحاكم».
  private func definite(
    _ head: Range<Int>, _ kind: Noun.Kind, _ clitics: Clitics, namesItself: Bool
  ) -> FoundName? {
    var at = head.upperBound
    let hasNationality =
      at < end && hasArticle(at) && !isJoined(at)
      && (facts(at).contains(.nationality) || kind == .team && isUnknown(at))
    if hasNationality { at += 1 }
    if kind == .body || kind == .company || kind == .court {
      at = complementEnd(head.upperBound, isDefinite: true)
      guard namesItself || head.count > 1 || at > head.upperBound + (hasNationality ? 1 : 0) else {
        return nil
      }
      if namesItself, head.count == 1 { at = head.upperBound }
      return FoundName(tokens: head.lowerBound..<at, kind: .organization, clitics: clitics)
    }
    guard kind == .team && hasNationality || namesItself else { return nil }
    return FoundName(tokens: head.lowerBound..<at, kind: .organization, clitics: clitics)
  }

  /// «منتخب مصر» is a name with its noun; «فريق ليفربول» is not.
  private func isSelection(_ at: Int) -> Bool {
    !facts(at).contains(.team)
  }

  /// «(الفرنسية)», «(الأوروبية)»: a picture's agency by its nationality.
  func bracketedAgency(at start: Int) -> FoundName? {
    guard facts(start).contains(.nationality), isMark(start - 1, "("),
      isMark(start + 1, ")") || isMark(start + 1, "-"), startsWithArticle(start),
      analysis.text.tokens[start].spelling.contains(.taMarbuta)
    else { return nil }
    return FoundName(tokens: start..<start + 1, kind: .organization)
  }

  /// «صحيفة ماركا», «شركة "موتورولا"»: what stands behind such a noun and no table knows.
  func calledAfterNoun(at start: Int) -> FoundName? {
    guard isCalling(start), isWord(start) || word(start).tag == .foreign else { return nil }
    var noun = start - 1
    let isQuoted = isQuote(noun)
    if isQuoted { noun -= 1 }
    if bounds.contains(noun), Self.shares.contains(analysis.key(noun)), !hasArticle(start) {
      return unknownName(from: start)
    }
    guard bounds.contains(noun), isWord(noun), facts(noun).contains(.organizationNoun),
      word(noun).tag != .verb, let reading = analysis.reading(noun, .organizationNoun),
      reading.features.isDisjoint(with: [.plural, .dual]),
      isQuoted || !reading.clitics.contains(.article)
    else { return nil }
    switch analysis.lexicon.nouns[reading.entry].kind {
    case .company, .media, .team: break
    default: return nil
    }
    var at = start + 1
    while at < end, at - start < 5, isQuoted ? !isQuote(at) : isCalling(at) { at += 1 }
    if isQuoted, !isQuote(at) { return nil }
    return FoundName(tokens: start..<at, kind: .organization)
  }

  /// «سهم إعمار»: a company by its share.
  private static let shares = WordSet(["سهم", "وسهم", "لسهم"])

  private func unknownName(from start: Int) -> FoundName? {
    guard isUnknown(start) else { return nil }
    var at = start + 1
    while at < end, at - start < 4, isUnknown(at), isBare(at) { at += 1 }
    return FoundName(tokens: start..<at, kind: .organization)
  }

  /// «التابع», «السابقة», «المنعقد»: a word that says of a body what is no part of its name.
  private func isPassing(_ at: Int) -> Bool {
    let letters = analysis.text.letters(at)
    let stem = analysis.text.tokens[at].spelling.contains(.taMarbuta) ? letters.dropLast() : letters
    return Self.passing.contains(WordKey(stem))
  }

  private static let passing = WordSet(
    [
      "التابع", "السابق", "الحالي", "الجديد", "القديم", "المقبل", "القادم", "الماضي", "الحاكم",
      "المعارض", "المذكور", "المعني", "المختص", "المكلف", "الواقع", "القائم", "التالي", "الخاص",
      "المشارك", "المنظم", "المنعقد", "المسؤول", "الجاري", "المرتقب", "المتطور", "الأول",
      "الأولى", "الثاني", "الثالث", "الرابع", "الخامس", "الأخير", "المحلي", "المجاور", "المتاخم",
      "المنبثق", "المنتخب", "المؤقت", "المنحل", "القوي", "الكبير", "الصغير", "الفائز", "المتخصص",
      "المعروف", "الشهير", "المزمع", "المنتظر", "الصاعد", "المضيف", "نفس", "الواحد", "الآخر",
    ])

  @inline(__always)
  func isQuote(_ at: Int) -> Bool { bounds.contains(at) && analysis.text.tokens[at].isQuote }

  /// An unknown or foreign word without clitics.
  private func isCalling(_ at: Int) -> Bool {
    guard at < end, isBare(at), !facts(at).contains(.time) else { return false }
    if word(at).tag == .foreign { return true }
    return isWord(at) && (isUnknown(at) || word(at).tag != .verb && isQuote(at - 1))
      && analysis.text.tokens[at].spelling.isDisjoint(with: .tanwin)
  }

  /// The end of the genitives and adjectives that make up a body's name.
  private func complementEnd(_ start: Int, isDefinite: Bool = false) -> Int {
    var at = start
    var isDefinite = isDefinite
    while at < end, at - start < 7 {
      guard isWord(at), facts(at).isDisjoint(with: .time) else { break }
      let clitics = word(at).clitics
      if isJoined(at) {
        // «للطاقة الذرية», «والاجتماعي».
        guard isDefinite, hasArticle(at), word(at).tag != .verb,
          clitics.contains(.li)
            || clitics.contains(.wa) && hasArticle(at - 1)
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
        if isDefinite, isPassing(at) { break }
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
