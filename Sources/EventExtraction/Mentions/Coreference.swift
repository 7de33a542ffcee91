internal import ArabicText
internal import Contracts

extension Analysis {
  /// Gives every mention its entity: the one that it names again, or a new one.
  func resolveCoreference() {
    // The title speaks of what the body introduces, so it comes last.
    let title = sentences.first { $0.kind == .title }?.tokens ?? 0..<0
    let body = mentions.firstIndex { $0.tokens.lowerBound >= title.upperBound } ?? mentions.count
    let order = Array(body..<mentions.count) + Array(0..<body)
    for index in order {
      let draft = self.draft(of: index)
      if let entity = antecedent(of: index, draft) {
        join(index, draft, to: entity)
      } else {
        entities.append(draft)
        mentions[index].entity = entities.count - 1
      }
    }
    linkMembers()
  }

  private func draft(of index: Int) -> EntityDraft {
    let mention = mentions[index]
    return EntityDraft(
      kind: mention.kind, best: index, mentions: [index], lexiconName: mention.lexiconName,
      country: mention.country, sector: mention.sector,
      nameWords: Set((mention.name ?? 0..<0).map(stemKey)),
      titleWords: titleWords(mention), titleHeads: titleHeads(mention),
      headWord: stemKey(mention.head),
      isFeminine: mention.features.contains(.feminine)
        || text.tokens[mention.head].spelling.contains(.taMarbuta)
        || mention.kind == .country && mention.name != nil && !isMasculineCountry(mention),
      isPlural: !mention.features.isDisjoint(with: [.plural, .dual]))
  }

  /// The words of a title, but for those that only name its country: «السفير الفرنسي» is «سفير فرنسا».
  private func titleWords(_ mention: Mention) -> Set<WordKey> {
    guard let title = mention.title else { return [] }
    let telling = title.filter { token in
      guard mention.country != nil, token > title.lowerBound else { return true }
      if words[token].tag == .nationality { return false }
      return nameAt[token] < 0 || names[Int(nameAt[token])].kind != .country
    }
    return Set(telling.map(titleKey))
  }

  /// The nouns that a title's offices begin with: «وزير» and «ناطق» in «وزير العدل والناطق باسم
  /// الحكومة», but not the «رئيس» of «نائب رئيس الوزراء».
  private func titleHeads(_ mention: Mention) -> Set<WordKey> {
    guard let title = mention.title else { return [] }
    let heads = title.filter { token in
      token == title.lowerBound
        || !words[token].clitics.isDisjoint(with: .conjunction)
          && !facts[token].isDisjoint(with: [.title, .titleStart])
    }
    return Set(heads.map(titleKey))
  }

  /// The few countries that verbs take for masculine.
  private func isMasculineCountry(_ mention: Mention) -> Bool {
    guard let country = mention.country else { return false }
    return ["IRQ", "LBN", "SDN", "JOR", "YEM", "MAR", "SSD", "KWT"].contains(country)
  }

  /// A token's folded letters without clitics and article.
  func foldedStem(_ index: Int) -> [UInt8] { Array(stem(index)) }

  /// The same as a key.
  private func stemKey(_ index: Int) -> WordKey { WordKey(stem(index)) }

  /// A title's word without its feminine ending: «النائبة» is who was «نائب».
  private func titleKey(_ index: Int) -> WordKey {
    let stem = stem(index)
    return WordKey(
      text.tokens[index].spelling.contains(.taMarbuta) && stem.count > 3 ? stem.dropLast() : stem)
  }

  private func stem(_ index: Int) -> Letters {
    var letters = text.letters(index)
    let clitics = words[index].clitics
    if !clitics.isDisjoint(with: .conjunction), letters.count > 2 { letters.removeFirst() }
    if clitics.isSuperset(of: [.li, .article]), letters.count > 3 {
      return letters.dropFirst(2)
    }
    if !clitics.isDisjoint(with: .preposition), letters.count > 2 { letters.removeFirst() }
    if clitics.contains(.article), letters.count > 3 { letters.removeFirst(2) }
    return letters
  }

  private func antecedent(of index: Int, _ draft: EntityDraft) -> Int? {
    let mention = mentions[index]
    // Bounded, so that an article that is one long list of names takes linear time.
    return entities.indices.reversed().prefix(500).first { candidate in
      entities[candidate].kind == draft.kind && matches(candidate, draft, mention)
    } ?? continuingSpeaker(draft, mention)
  }

  /// «قال يوسف الشاهد … وأضاف رئيس الحكومة»: the title of the one person that the article named,
  /// whose words go on.
  private func continuingSpeaker(_ draft: EntityDraft, _ mention: Mention) -> Int? {
    guard draft.kind == .person, draft.nameWords.isEmpty, !draft.titleWords.isEmpty,
      !draft.isPlural, mention.isDefinite, mention.tokens.lowerBound > 0,
      Self.continuing.contains(key(mention.tokens.lowerBound - 1))
    else { return nil }
    let named = entities.indices.prefix(500).filter {
      entities[$0].kind == .person && !entities[$0].nameWords.isEmpty
    }
    guard named.count == 1, entities[named[0]].titleWords.isEmpty else { return nil }
    return named[0]
  }

  private static let continuing = Set(
    ["وأضاف", "وأضافت", "وتابع", "وتابعت", "وأردف", "وأردفت", "وزاد", "واستطرد", "واستطردت"].map {
      WordKey(Letter.fold($0))
    })

