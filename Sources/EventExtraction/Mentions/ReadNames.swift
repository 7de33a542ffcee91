internal import ArabicText
internal import Contracts

extension Analysis {
  /// Finds the names of every sentence, then its noun phrases.
  ///
  /// A first round over names only collects how persons are called, so that a surname in the title
  /// or before its introduction is known as one in the second.
  func readNames() {
    gatherFacts()
    findNames()
    nameAt.fill(-1, count: words.count)
    for (index, name) in names.enumerated() {
      for token in name.tokens { nameAt[token] = Int32(index) }
    }
    settleNamesakes()
    for sentence in sentences { readMentions(in: sentence.tokens) }
    settleCountriesOfPlaces()
    mentionAt.fill(-1, count: words.count)
    for (index, mention) in mentions.enumerated() {
      mentionAt[mention.tokens.lowerBound] = Int32(index)
    }
    timeAt.fill(-1, count: words.count)
    for (index, time) in times.enumerated() { timeAt[time.tokens.lowerBound] = Int32(index) }
  }

  /// The mentions that begin inside a range of tokens.
  func mentions(in tokens: Range<Int>) -> [Int] {
    tokens.compactMap { mentionAt[$0] < 0 ? nil : Int(mentionAt[$0]) }
  }

  private func findNames() {
    nameEnds.removeAll()
    for sentence in sentences {
      findNames(in: sentence)
      nameEnds.append(Int32(names.count))
    }
    gatherKnownWords()
    // Only a known word can make a difference.
    guard !known.isEmpty else { return }
    markKnownWords()
    swap(&names, &firstNames)
    names.removeAll()
    var start = 0
    for (index, sentence) in sentences.enumerated() {
      let end = Int(nameEnds[index])
      if sentence.tokens.contains(where: { facts[$0].contains(.called) }) {
        findNames(in: sentence)
      } else {
        names.append(contentsOf: firstNames.values(start..<end))
      }
      start = end
    }
  }

  private func findNames(in sentence: Sentence) {
    NameFinder(analysis: self, bounds: sentence.tokens).run()
  }

  private func readMentions(in tokens: Range<Int>) {
    let parser = NounPhraseParser(analysis: self, end: tokens.upperBound)
    let first = mentions.count
    var at = tokens.lowerBound
    while at < tokens.upperBound {
      if let mention = parser.phrase(at: at), mention.tokens.upperBound > at {
        at = mention.tokens.upperBound
        add(mention, since: first)
      } else {
        at += 1
      }
    }
  }

  /// Adds a mention, or joins it to what stands before it: «سون وي دونغ، نائب وزير الخارجية الصيني،»
  /// and «الأمين العام للحزب، عصام الشابي» are one each.
  ///
  /// - Parameter first: the sentence's first mention.
  private func add(_ mention: Mention, since first: Int) {
    guard mention.clitics.isDisjoint(with: Clitics.conjunction.union(.preposition)),
      mentions.count > first
    else { return mentions.append(mention) }
    if let whole = whole(mentions[mentions.count - 1], mention) {
      mentions[mentions.count - 1] = whole
    } else if let office = locatedOffice(since: first), let whole = whole(office, mention) {
      mentions.truncate(to: mentions.count - 1)
      mentions[mentions.count - 1] = whole
    } else {
      mentions.append(mention)
    }
  }

  /// One noun phrase of two that stand side by side or have a comma between them.
  private func whole(_ first: Mention, _ second: Mention) -> Mention? {
    let end = first.tokens.upperBound
    if end == second.tokens.lowerBound {
      return rankedBearer(first, second) ?? speakersOffice(first, second)
    }
    guard end + 1 == second.tokens.lowerBound,
      text.tokens[end].isMark("،") || text.tokens[end].isMark(",")
    else { return nil }
    return apposition(first, second)
  }

  /// «كاتب عام النقابة بالمنستير»: an office without its bearer, the place behind it taken in.
  private func locatedOffice(since first: Int) -> Mention? {
    let place = mentions.count - 1
    guard place > first, mentions[place].clitics.contains(.bi),
      mentions[place].clitics.isDisjoint(with: .conjunction),
      mentions[place].kind == .place || mentions[place].kind == .organization,
      mentions[place - 1].kind == .person, mentions[place - 1].name == nil,
      mentions[place - 1].title != nil,
      mentions[place - 1].tokens.upperBound == mentions[place].tokens.lowerBound
    else { return nil }
    var office = mentions[place - 1]
    office.tokens = office.tokens.lowerBound..<mentions[place].tokens.upperBound
    return office
  }

  /// «المتحدث الرسمي الرائد نايف الشريف»: an office and behind it its bearer with a rank.
  private func rankedBearer(_ office: Mention, _ bearer: Mention) -> Mention? {
    guard office.kind == .person, office.name == nil, office.isDefinite, bearer.kind == .person,
      bearer.name != nil, let title = office.title
    else { return nil }
    var whole = office
    whole.name = bearer.name
    whole.title = title.lowerBound..<(bearer.title?.upperBound ?? title.upperBound)
    whole.tokens = office.tokens.lowerBound..<bearer.tokens.upperBound
    whole.country = whole.country ?? bearer.country
    return whole
  }

  /// «قال سليم شاكر وزير المالية إن»: who speaks and his office without a comma, as nobody can be
  /// the object of such a verb.
  private func speakersOffice(_ name: Mention, _ office: Mention) -> Mention? {
    guard office.kind == .person, office.name == nil, office.title != nil,
      !words[office.tokens.lowerBound].clitics.contains(.article),
      name.tokens.lowerBound > 0,
      Self.says.contains(bareKey(name.tokens.lowerBound - 1))
        || Self.says.contains(key(name.tokens.lowerBound - 1))
    else { return nil }
    return apposition(name, office)
  }

  private static let says = WordSet(
    [
      "قال", "أكد", "أوضح", "أفاد", "صرح", "أضاف", "ذكر", "أعلن", "أشار", "اعتبر", "شدد", "بين",
      "كشف", "تابع", "نفى", "رأى",
    ].flatMap { [$0, $0 + "ت"] })

  private func apposition(_ first: Mention, _ second: Mention) -> Mention? {
    guard first.kind == .person, second.kind == .person || second.isHuman else { return nil }
    var whole = first
    if first.name != nil, first.title == nil, second.name == nil {
      whole.title = second.title ?? second.tokens
      whole.country = whole.country ?? second.country
      whole.sector = whole.sector ?? second.sector
    } else if first.name == nil, first.title != nil, second.name != nil, second.title == nil {
      whole.name = second.name
    } else {
      return nil
    }
    whole.tokens = first.tokens.lowerBound..<second.tokens.upperBound
    return whole
  }

  // MARK: What the parser asks

  @inline(__always)
  func number(at index: Int) -> NumberMention? {
    guard numberAt.indices.contains(index), numberAt[index] >= 0 else { return nil }
    return numbers[Int(numberAt[index])]
  }

  /// Whether some reading of a word is a plural.
  func isPlural(_ index: Int) -> Bool {
    words[index].readings.contains { readings[$0].features.contains(.plural) }
  }

  /// Whether a word names an event of some type.
  @inline(__always)
  func isEventNoun(_ index: Int) -> Bool {
    words.indices.contains(index) && words[index].tag == .noun && facts[index].contains(.event)
  }

  /// The country of a nationality adjective; nil for one of a region.
  func country(_ nationality: CutReading) -> Code? { lexicon.nationalities[nationality.entry] }
}
