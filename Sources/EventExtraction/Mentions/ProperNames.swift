internal import ArabicText
internal import Contracts

/// What of a name that was found is its bearer's own name, and of what kind that is: the passes
/// behind names want «وزارة الخارجية» and «مؤتمر روما» with the country and the place in them.
extension Analysis {
  /// A name without the noun that only says what it is («دولة قطر», «نادي ليفربول», «حزب الله
  /// اللبناني»); nil where nothing is left, as in «وزارة الخارجية», and where the name is another's,
  /// as the city's is in «مؤتمر روما».
  func properTokens(_ name: FoundName) -> Range<Int>? {
    switch name.kind {
    case .organization: properBody(name)
    case .group: properGroup(name)
    case .place, .country: isPartOfName(name) ? nil : properPlace(name)
    default: name.tokens
    }
  }

  /// The kind as a name: a region that is also a group of states («أوروبا») and the house that
  /// stands for its government («البيت الأبيض») are places, a union of states («دول مجلس التعاون»)
  /// is a body.
  func properKind(_ name: FoundName) -> Entity.Kind {
    switch name.kind {
    case .group:
      isListed(name.tokens, .place) ? .place : .organization
    case .organization:
      name.lexiconName.map { lexicon.names[$0].nameClass } == .organization
        && isListed(name.tokens, .place) ? .place : .organization
    default: name.kind
    }
  }

  // MARK: Bodies

  private func properBody(_ name: FoundName) -> Range<Int>? {
    let start = name.tokens.lowerBound
    let whole = name.tokens
    if name.lexiconName != nil, isOfficeOfState(start) { return nil }
    guard let reading = reading(start, .organizationNoun), whole.count > 1 else {
      return reading(start, .organizationNoun).map { lexicon.nouns[$0.entry].kind } == .office
        && name.lexiconName == nil ? nil : withoutNationality(whole)
    }
    let rest = start + 1..<whole.upperBound
    let hasArticle = words[start].clitics.contains(.article)
    switch lexicon.nouns[reading.entry].kind {
    case .office where name.lexiconName != nil && !isNamedWhole(start): return nil
    case .company, .media, .agency:
      return !hasArticle && name.lexiconName != nil && isListed(rest, nil) ? rest : whole
    case .team:
      if facts[start].contains(.team), name.lexiconName != nil || hasArticle { return rest }
      return whole
    default: return withoutNationality(whole)
    }
  }

  /// «محكمة العدل الدولية», «مكتب التحقيقات»: unlike a ministry, such a body has a name of its own.
  private func isNamedWhole(_ start: Int) -> Bool {
    let letters = text.letters(start)
    let cut = words[start].clitics.rawValue.nonzeroBitCount
    let stem = letters.dropFirst(words[start].clitics.contains(.article) ? cut + 1 : cut)
    return Self.namedWhole.contains(WordKey(stem))
      || words[start].clitics.isSuperset(of: [.li, .article])
        && Self.namedWhole.contains(WordKey(letters.dropFirst(2)))
  }

  private static let namedWhole = WordSet(
    [
      "محكمة", "مكتب", "لجنة", "جهاز", "سلطة", "مديرية", "دائرة", "ديوان", "مجموعة", "أمانة",
      "مدرسة", "بعثة", "مخابرات",
    ])

  /// «الخارجية التركية» behind «وزارة» or «وزير».
  private func isOfficeOfState(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    let letters = text.letters(start)
    let clitics = words[start].clitics.intersection(.conjunction).rawValue.nonzeroBitCount
    guard Self.portfolios.contains(WordKey(letters.dropFirst(clitics))) else { return false }
    return !facts[start - 1].isDisjoint(with: [.title, .organizationNoun])
  }

  private static let portfolios = WordSet(
    ["الخارجية", "الداخلية", "الدفاع", "المالية", "العدل", "التجارة", "الاقتصاد", "الصحة"])

  /// «حزب الله اللبناني», where «حزب الله» is the name.
  private func withoutNationality(_ tokens: Range<Int>) -> Range<Int> {
    let last = tokens.upperBound - 1
    guard tokens.count > 2, words[last].tag == .nationality,
      !words[tokens.lowerBound].clitics.contains(.article),
      isListed(tokens.lowerBound..<last, .organization)
    else { return tokens }
    return tokens.lowerBound..<last
  }

  // MARK: Groups

  /// «دول مجلس التعاون»: the council, not its states; nil for «الدول العربية».
  private func properGroup(_ name: FoundName) -> Range<Int>? {
    if isListed(name.tokens, .place) { return name.tokens }
    let start = name.tokens.lowerBound
    guard Self.states.contains(WordKey(text.letters(start))) || facts[start].contains(.placeNoun)
    else { return name.tokens }
    let rest = start + 1..<name.tokens.upperBound
    return !rest.isEmpty && isListed(rest, nil) ? rest : nil
  }

  private static let states = WordSet(
    ["دول", "الدول", "بلدان", "البلدان", "لدول", "ودول", "بدول", "للدول", "القوى", "جمهوريات"])

  // MARK: Places

  private func properPlace(_ name: FoundName) -> Range<Int> {
    var start = name.tokens.lowerBound
    while start + 1 < name.tokens.upperBound {
      let rest = start + 1
      if facts[start].contains(.direction) {
        // «جنوب أفريقيا» and «جنوب لبنان» are names; of «غرب أفريقيا» the continent is, and of
        // «جنوب قطاع غزة» the strip.
        guard
          name.lexiconName.flatMap({ lexicon.names[$0].country }) == nil
            || name.tokens.upperBound - rest > 1 && name.kind != .country
        else { break }
        start = rest
        continue
      }
      guard let reading = reading(start, .placeNoun), !reading.clitics.contains(.article),
        isListed(rest..<name.tokens.upperBound, nil)
      else { break }
      let kind = lexicon.nouns[reading.entry].kind
      guard kind == .city || kind == .admin || kind == .country && !isStateForm(start) else {
        break
      }
      start = rest
    }
    return start..<name.tokens.upperBound
  }

  /// «جمهورية الصين الشعبية»: the form of state is part of the name, «دولة» and «بلاد» are not.
  private func isStateForm(_ at: Int) -> Bool {
    let cut = words[at].clitics.rawValue.nonzeroBitCount
    return Self.stateForms.contains(WordKey(text.letters(at).dropFirst(cut)))
  }

  private static let stateForms = WordSet(["جمهورية"])

  /// «مؤتمر روما», «اتفاقية جنيف», «كأس أمم أوروبا»: the event's name.
  private func isPartOfName(_ name: FoundName) -> Bool {
    let start = name.tokens.lowerBound
    return name.clitics.isEmpty && start > 0 && facts[start - 1].contains(.calledByPlace)
      && !words[start - 1].clitics.contains(.article)
  }

  /// Whether the lexicon has a name of a kind, or any, of exactly these tokens.
  private func isListed(_ tokens: Range<Int>, _ kind: Entity.Kind?) -> Bool {
    phrases(at: tokens.lowerBound).contains {
      $0.value.category == .name && $0.tokens == tokens
        && (kind == nil || lexicon.names[Int($0.value.entry)].kind == kind)
    }
  }
}