  /// Whether a mention names an entity of its kind. The entity is given by its index: copying it
  /// would cost more than all the rest.
  private func matches(_ entity: Int, _ draft: EntityDraft, _ mention: Mention) -> Bool {
    if let name = draft.lexiconName, let other = entities[entity].lexiconName,
      mention.kind != .place || mention.tokens == mention.name
    {
      let (a, b) = (lexicon.names[name], lexicon.names[other])
      return name == other || a.kind == .country && a.country == b.country
        || a.nameClass == .group && a.members == b.members
        || a.geonames != nil && a.geonames == b.geonames
    }
    switch draft.kind {
    case .person: return samePerson(entity, draft, mention)
    case .organization:
      guard draft.lexiconName == nil || entities[entity].lexiconName == nil else { return false }
      return sameBody(entity, draft, mention)
    case .country: return false
    default:
      return mention.hasNumber
        ? isAnnounced(entity, mention) : sameThing(entity, draft, mention)
    }
  }

  private func samePerson(_ entity: Int, _ draft: EntityDraft, _ mention: Mention) -> Bool {
    if !draft.nameWords.isEmpty, !entities[entity].nameWords.isEmpty {
      return draft.nameWords.isSubset(of: entities[entity].nameWords)
        || entities[entity].nameWords.isSubset(of: draft.nameWords)
    }
    guard mention.isDefinite, !draft.titleWords.isEmpty, draft.isPlural == entities[entity].isPlural
    else {
      return false
    }
    // «الوزير», «وزير الخارجية الصيني»: the title alone.
    guard
      draft.country == nil || entities[entity].country == nil
        || draft.country == entities[entity].country,
      draft.titleHeads.isSubset(of: entities[entity].titleHeads)
    else { return false }
    if draft.titleHeads == [Self.president] {
      let (own, other) = (office(draft.titleWords), office(entities[entity].titleWords))
      return own.isEmpty ? other.isDisjoint(with: Self.otherChairs) : own.isSubset(of: other)
    }
    return draft.titleWords.isSubset(of: entities[entity].titleWords)
  }

  /// What a president presides over, nothing for the head of a state: «الرئيس», «رئيس الجمهورية» and
  /// «رئيس البلاد» are one.
  private func office(_ title: Set<WordKey>) -> Set<WordKey> {
    title.subtracting(Self.state).subtracting([Self.president])
  }

  private static let president = WordKey(Letter.fold("رئيس"))
  private static let state = Set(
    ["جمهورية", "جمهوري", "بلاد", "دولة", "دول"].map { WordKey(Letter.fold($0)) })
  /// What other presidents head, who are not called «الرئيس» alone.
  private static let otherChairs = Set(
    ["حكومة", "حكوم", "وزراء", "برلمان", "مجلس", "نواب"].map { WordKey(Letter.fold($0)) })

  private func sameBody(_ entity: Int, _ draft: EntityDraft, _ mention: Mention) -> Bool {
    if draft.nameWords.count > 1, entities[entity].nameWords.count > 1 {
      return draft.nameWords == entities[entity].nameWords
        || min(draft.nameWords.count, entities[entity].nameWords.count) > 2
          && (draft.nameWords.isSubset(of: entities[entity].nameWords)
            || entities[entity].nameWords.isSubset(of: draft.nameWords))
    }
    guard mention.isDefinite else { return false }
    return draft.headWord == entities[entity].headWord
  }

  private func sameThing(_ entity: Int, _ draft: EntityDraft, _ mention: Mention) -> Bool {
    guard mention.isDefinite, draft.headWord == entities[entity].headWord else { return false }
    let words = stems(mention)
    let other = stems(mentions[entities[entity].best])
    return words.isSubset(of: other)
  }

  /// «اصابة 6 تلاميذ» in the title: the «6 تلاميذ» of the body.
  private func isAnnounced(_ entity: Int, _ mention: Mention) -> Bool {
    guard sentences.first?.kind == .title,
      mention.tokens.upperBound <= sentences[0].tokens.upperBound
    else { return false }
    let other = mentions[entities[entity].mentions[0]]
    return other.hasNumber && other.tokens.count == mention.tokens.count
      && zip(other.tokens, mention.tokens).allSatisfy { foldedStem($0) == foldedStem($1) }
  }

  private func stems(_ mention: Mention) -> Set<WordKey> { Set(mention.tokens.map(stemKey)) }

  private func join(_ index: Int, _ draft: EntityDraft, to entity: Int) {
    mentions[index].entity = entity
    entities[entity].mentions.append(index)
    entities[entity].nameWords.formUnion(draft.nameWords)
    entities[entity].titleWords.formUnion(draft.titleWords)
    entities[entity].titleHeads.formUnion(draft.titleHeads)
    entities[entity].country = entities[entity].country ?? draft.country
    entities[entity].sector = entities[entity].sector ?? draft.sector
    entities[entity].lexiconName = entities[entity].lexiconName ?? draft.lexiconName
    let best = mentions[entities[entity].best]
    let mention = mentions[index]
    if fullness(mention) > fullness(best) { entities[entity].best = index }
  }

  /// How much of its entity a mention tells.
  private func fullness(_ mention: Mention) -> Int {
    (mention.name?.count ?? 0) * 100 + (mention.title?.count ?? 0) * 10 + mention.tokens.count
  }

  /// A group's members become entities of their own.
  private func linkMembers() {
    for index in entities.indices where entities[index].kind == .group {
      guard let name = entities[index].lexiconName else { continue }
      for code in lexicon.names[name].members {
        guard let country = lexicon.countries[code].map(Int.init) else { continue }
        if let known = entities.indices.first(where: {
          entities[$0].kind == .country && entities[$0].country == code
        }) {
          entities[index].members.append(known)
        } else {
          entities.append(
            EntityDraft(
              kind: .country, best: -1, mentions: [], lexiconName: country, country: code,
              sector: nil, nameWords: [], titleWords: [], headWord: WordKey([]), isFeminine: true,
              isPlural: false))
          entities[index].members.append(entities.count - 1)
        }
      }
    }
  }
}
