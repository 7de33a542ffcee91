internal import ArabicText
internal import Contracts

extension NounPhraseParser {
  /// A person: titles with what they govern, a name, or both.
  func person(at start: Int, _ depth: Int) -> Mention? {
    if let titled = titled(at: start, depth) { return titled }
    let end = nameEnd(start)
    guard end > start else { return nil }
    var mention = Mention(tokens: start..<end, head: start, kind: .person)
    mention.name = start..<end
    mention.clitics = foundName(at: start)?.clitics ?? word(start).clitics
    mention.isDefinite = true
    mention.isHuman = true
    return mention
  }

  private func titled(at start: Int, _ depth: Int) -> Mention? {
    guard let first = title(at: start, depth) else { return nil }
    // «نائب رئيس الوزراء ووزير الخارجية القازاقي مختار تليوبيردي»: one person if a name follows.
    return joined(first, first, depth) ?? bearer(first, first, nameEnd: bearerEnd(first, first))
  }

  /// The person of this title and those joined to it; nil where no name stands behind a later one.
  ///
  /// - Parameter last: the last of the titles so far, with the country and sector of them all.
  private func joined(_ first: Title, _ last: Title, _ depth: Int) -> Mention? {
    guard var next = nextTitle(after: last.end, depth) else { return nil }
    next.country = next.country ?? last.country
    next.sector = last.sector ?? next.sector
    if let later = joined(first, next, depth) { return later }
    let nameEnd = bearerEnd(next, first)
    return nameEnd > next.end ? bearer(first, next, nameEnd: nameEnd) : nil
  }

  private func bearerEnd(_ last: Title, _ first: Title) -> Int {
    last.isPlural || !fits(last.end, first) ? last.end : nameEnd(last.end)
  }

  private func bearer(_ first: Title, _ last: Title, nameEnd: Int) -> Mention {
    var mention = Mention(
      tokens: first.start..<max(nameEnd, last.end), head: first.start, kind: .person)
    mention.title = first.start..<last.end
    mention.name = nameEnd > last.end ? last.end..<nameEnd : nil
    mention.country = last.country
    mention.sector = last.sector
    mention.features = first.features
    mention.clitics = first.clitics
    mention.isDefinite = first.isDefinite || mention.name != nil
    mention.isHuman = true
    if first.isPlural { mention.kind = .group }
    return mention
  }

  /// Whether a name can be its bearer's by gender: «عين الرئيس | نجلاء بودن».
  private func fits(_ name: Int, _ title: Title) -> Bool {
    guard name < end, !title.features.contains(.feminine) else { return true }
    var isGiven = false
    for reading in analysis.readings.values(word(name).readings)
    where reading.category == .givenName {
      if !reading.features.contains(.feminine) { return true }
      isGiven = true
    }
    return !isGiven
  }

  private struct Title {
    var start: Int
    var end: Int
    var features: Features
    var clitics: Clitics
    var sector: Code?
    var country: Code?
    var isDefinite: Bool
    var isPlural: Bool { !features.isDisjoint(with: [.plural, .dual]) }
  }

  private func nextTitle(after position: Int, _ depth: Int) -> Title? {
    guard position < end, word(position).clitics.contains(.wa) || hasConjunctionTitle(position)
    else { return nil }
    return title(at: position, depth)
  }

  private func hasConjunctionTitle(_ index: Int) -> Bool {
    analysis.phrase(at: index, .title)?.clitics.contains(.wa) == true
  }

  /// One title with what it governs: «وزير خارجية كازاخستان», «المدير العام للمكتب».
  private func title(at start: Int, _ depth: Int) -> Title? {
    guard start < end, !isTime(start), !isInPerson(start) else { return nil }
    var title: Title
    if let match = analysis.phrase(at: start, .title), match.tokens.upperBound <= end {
      title = Title(
        start: start, end: match.tokens.upperBound, features: match.value.features,
        clitics: match.clitics,
        sector: analysis.lexicon.nouns[Int(match.value.entry)].sector,
        isDefinite: hasArticle(start) || hasArticle(match.tokens.upperBound - 1))
    } else if let reading = analysis.reading(start, .title), word(start).tag != .verb,
      !isOwnedRank(reading)
    {
      title = Title(
        start: start, end: start + 1, features: reading.features, clitics: reading.clitics,
        sector: analysis.lexicon.nouns[reading.entry].sector,
        isDefinite: reading.clitics.contains(.article)
          || !reading.clitics.isDisjoint(with: .anyPronoun))
    } else {
      return nil
    }
    extend(&title, depth)
    return title
  }

  /// «رواده» are a café's patrons: nobody has majors of his own.
  private func isOwnedRank(_ reading: CutReading) -> Bool {
    analysis.lexicon.nouns[reading.entry].kind == .rank
      && reading.features.contains(.plural) && !reading.clitics.isDisjoint(with: .anyPronoun)
  }

  /// «ممثلو الصين ودول آسيا الوسطى»: those of the one and of the other.
  private func joinedName(_ at: Int) -> Int? {
    guard let match = bestName(at: at), match.clitics == .wa
    else { return nil }
    let kind = analysis.lexicon.names[Int(match.value.entry)].kind
    guard kind == .country || kind == .group else { return nil }
    return adjectivesEnd(match.tokens.upperBound)
  }

