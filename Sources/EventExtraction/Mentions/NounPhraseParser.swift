internal import ArabicText
internal import Contracts

/// Reads the noun phrases of one sentence from left to right.
///
/// Each function takes the token where a phrase may begin and gives the phrase or nil; it never
/// reads past the sentence.
struct NounPhraseParser {
  let analysis: Analysis
  let end: Int

  /// The noun phrase that begins at a token.
  func phrase(at start: Int, depth: Int = 0) -> Mention? {
    guard start < end, depth < 6 else { return nil }
    if analysis.text.tokens[start].kind == .punctuation, let quoted = quotedName(at: start) {
      return quoted
    }
    guard isNominal(start) || isCount(start) else { return nil }
    // What a phrase begins with tells at once what it cannot be.
    let isNamed = analysis.nameAt[start] >= 0
    let kinds = analysis.words[start].categories.union(analysis.phraseCategories[start])
    if isCounting(start, kinds), let counted = counted(at: start, depth) { return counted }
    if isNamed, let named = named(at: start, depth) { return named }
    if isNamed || kinds.contains(.title), let person = person(at: start, depth) { return person }
    if kinds.contains(.organizationNoun), let organization = organization(at: start, depth) {
      return organization
    }
    if kinds.contains(.placeNoun), let place = place(at: start, depth) { return place }
    return common(at: start, depth)
  }

  /// Whether a token may tell how many.
  private func isCounting(_ index: Int, _ kinds: Categories) -> Bool {
    analysis.numberAt[index] >= 0 || kinds.contains(.function)
      || analysis.words[index].tag == .number || analysis.words[index].tag == .function
  }

  // MARK: Kinds of words

  @inline(__always)
  func word(_ index: Int) -> Word { analysis.words[index] }

  @inline(__always)
  func isWord(_ index: Int) -> Bool {
    index < end && analysis.text.tokens[index].kind == .word
  }

  /// Whether a token can stand in a noun phrase.
  func isNominal(_ index: Int) -> Bool {
    guard index < end else { return false }
    switch word(index).tag {
    case .noun, .given, .nationality, .unknown: return !isTime(index)
    case .foreign: return true
    case .verb:
      // A verb's homograph may be a person's name.
      return analysis.nameAt[index] >= 0
    case .function:
      if analysis.nameAt[index] >= 0 { return true }
      let function = analysis.chosenFunction(index)?.functionClass
      return function == .quantifier || function == .demonstrative
    default: return false
    }
  }

  @inline(__always)
  func isTime(_ index: Int) -> Bool {
    analysis.facts[index].contains(.time)
  }

  func isCount(_ index: Int) -> Bool {
    // «وأثنى» is not "and two".
    guard index < end, word(index).tag != .verb else { return false }
    return !isTime(index)
      && (word(index).tag == .number || analysis.numberAt[index] >= 0)
  }

  @inline(__always)
  func hasArticle(_ index: Int) -> Bool { word(index).clitics.contains(.article) }

  func isDefinite(_ index: Int) -> Bool {
    hasArticle(index) || !word(index).clitics.isDisjoint(with: .anyPronoun)
  }

  /// Whether a token continues the phrase directly: no conjunction or preposition on it.
  func continues(_ index: Int) -> Bool {
    isNominal(index)
      && word(index).clitics.isDisjoint(with: Clitics.conjunction.union(.preposition))
      && analysis.chosenFunction(index) == nil
  }

  // MARK: Phrases

  /// «"ترانسفير وايز"»: a short quotation by itself is a name.
  private func quotedName(at start: Int) -> Mention? {
    guard let close = closingQuote(start), close - start >= 2, close - start <= 6 else {
      return nil
    }
    let inside = start + 1..<close
    guard inside.allSatisfy({ word($0).tag != .verb && word($0).tag != .mark }) else { return nil }
    // «"مقتل 5 أشخاص"» quotes what happened.
    if isAct(start + 1), !hasArticle(start + 1), close - start > 2 { return nil }
    // «"زنقة بنغازي"» is a place by its first word.
    let isPlace = close - start > 2 && analysis.reading(start + 1, .placeNoun) != nil
    var mention = Mention(
      tokens: start..<close + 1, head: start + 1, kind: isPlace ? .place : .other)
    mention.name = inside
    mention.isDefinite = true
    return mention
  }

  /// The token that closes the quotation which opens at a token.
  func closingQuote(_ start: Int) -> Int? {
    guard start < end, analysis.text.tokens[start].kind == .punctuation else { return nil }
    let close: (UInt32, UInt32)
    switch analysis.text.tokens[start].symbol {
    case 0x22: close = (0x22, 0x22)
    case 0xAB: close = (0xBB, 0xBB)
    case 0x201C, 0x201D: close = (0x201C, 0x201D)
    default: return nil
    }
    for at in start + 1..<max(start + 1, min(end, start + 12))
    where analysis.text.tokens[at].kind == .punctuation {
      let symbol = analysis.text.tokens[at].symbol
      if symbol == close.0 || symbol == close.1 { return at }
    }
    return nil
  }

