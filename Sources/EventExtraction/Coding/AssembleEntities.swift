internal import ArabicText
internal import Contracts

extension Analysis {
  /// Entities that have a name, or take part in an event, by their first mention.
  func entitiesInOrder() -> [Int] {
    var isUsed = [Bool](repeating: false, count: entities.count)
    for event in events.indices { markEntities(of: event, in: &isUsed) }
    for index in entities.indices where !isUsed[index] { isUsed[index] = standsAlone(index) }
    // Members may come before their group, and have none of their own.
    for index in entities.indices where isUsed[index] && !entities[index].members.isEmpty {
      for member in entities[index].members { isUsed[member] = true }
    }
    // The first token in the upper half of a number, the entity in the lower.
    var order: [Int] = []
    order.reserveCapacity(entities.count)
    for index in entities.indices where isUsed[index] {
      order.append(firstToken(index) << 32 | index)
    }
    order.sort()
    for place in order.indices { order[place] &= 0xFFFF_FFFF }
    return order
  }

  private func markEntities(of event: Int, in isUsed: inout [Bool]) {
    for actor in events[event].actors { isUsed[actor.entity] = true }
    for recipient in events[event].recipients { isUsed[recipient.entity] = true }
    if let speaker = events[event].speaker { isUsed[speaker] = true }
    if let place = events[event].place, let entity = mentions[place].entity {
      isUsed[entity] = true
    }
    for token in events[event].object ?? 0..<0 where mentionAt[token] >= 0 {
      let mention = Int(mentionAt[token])
      if mentions[mention].kind == .document, let entity = mentions[mention].entity {
        isUsed[entity] = true
      }
    }
  }

  /// Whether an entity is worth telling without an event.
  private func standsAlone(_ index: Int) -> Bool {
    if entities[index].lexiconName != nil { return true }
    let best = entities[index].best
    guard best >= 0 else { return false }
    return mentions[best].name != nil
      || entities[index].kind == .document && mentions[best].tokens.count > 1
  }

  private func firstToken(_ entity: Int) -> Int {
    var first = Int.max
    for mention in entities[entity].mentions {
      first = min(first, mentions[mention].tokens.lowerBound)
    }
    return first < .max ? first : text.tokens.count + entity
  }

  func contractEntity(_ index: Int, _ ids: EntityIds) -> Entity {
    let best = entities[index].best
    var title: String?
    if best >= 0, let tokens = mentions[best].title {
      title = nameText(tokens, mentions[best].clitics)
    }
    var (country, sector) = (entities[index].country, entities[index].sector)
    let listed = entities[index].lexiconName
    if let listed {
      country = country ?? lexicon.names[listed].country
      sector = sector ?? lexicon.names[listed].sector
    }
    // In one go: an entity that is changed afterwards is copied.
    return Entity(
      id: ids[index] ?? "", kind: entities[index].kind, name: entityName(index), title: title,
      country: country?.text, sector: sector?.text,
      geonames: listed.flatMap { lexicon.names[$0].geonames },
      latitude: listed.flatMap { lexicon.names[$0].latitude },
      longitude: listed.flatMap { lexicon.names[$0].longitude },
      members: entities[index].members.compactMap { ids[$0] }, mentions: spans(of: index))
  }

  /// Where an entity is named, in the order of the text.
  private func spans(of entity: Int) -> [TextSpan] {
    let mentions = entities[entity].mentions
    var spans: [TextSpan] = []
    spans.reserveCapacity(mentions.count)
    var areInOrder = true
    for mention in mentions {
      let start = mentionStart(mention)
      if let last = spans.last, last.start > start { areInOrder = false }
      spans.append(TextSpan(start: start, end: scalarEnd(self.mentions[mention].tokens)))
    }
    // The title's come last.
    if !areInOrder { spans.sort { $0.start < $1.start } }
    return spans
  }

  /// The fullest name: the proper name of a person, the words of the fullest mention else.
  private func entityName(_ index: Int) -> String {
    let best = entities[index].best
    guard best >= 0 else {
      return entities[index].lexiconName.map { lexicon.names[$0].text } ?? ""
    }
    let kind = entities[index].kind
    if kind == .person, let name = mentions[best].name {
      return nameText(name, words[name.lowerBound].clitics)
    }
    // «في كل من سوريا واليمن»
    if mentions[best].hasNumber, entities[index].lexiconName != nil,
      kind == .country || kind == .place, let name = mentions[best].name
    {
      return nameText(name, [])
    }
    return nameText(mentions[best].tokens, mentions[best].clitics)
  }
}
