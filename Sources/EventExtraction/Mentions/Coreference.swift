internal import ArabicText
internal import Contracts

extension Analysis {
  /// Gives every mention its entity: the one that it names again, or a new one.
  func resolveCoreference() {
    readStems()
    // The title speaks of what the body introduces, so it comes last.
    let title = sentences.first { $0.kind == .title }?.tokens ?? 0..<0
    let body = mentions.firstIndex { $0.tokens.lowerBound >= title.upperBound } ?? mentions.count
    entities.removeAll()
    entities.reserve(mentions.count)
    var latest = LatestOfKind()
    for index in body..<mentions.count { resolve(index, &latest) }
    for index in 0..<body { resolve(index, &latest) }
    linkMembers()
  }

  private func resolve(_ index: Int, _ latest: inout LatestOfKind) {
    var draft = self.draft(of: index)
    if let entity = antecedent(of: index, draft, latest) {
      join(index, draft, to: entity)
    } else {
      draft.previous = latest[draft.kind]
      latest[draft.kind] = entities.count
      if Self.canAskHead(draft.kind) { latest.heads |= draft.headWord.bit }
      mentions[index].entity = entities.count
      entities.append(draft)
    }
  }

  private func draft(of index: Int) -> EntityDraft {
    let name = mentions[index].name ?? 0..<0
    let head = mentions[index].head
    return EntityDraft(
      best: index, headWord: stems[head], lexiconName: mentions[index].lexiconName,
      country: mentions[index].country, kind: mentions[index].kind,
      isPlural: !mentions[index].features.isDisjoint(with: [.plural, .dual]),
      sector: mentions[index].sector, nameWords: keys(name) { stems[$0] },
      titleWords: titleWords(index), titleHeads: titleHeads(index),
      mentions: arena.list(of: index))
  }

  /// The keys of some tokens, none twice; of those tokens that have one.
  private func keys(_ tokens: Range<Int>, _ key: (Int) -> WordKey?) -> List<WordKey> {
    var keys = List<WordKey>()
    for token in tokens {
      if let key = key(token), !keys.contains(key) { arena.append(key, to: &keys) }
    }
    return keys
  }

  /// The words of a title, but for those that only name its country: «السفير الفرنسي» is «سفير فرنسا».
  private func titleWords(_ index: Int) -> List<WordKey> {
    guard let title = mentions[index].title else { return List() }
    let hasCountry = mentions[index].country != nil
    return keys(title) { token in
      guard hasCountry, token > title.lowerBound else { return titleKey(token) }
      if words[token].tag == .nationality { return nil }
      let tells = nameAt[token] < 0 || names[Int(nameAt[token])].kind != .country
      return tells ? titleKey(token) : nil
    }
  }

  /// The nouns that a title's offices begin with: «وزير» and «ناطق» in «وزير العدل والناطق باسم
  /// الحكومة», but not the «رئيس» of «نائب رئيس الوزراء».
  private func titleHeads(_ index: Int) -> List<WordKey> {
    guard let title = mentions[index].title else { return List() }
    return keys(title) { token in
      token == title.lowerBound
        || !words[token].clitics.isDisjoint(with: .conjunction)
          && !facts[token].isDisjoint(with: [.title, .titleStart])
        ? titleKey(token) : nil
    }
  }

  private func antecedent(
    of index: Int, _ draft: EntityDraft, _ latest: LatestOfKind
  ) -> Int? {
    guard canNameAgain(index) else { return nil }
    // Bounded, so that an article that is one long list of names takes linear time.
    let farthest = entities.count - 500
    let asksHead = asksHead(index)
    if asksHead, latest.heads & draft.headWord.bit == 0 { return nil }
    var candidate = latest[draft.kind]
    while candidate >= 0, candidate >= farthest {
      if !asksHead || entities[candidate].headWord == draft.headWord,
        matches(candidate, draft, index)
      {
        return candidate
      }
      candidate = entities[candidate].previous
    }
    return continuingSpeaker(draft, index)
  }

  /// Whether a mention can only name what has the same head noun.
  private func asksHead(_ index: Int) -> Bool {
    Self.canAskHead(mentions[index].kind) && mentions[index].lexiconName == nil
      && !mentions[index].hasNumber
  }

