internal import ArabicText
internal import Contracts

/// Whether a mention names an entity of its kind. Both are given by their index: copying them would
/// cost more than all the rest.
extension Analysis {
  func matches(_ entity: Int, _ draft: EntityDraft, _ mention: Int) -> Bool {
    if let name = draft.lexiconName, let other = entities[entity].lexiconName,
      mentions[mention].kind != .place || mentions[mention].tokens == mentions[mention].name
    {
      return isSameName(name, other)
    }
    switch draft.kind {
    case .person: return samePerson(entity, draft, mention)
    case .organization:
      guard draft.lexiconName == nil || entities[entity].lexiconName == nil else { return false }
      return sameBody(entity, draft, mention)
    case .country: return false
    default:
      return mentions[mention].hasNumber
        ? isAnnounced(entity, mention) : sameThing(entity, draft, mention)
    }
  }

  private func isSameName(_ a: Int, _ b: Int) -> Bool {
    if a == b { return true }
    return lexicon.names[a].kind == .country && lexicon.names[a].country == lexicon.names[b].country
      || lexicon.names[a].nameClass == .group
        && lexicon.names[a].members == lexicon.names[b].members
      || lexicon.names[a].geonames != nil && lexicon.names[a].geonames == lexicon.names[b].geonames
  }

  private func samePerson(_ entity: Int, _ draft: EntityDraft, _ mention: Int) -> Bool {
    let names = entities[entity].nameWords
    if !draft.nameWords.isEmpty, !names.isEmpty {
      return draft.nameWords.isPart(of: names) || names.isPart(of: draft.nameWords)
    }
    guard mentions[mention].isDefinite, !draft.titleWords.isEmpty,
      draft.isPlural == entities[entity].isPlural
    else {
      return false
    }
    // «الوزير», «وزير الخارجية الصيني»: the title alone.
    guard
      draft.country == nil || entities[entity].country == nil
        || draft.country == entities[entity].country,
      draft.titleHeads.isPart(of: entities[entity].titleHeads)
    else { return false }
    let titles = entities[entity].titleWords
    if draft.titleHeads.count == 1, draft.titleHeads[0] == Self.president {
      return presidesAlike(draft.titleWords, titles)
    }
    return draft.titleWords.isPart(of: titles)
  }

  /// Whether a president's title tells no other office than an entity's: what he presides over is
  /// nothing for the head of a state, so that «الرئيس», «رئيس الجمهورية» and «رئيس البلاد» are one.
  private func presidesAlike(_ title: List<WordKey>, _ other: List<WordKey>) -> Bool {
    func tells(_ word: WordKey) -> Bool { word != Self.president && !Self.state.contains(word) }
    guard title.contains(where: tells) else {
      return !other.contains { tells($0) && Self.otherChairs.contains($0) }
    }
    return title.allSatisfy { !tells($0) || other.contains($0) }
  }

  private static let president = WordKey(Letter.fold("رئيس"))
  private static let state = WordSet(of: "جمهورية جمهوري بلاد دولة دول")
  /// What other presidents head, who are not called «الرئيس» alone.
  private static let otherChairs = WordSet(of: "حكومة حكوم وزراء برلمان مجلس نواب")

  private func sameBody(_ entity: Int, _ draft: EntityDraft, _ mention: Int) -> Bool {
    let names = entities[entity].nameWords
    if draft.nameWords.count > 1, names.count > 1 {
      return draft.nameWords.count == names.count
        ? draft.nameWords.isPart(of: names)
        : min(draft.nameWords.count, names.count) > 2
          && (draft.nameWords.isPart(of: names) || names.isPart(of: draft.nameWords))
    }
    return mentions[mention].isDefinite && draft.headWord == entities[entity].headWord
  }

  private func sameThing(_ entity: Int, _ draft: EntityDraft, _ mention: Int) -> Bool {
    guard mentions[mention].isDefinite, draft.headWord == entities[entity].headWord else {
      return false
    }
    let other = mentions[entities[entity].best].tokens
    return mentions[mention].tokens.allSatisfy { token in
      other.contains { stems[$0] == stems[token] }
    }
  }

  func isInTitle(_ mention: Int) -> Bool {
    guard let first = sentences.first, first.kind == .title else { return false }
    return mentions[mention].tokens.upperBound <= first.tokens.upperBound
  }

  /// «اصابة 6 تلاميذ» in the title: the «6 تلاميذ» of the body.
  private func isAnnounced(_ entity: Int, _ mention: Int) -> Bool {
    guard isInTitle(mention) else { return false }
    let other = entities[entity].mentions[0]
    return mentions[other].hasNumber
      && mentions[other].tokens.count == mentions[mention].tokens.count
      && zip(mentions[other].tokens, mentions[mention].tokens).allSatisfy {
        stems[$0] == stems[$1]
      }
  }
}

extension List where Element == WordKey {
  /// Whether all words are among others.
  fileprivate func isPart(of others: List<WordKey>) -> Bool {
    allSatisfy { others.contains($0) }
  }
}