  /// «3 أشخاص», «عشرات المتظاهرين», «جميع الأطراف», «أحد الأعوان».
  private func counted(at start: Int, _ depth: Int) -> Mention? {
    var next = start
    if let number = analysis.number(at: start), !isTime(start) {
      next = min(number.tokens.upperBound, end)
    } else if word(start).tag == .number {
      next = start + 1
    } else if let quantifier = quantifier(at: start) {
      next = quantifier.upperBound
    } else if analysis.chosenFunction(start)?.functionClass == .demonstrative {
      next = start + 1
    } else {
      return nil
    }
    guard next > start else { return nil }
    if next < end, analysis.text.tokens[next].isMark("%") { return nil }
    let isBare = word(start).tag == .number || analysis.number(at: start) != nil
    if next < end, analysis.chosenFunction(next)?.preposition == .min, !isBare { next += 1 }
    if next < end, word(next).clitics.isDisjoint(with: Clitics.conjunction.union(.preposition)),
      var inner = phrase(at: next, depth: depth + 1)
    {
      inner.tokens = start..<inner.tokens.upperBound
      inner.clitics = word(start).clitics
      inner.hasNumber = true
      if isBare { inner.isDefinite = false }
      return inner
    }
    guard isBare || analysis.chosenFunction(start)?.functionClass != .demonstrative else {
      return nil
    }
    var mention = Mention(tokens: start..<next, head: start, kind: .other)
    mention.hasNumber = isBare
    mention.clitics = word(start).clitics
    return mention
  }

  private func quantifier(at start: Int) -> Range<Int>? {
    if let match = analysis.phrase(at: start, .function),
      analysis.lexicon.functions[Int(match.value.entry)].functionClass == .quantifier
    {
      return match.tokens
    }
    return analysis.chosenFunction(start)?.functionClass == .quantifier ? start..<start + 1 : nil
  }

  /// A name of the lexicon: country, city, group, organisation.
  private func named(at start: Int, _ depth: Int) -> Mention? {
    guard let match = bestName(at: start) else { return unlisted(at: start) }
    let entry = Int(match.value.entry)
    let kind = analysis.lexicon.names[entry].kind
    var mention = Mention(tokens: match.tokens, head: start, kind: kind)
    mention.name = match.tokens
    mention.lexiconName = entry
    mention.country = analysis.lexicon.names[entry].country
    mention.sector = analysis.lexicon.names[entry].sector
    mention.clitics = match.clitics
    mention.isDefinite = true
    if analysis.lexicon.names[entry].nameClass == .group || kind == .organization {
      mention.tokens = start..<adjectivesEnd(match.tokens.upperBound)
    }
    return mention
  }

  /// A place or body that the lexicon does not list.
  private func unlisted(at start: Int) -> Mention? {
    guard let name = foundName(at: start), name.lexiconName == nil,
      name.kind == .place || name.kind == .organization, name.tokens.upperBound <= end,
      analysis.reading(start, .organizationNoun) == nil, analysis.reading(start, .placeNoun) == nil
    else { return nil }
    var mention = Mention(tokens: name.tokens, head: start, kind: name.kind)
    mention.name = name.tokens
    mention.clitics = name.clitics
    mention.isDefinite = true
    return mention
  }

  /// The name that begins at a token.
  func foundName(at index: Int) -> FoundName? {
    guard index < end, analysis.nameAt[index] >= 0 else { return nil }
    let name = analysis.names[Int(analysis.nameAt[index])]
    return name.tokens.lowerBound == index ? name : nil
  }

  /// Whether a token stands in a person's name.
  @inline(__always)
  func isInPerson(_ index: Int) -> Bool {
    analysis.nameAt[index] >= 0
      && analysis.names[Int(analysis.nameAt[index])].kind == .person
  }

  /// The lexicon's name that the names pass found here; a longer one that is part of a body's name.
  func bestName(at start: Int) -> PhraseMatch? {
    guard start < end, !isInPerson(start) else { return nil }
    guard let name = foundName(at: start), let entry = name.lexiconName else { return nil }
    return analysis.phrases(at: start).first {
      $0.value.category == .name && Int($0.value.entry) == entry && $0.tokens.upperBound <= end
    }
  }

  /// The end of the adjectives and apposed words with the article that begin at a token.
  func adjectivesEnd(_ start: Int) -> Int {
    var at = start
    while at < end, continues(at), hasArticle(at), bestName(at: at) == nil,
      analysis.reading(at, .title) == nil, !isVerbalNoun(at),
      word(at).tag == .nationality || !changesGender(at)
    {
      at += 1
    }
    return at
  }
}