  private static func canAskHead(_ kind: Entity.Kind) -> Bool {
    switch kind {
    case .person, .organization, .country: false
    default: true
    }
  }

  /// Whether a mention can name what was named before: by a name, with the article, or as a number
  /// that the title announces.
  private func canNameAgain(_ index: Int) -> Bool {
    switch mentions[index].kind {
    case .person, .organization, .country: true
    default:
      mentions[index].isDefinite || mentions[index].lexiconName != nil
        || mentions[index].hasNumber && isInTitle(index)
    }
  }

  /// «قال يوسف الشاهد … وأضاف رئيس الحكومة»: the title of the one person that the article named,
  /// whose words go on.
  private func continuingSpeaker(_ draft: EntityDraft, _ index: Int) -> Int? {
    guard draft.kind == .person, draft.nameWords.isEmpty, !draft.titleWords.isEmpty,
      !draft.isPlural, mentions[index].isDefinite, mentions[index].tokens.lowerBound > 0,
      Self.continuing.contains(key(mentions[index].tokens.lowerBound - 1))
    else { return nil }
    let named = entities.indices.prefix(500).lazy.filter {
      self.entities[$0].kind == .person && !self.entities[$0].nameWords.isEmpty
    }
    guard let first = named.first, named.dropFirst().isEmpty, entities[first].titleWords.isEmpty
    else { return nil }
    return first
  }

  private static let continuing = WordSet(
    of: "وأضاف وأضافت وتابع وتابعت وأردف وأردفت وزاد واستطرد واستطردت")

  private func join(_ index: Int, _ draft: EntityDraft, to entity: Int) {
    mentions[index].entity = entity
    arena.append(index, to: &entities[entity].mentions)
    unite(&entities[entity].nameWords, draft.nameWords)
    unite(&entities[entity].titleWords, draft.titleWords)
    unite(&entities[entity].titleHeads, draft.titleHeads)
    entities[entity].country = entities[entity].country ?? draft.country
    entities[entity].sector = entities[entity].sector ?? draft.sector
    entities[entity].lexiconName = entities[entity].lexiconName ?? draft.lexiconName
    if fullness(index) > fullness(entities[entity].best) { entities[entity].best = index }
  }

  private func unite(_ known: inout List<WordKey>, _ others: List<WordKey>) {
    for word in others where !known.contains(word) { arena.append(word, to: &known) }
  }

  /// How much of its entity a mention tells.
  private func fullness(_ index: Int) -> Int {
    (mentions[index].name?.count ?? 0) * 100 + (mentions[index].title?.count ?? 0) * 10
      + mentions[index].tokens.count
  }

  /// A group's members become entities of their own.
  private func linkMembers() {
    for index in entities.indices where entities[index].kind == .group {
      guard let name = entities[index].lexiconName else { continue }
      for code in lexicon.names[name].members {
        guard let country = lexicon.countries[code].map(Int.init) else { continue }
        let known = entities.indices.first {
          entities[$0].kind == .country && entities[$0].country == code
        }
        if known == nil {
          entities.append(
            EntityDraft(
              best: -1, headWord: WordKey([]), lexiconName: country, country: code,
              kind: .country, isPlural: false, mentions: List()))
        }
        arena.append(known ?? entities.count - 1, to: &entities[index].members)
      }
    }
  }
}

/// The last entity of each kind, or -1.
private struct LatestOfKind {
  private var entities = (-1, -1, -1, -1, -1, -1, -1)
  /// The bits of the head nouns that mentions may ask for: most that none has are told at once.
  var heads: UInt64 = 0

  subscript(kind: Entity.Kind) -> Int {
    get {
      switch kind {
      case .person: entities.0
      case .organization: entities.1
      case .country: entities.2
      case .place: entities.3
      case .group: entities.4
      case .document: entities.5
      case .other: entities.6
      }
    }
    set {
      switch kind {
      case .person: entities.0 = newValue
      case .organization: entities.1 = newValue
      case .country: entities.2 = newValue
      case .place: entities.3 = newValue
      case .group: entities.4 = newValue
      case .document: entities.5 = newValue
      case .other: entities.6 = newValue
      }
    }
  }
}
