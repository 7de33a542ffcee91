internal import ArabicText
internal import Contracts

extension NounPhraseParser {
  /// «وزارة الداخلية», «شركة "ترانسفير وايز"», «حزب الاتحاد الدستوري».
  func organization(at start: Int, _ depth: Int) -> Mention? {
    guard start < end, word(start).tag != .verb, !isTime(start), !isInPerson(start) else {
      return nil
    }
    let match = analysis.phrase(at: start, .organizationNoun)
    let reading = analysis.reading(start, .organizationNoun)
    guard let entry = match.map({ Int($0.value.entry) }) ?? reading?.entry, !isRegion(start),
      !analysis.isNoBody(start, before: end)
    else { return nil }
    var mention = Mention(
      tokens: start..<(match?.tokens.upperBound ?? start + 1), head: start, kind: .organization)
    mention.sector = analysis.lexicon.nouns[entry].sector
    mention.clitics = match?.clitics ?? reading?.clitics ?? []
    mention.features = match?.value.features ?? reading?.features ?? []
    mention.isDefinite = isDefinite(start)
    extend(&mention, joins: true, depth)
    if mention.tokens.count > 1 { mention.name = mention.tokens }
    return mention
  }

  /// «في ولايات نابل وسوسة», «بمعتمدية طبربة»: the region rather than who governs it.
  private func isRegion(_ at: Int) -> Bool {
    guard let reading = analysis.reading(at, .placeNoun),
      analysis.lexicon.nouns[reading.entry].kind == .admin, !reading.clitics.contains(.article)
    else { return false }
    if reading.features.contains(.plural) || !reading.clitics.isDisjoint(with: .bi) { return true }
    switch at > 0 ? analysis.chosenFunction(at - 1)?.preposition : nil {
    case .fi, .min, .ila: return reading.clitics.isDisjoint(with: .preposition)
    default: return false
    }
  }

  /// «مدينة شيآن بمقاطعة شنشي شمال غربي الصين».
  func place(at start: Int, _ depth: Int) -> Mention? {
    guard start < end, word(start).tag != .verb, !isTime(start),
      let reading = analysis.reading(start, .placeNoun)
    else { return nil }
    var mention = Mention(tokens: start..<start + 1, head: start, kind: .place)
    mention.clitics = reading.clitics
    mention.features = reading.features
    mention.isDefinite = isDefinite(start)
    extend(&mention, joins: false, depth)
    while let next = nestedPlace(mention.tokens.upperBound, depth) {
      mention.tokens = start..<next.tokens.upperBound
      mention.country = mention.country ?? next.country
    }
    if mention.tokens.count > 1 { mention.name = mention.tokens }
    return mention
  }

  /// A place around the place before it: «بمقاطعة شنشي», «شمال غربي الصين», «، الصين».
  private func nestedPlace(_ at: Int, _ depth: Int) -> Mention? {
    guard depth < 4, at < end else { return nil }
    let clitics = foundName(at: at)?.clitics ?? word(at).clitics
    if clitics.contains(.bi), clitics.isDisjoint(with: .conjunction) {
      if let place = place(at: at, depth + 1) { return place }
      return bestName(at: at).flatMap { name in
        let entry = Int(name.value.entry)
        switch analysis.lexicon.names[entry].kind {
        case .place, .country: break
        default: return nil
        }
        var mention = Mention(tokens: name.tokens, head: at, kind: .place)
        mention.country = analysis.lexicon.names[entry].country
        return mention
      }
    }
    guard analysis.facts[at].contains(.direction) else { return nil }
    var next = at
    while next < end, analysis.facts[next].contains(.direction) { next += 1 }
    guard let match = bestName(at: next) else { return place(at: next, depth + 1) }
    var mention = Mention(tokens: at..<match.tokens.upperBound, head: next, kind: .place)
    mention.country = analysis.lexicon.names[Int(match.value.entry)].country
    return mention
  }

  /// Any other noun with its genitives and adjectives.
  func common(at start: Int, _ depth: Int) -> Mention? {
    guard isNominal(start), analysis.chosenFunction(start) == nil else { return nil }
    let reading = analysis.chosen(start)
    var mention = Mention(tokens: start..<start + 1, head: start, kind: .other)
    mention.clitics = word(start).clitics
    mention.features = reading?.features ?? guessedFeatures(start)
    mention.isDefinite = isDefinite(start)
    if let person = analysis.reading(start, .personNoun) {
      mention.sector = analysis.lexicon.nouns[person.entry].sector
      mention.isHuman = true
      mention.kind = .group
      mention.features = person.features
    } else if let match = analysis.phrase(at: start, .documentNoun), match.tokens.upperBound <= end
    {
      mention.kind = .document
      mention.tokens = match.tokens
    } else if analysis.reading(start, .documentNoun) != nil {
      mention.kind = .document
    } else if let nationality = analysis.reading(start, .nationality),
      word(start).tag == .nationality
    {
      mention.country = analysis.country(nationality)
      mention.isHuman = !nationality.features.isDisjoint(with: .plural)
      mention.kind = mention.isHuman ? .group : .other
    }
    extend(&mention, joins: false, depth)
    return mention
  }