  private func extend(_ title: inout Title, _ depth: Int) {
    var at = title.end
    while at < end {
      if continues(at),
        !isInPerson(at),
        let length = complement(at, &title, depth)
      {
        at = length
      } else if let inner = prepositional(at, title, depth) {
        title.country = title.country ?? inner.country
        at = inner.tokens.upperBound
      } else if isCoordinatedComplement(at) {
        at = adjectivesEnd(at + 1)
      } else if title.isPlural, let end = joinedName(at) {
        at = end
      } else {
        break
      }
      title.end = at
    }
  }

  /// A word or phrase in the genitive or an adjective of the title.
  private func complement(_ at: Int, _ title: inout Title, _ depth: Int) -> Int? {
    if let nationality = analysis.reading(at, .nationality), word(at).tag != .given {
      title.country = title.country ?? analysis.country(nationality)
      if hasArticle(at) { title.isDefinite = true }
      return at + 1
    }
    // Behind a definite word only adjectives belong to the title: «الرئيس المصري | دمشق»,
    // «الرئيس | محادثات», «الوزير | السفير», «الرئيس | المسلحين».
    if isDefinite(at - 1) {
      guard hasArticle(at), !isOtherPerson(at, title) else { return nil }
      title.isDefinite = true
      return at + 1
    }
    if let match = bestName(at: at), match.clitics.isEmpty {
      title.country = title.country ?? analysis.lexicon.names[Int(match.value.entry)].country
      title.isDefinite = true
      return adjectivesEnd(match.tokens.upperBound)
    }
    if let organization = organization(at: at, depth + 1) {
      title.country = title.country ?? organization.country
      title.isDefinite = true
      return organization.tokens.upperBound
    }
    if hasArticle(at) {
      title.isDefinite = true
      return at + 1
    }
    // An indefinite word belongs to the title when it is a known noun: «وزير خارجية …».
    guard word(at).tag == .noun, analysis.reading(at, .title) == nil,
      word(at).clitics.isEmpty, at == title.start + 1 || !analysis.isEventNoun(at)
    else { return nil }
    return at + 1
  }

  /// Whether a word with the article names somebody else: a title of its own, or people beside one.
  private func isOtherPerson(_ at: Int, _ title: Title) -> Bool {
    if analysis.facts[at].contains(.titleStart) { return hasArticle(title.start) }
    guard analysis.reading(at, .personNoun) != nil else { return false }
    return !title.isPlural && analysis.isPlural(at)
  }

  /// «للمكتب», «باسم خفر السواحل», «لدى الأمم المتحدة», «في لبنان».
  private func prepositional(_ at: Int, _ title: Title, _ depth: Int) -> Mention? {
    guard depth < 4, at < end else { return nil }
    if analysis.text.letters(at).elementsEqual(Self.inTheName) {
      return phrase(at: at + 1, depth: depth + 2).map { spanning(at, $0) }
    }
    if word(at).clitics.contains(.li), word(at).clitics.isDisjoint(with: .conjunction),
      isNominal(at)
    {
      let inner = organization(at: at, depth + 1) ?? plainNamed(at)
      return inner ?? (hasArticle(at) ? common(at: at, depth + 2) : nil)
    }
    if let function = analysis.chosenFunction(at),
      function.preposition == .fi || function.preposition == .lada
        || function.preposition == .an,
      word(at).clitics.isEmpty, at + 1 < end
    {
      let mayStandAbroad = function.preposition != .fi || isSent(title)
      return (organization(at: at + 1, depth + 1) ?? (mayStandAbroad ? plainNamed(at + 1) : nil))
        .map { spanning(at, $0) }
    }
    return nil
  }

  /// «السفير الفرنسي في تونس» is posted there, «وزير الخارجية في تونس» is there now.
  private func isSent(_ title: Title) -> Bool {
    Self.sent.contains(analysis.stem(title.start))
  }

  private static let sent = WordSet(
    of: "سفير سفيرة سفراء قنصل قناصل ممثل ممثلة ممثلو ممثلي مندوب مبعوث مبعوثة مراسل مراسلة مراسلو"
      + " مراسلي منسق منسقة مفوض مفوضة مدير مديرة مسؤول مسؤولة مسؤولو مسؤولي")

  private func plainNamed(_ at: Int) -> Mention? {
    guard let match = bestName(at: at) else { return nil }
    let entry = Int(match.value.entry)
    var mention = Mention(
      tokens: at..<adjectivesEnd(match.tokens.upperBound), head: at,
      kind: analysis.lexicon.names[entry].kind)
    mention.country = analysis.lexicon.names[entry].country
    return mention
  }

  private func spanning(_ start: Int, _ mention: Mention) -> Mention {
    var mention = mention
    mention.tokens = start..<mention.tokens.upperBound
    return mention
  }

  /// «وزيرة الطاقة والمناجم»: a definite noun joined to the complement before it.
  private func isCoordinatedComplement(_ at: Int) -> Bool {
    isNominal(at) && word(at).clitics.contains(.wa) && hasArticle(at) && at > 0
      && hasArticle(at - 1) && !isHumanNoun(at) && bestName(at: at) == nil
      && analysis.reading(at, .organizationNoun) == nil
  }

  func isHumanNoun(_ at: Int) -> Bool {
    !analysis.facts[at].isDisjoint(with: .human)
  }

  private static let inTheName = Letter.fold("باسم")

  /// The end of the personal name that begins at a token, or the token itself where none does.
  func nameEnd(_ start: Int) -> Int {
    guard let name = foundName(at: start), name.kind == .person else { return start }
    return min(name.tokens.upperBound, end)
  }
}
