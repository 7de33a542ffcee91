internal import ArabicText
internal import Contracts

extension Analysis {
  /// Gives every mention its entity: the one that it names again, or a new one.
  mutating func resolveCoreference() {
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
      titleWords: Set((mention.title ?? 0..<0).map(titleKey)),
      headWord: stemKey(mention.head),
      isFeminine: mention.features.contains(.feminine)
        || text.tokens[mention.head].spelling.contains(.taMarbuta)
        || mention.kind == .country && mention.name != nil && !isMasculineCountry(mention),
      isPlural: !mention.features.isDisjoint(with: [.plural, .dual]))
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

  private func stem(_ index: Int) -> ArraySlice<UInt8> {
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
    }
  }

  /// Whether a mention names an entity of its kind. The entity is given by its index: copying it would cost more than all the rest.
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
    default: return !mention.hasNumber && sameThing(entity, draft, mention)
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
        || draft.country == entities[entity].country
    else {
      return false
    }
    return draft.titleWords.isSubset(of: entities[entity].titleWords)
  }

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

  private func stems(_ mention: Mention) -> Set<WordKey> { Set(mention.tokens.map(stemKey)) }

  private mutating func join(_ index: Int, _ draft: EntityDraft, to entity: Int) {
    mentions[index].entity = entity
    entities[entity].mentions.append(index)
    entities[entity].nameWords.formUnion(draft.nameWords)
    entities[entity].titleWords.formUnion(draft.titleWords)
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
  private mutating func linkMembers() {
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