  private func guessedFeatures(_ index: Int) -> Features {
    analysis.text.tokens[index].spelling.contains(.taMarbuta) ? .feminine : []
  }

  /// Takes in the genitives, adjectives and quoted names behind a head.
  private func extend(_ mention: inout Mention, joins: Bool, _ depth: Int) {
    var at = mention.tokens.upperBound
    while at < end, at - mention.tokens.lowerBound < 12 {
      if let close = closingQuote(at), close - at <= 7 {
        mention.name = at + 1..<close
        at = close + 1
      } else if continues(at), !isParticipant(at, of: at - 1), !beginsEvent(at, mention),
        !isPurpose(at),
        let next = genitive(at, &mention, depth)
      {
        at = next
      } else if joins, isJoined(at) {
        at = adjectivesEnd(at + 1)
      } else {
        break
      }
    }
    mention.tokens = mention.tokens.lowerBound..<at
  }

  /// Whether a token begins a phrase of its own because the word before names an event and this one
  /// who takes part in it: «مقتل | 3 أشخاص», «اعتقال | قائد الجيش».
  private func isParticipant(_ at: Int, of event: Int) -> Bool {
    guard analysis.isEventNoun(event), !hasArticle(event),
      analysis.reading(event, .placeNoun) == nil, analysis.reading(event, .documentNoun) == nil
    else { return false }
    return isHumanNoun(at) || bestName(at: at) != nil || isCount(at)
      || analysis.reading(at, .organizationNoun) != nil || nameEnd(at) > at
  }

  /// Whether a word names what is done or befalls, rather than relations and talks, which name
  /// bodies: «آلية تعاون».
  private func isDeed(_ at: Int) -> Bool {
    word(at).readings.contains { reading in
      let reading = analysis.readings[reading]
      guard reading.category == .eventNoun || reading.category == .masdar else { return false }
      switch analysis.lexicon.predicates[reading.entry].type {
      case .assault, .coerce, .incident, .protest, .retreat: return true
      default: return false
      }
    }
  }

  /// Whether an indefinite word that names an event stands behind a phrase that is complete: «مصادر
  /// أمنية | مقتل 15 شخصا», «مدينة بيداوة | مظاهرة حاشدة».
  private func beginsEvent(_ at: Int, _ mention: Mention) -> Bool {
    guard at > mention.head + 1, analysis.isEventNoun(at), !hasArticle(at), isDeed(at) else {
      return false
    }
    return word(at - 1).tag == .nationality || analysis.nameAt[at - 1] >= 0
      || analysis.text.tokens[at - 1].spelling.contains(.taMarbuta)
        && analysis.reading(at - 1, .masdar) == nil
  }

  /// «أغلقوا محلاتهم | احتجاجا»: an act in the accusative tells to what end.
  private func isPurpose(_ at: Int) -> Bool {
    isAct(at) && !hasArticle(at)
      && analysis.nominalEndings(at).allSatisfy { $0.contains(.accusative) }
  }

  private func genitive(_ at: Int, _ mention: inout Mention, _ depth: Int) -> Int? {
    let lastIsDefinite = isDefinite(at - 1) || endsListedPlace(at - 1)
    if let nationality = analysis.reading(at, .nationality), word(at).tag == .nationality {
      guard hasArticle(at) == lastIsDefinite || !lastIsDefinite else { return nil }
      mention.country = mention.country ?? analysis.country(nationality)
      if hasArticle(at) { mention.isDefinite = true }
      return at + 1
    }
    if let match = bestName(at: at), match.clitics.isEmpty {
      guard !lastIsDefinite || mention.kind == .place || mention.kind == .organization else {
        return nil
      }
      mention.country = mention.country ?? analysis.lexicon.names[Int(match.value.entry)].country
      if mention.kind == .place, mention.lexiconName == nil {
        mention.lexiconName = Int(match.value.entry)
      }
      mention.isDefinite = true
      return match.tokens.upperBound
    }
    if lastIsDefinite {
      // Behind a definite word only adjectives with the article belong to the phrase.
      return hasArticle(at) && (!isHumanNoun(at) || isAdjective(at, of: mention)) && !isBody(at)
        && describes(at, mention) ? at + 1 : nil
    }
    if isClosed(at - 1), hasArticle(at) || isHumanNoun(at) || isAct(at) || isObject(at) {
      return nil
    }
    if !lastIsDefinite, isHumanNoun(at), depth < 4, let inner = person(at: at, depth + 1) {
      mention.isDefinite = inner.isDefinite
      mention.country = mention.country ?? inner.country
      return inner.tokens.upperBound
    }
    if hasArticle(at) {
      mention.isDefinite = true
      return at + 1
    }
    if mention.kind == .organization || mention.kind == .place {
      return at + 1
    }
    // Two more indefinite words at most: «شهودا عيانا», «طوقا أمنيا مشددا».
    return at - mention.tokens.lowerBound < 3 ? at + 1 : nil
  }

  /// A place's name, which governs no genitive: «العاصمة الأردنية عمان | رئيس الوزراء».
  private func endsListedPlace(_ at: Int) -> Bool {
    guard analysis.nameAt[at] >= 0 else { return false }
    let name = analysis.names[Int(analysis.nameAt[at])]
    return name.lexiconName != nil && name.tokens.upperBound == at + 1
      && (name.kind == .place || name.kind == .country)
  }

  /// Whether a word's ending keeps it from governing a genitive: «اعتقلت متظاهرين | الشرطة»,
  /// «داعيا | الدولة».
  private func isClosed(_ at: Int) -> Bool {
    let endings = analysis.nominalEndings(at)
    return !endings.isEmpty
      && endings.allSatisfy { features in
        features.contains(.accusative) || features.isSuperset(of: [.dual, .construct])
          || !features.isDisjoint(with: [.nominative, .oblique]) && !features.contains(.construct)
      }
  }

  /// «الهجوم الإرهابي»: a relative adjective that is also said of people, behind a thing that it
  /// agrees with.
  private func isAdjective(_ at: Int, of mention: Mention) -> Bool {
    guard !mention.isHuman, mention.kind == .other, at == mention.head + 1,
      mention.features.isDisjoint(with: [.plural, .dual])
    else { return false }
    let isFeminine = analysis.text.tokens[at].spelling.contains(.taMarbuta)
    guard isFeminine == analysis.text.tokens[at - 1].spelling.contains(.taMarbuta) else {
      return false
    }
    let letters = analysis.text.letters(at)
    return (isFeminine ? letters.dropLast() : letters).last == Letter.ya
  }

  /// «ألقى الجيش الجزائري | القبض», «التلفزة | الاعتداء»: a verbal noun is no adjective.
  func isVerbalNoun(_ at: Int) -> Bool {
    guard analysis.reading(at, .masdar) != nil || analysis.reading(at, .eventNoun) != nil
    else { return false }
    return analysis.reading(at, .activeParticiple) == nil
      && analysis.reading(at, .passiveParticiple) == nil
      && analysis.reading(at, .nationality) == nil
  }

  /// A verbal noun of an event.
  func isAct(_ at: Int) -> Bool { analysis.isEventNoun(at) && isVerbalNoun(at) }

  /// «اعترض ليبيون | قاربا»: an accusative in the singular behind people in the plural.
  private func isObject(_ at: Int) -> Bool {
    analysis.isPlural(at - 1) && analysis.text.letters(at).last == Letter.alef
      && analysis.nominalEndings(at).contains {
        $0.contains(.accusative) && $0.isDisjoint(with: [.plural, .dual])
      }
  }

  /// «المنظمة | الحكومة»: a body of its own rather than an adjective such as «المنظمة».
  private func isBody(_ at: Int) -> Bool {
    analysis.reading(at, .organizationNoun) != nil && analysis.reading(at, .activeParticiple) == nil
      && analysis.reading(at, .nationality) == nil
  }

  /// Whether a word with the article agrees with the head as an adjective does: feminine beside a
  /// feminine and beside things in the plural.
  private func describes(_ at: Int, _ mention: Mention) -> Bool {
    if isVerbalNoun(at) { return false }
    if mention.kind == .organization { return agrees(at, mention) }
    guard at == mention.head + 1 else { return true }
    let head = analysis.text.tokens[mention.head]
    let isFeminine = analysis.text.tokens[at].spelling.contains(.taMarbuta)
    let isPlural = mention.features.contains(.plural)
    if isPlural { return isFeminine || analysis.isPlural(at) || endsAsPlural(at) }
    if head.spelling.contains(.taMarbuta) { return isFeminine }
    return word(mention.head).readings.isEmpty || !isFeminine
      || mention.features.contains(.feminine)
  }

  /// «نفت وزارة الداخلية | الخبر»: no masculine describes a body where it and the word before are
  /// feminine.
  private func agrees(_ at: Int, _ mention: Mention) -> Bool {
    !analysis.text.tokens[mention.head].spelling.contains(.taMarbuta) || !changesGender(at)
  }

  /// Whether a masculine stands behind a feminine: «الأمم المتحدة | القرار».
  func changesGender(_ at: Int) -> Bool {
    analysis.text.tokens[at - 1].spelling.contains(.taMarbuta)
      && !analysis.text.tokens[at].spelling.contains(.taMarbuta)
      && !analysis.isPlural(at) && !endsAsPlural(at)
  }

  private func endsAsPlural(_ at: Int) -> Bool {
    let ending = analysis.text.letters(at).suffix(2)
    return ending.elementsEqual([Letter.waw, Letter.nun])
      || ending.elementsEqual([Letter.ya, Letter.nun])
      || analysis.text.tokens[at].spelling.contains(.alefMaqsura)
  }

  private func isJoined(_ at: Int) -> Bool {
    isNominal(at) && word(at).clitics.contains(.wa) && hasArticle(at) && hasArticle(at - 1)
      && !isHumanNoun(at) && bestName(at: at) == nil
      && analysis.reading(at, .organizationNoun) == nil
  }
}
