package import Contracts

extension EventScore {
  /// Adds what one article gave.
  package mutating func add(_ parsed: ParsedArticle, against gold: GoldArticle) {
    articles += 1
    let text = BareText(parsed.text)
    if text.scalars != gold.text.scalars { strayed.append(gold.id) }
    let found = FoundEvent.all(in: parsed, text)
    var free = Array(found.indices)
    var pairs: [Int?] = Array(repeating: nil, count: gold.events.count)
    for sameType in [true, false] {
      for (index, event) in gold.events.enumerated() where pairs[index] == nil {
        guard
          let at = free.firstIndex(where: { candidate in
            found[candidate].place.overlaps(event.place)
              && (!sameType || found[candidate].event.type == event.fields.type)
          })
        else { continue }
        pairs[index] = free.remove(at: at)
      }
    }
    for (event, pair) in zip(gold.events, pairs) where !event.isOptional {
      if let pair { compare(event, found[pair]) } else { miss(event.fields) }
    }
    for index in free { addSpurious(found[index]) }
  }

  private mutating func miss(_ event: GoldEvent.Fields) {
    triggers.missed += 1
    types.missed += 1
    events.missed += 1
    perType[event.type, default: Count()].missed += 1
    actors.missed += event.actors.count
    recipients.missed += event.recipients.count
  }

  private mutating func addSpurious(_ event: FoundEvent) {
    addConfidence(event.event.confidence, isRight: false)
    triggers.spurious += 1
    types.spurious += 1
    events.spurious += 1
    perType[event.event.type, default: Count()].spurious += 1
    actors.spurious += event.actors.count
    recipients.spurious += event.recipients.count
  }

  private mutating func compare(_ gold: GoldEvent, _ found: FoundEvent) {
    let wanted = gold.fields
    let event = found.event
    triggers.right += 1
    let isTyped = wanted.type == event.type
    addConfidence(event.confidence, isRight: isTyped)
    if isTyped {
      types.right += 1
      perType[wanted.type, default: Count()].right += 1
    } else {
      types.spurious += 1
      types.missed += 1
      perType[wanted.type, default: Count()].missed += 1
      perType[event.type, default: Count()].spurious += 1
    }
    let allActors = Self.count(wanted.actors, found.actors, &actors)
    let allRecipients = Self.count(wanted.recipients, found.recipients, &recipients)
    status.add(wanted.status == event.status)
    compareTime(wanted.time, event.time)
    comparePlace(wanted.place, event.place)
    if wanted.speaker != nil || found.speaker != nil {
      let name = wanted.speaker.map(NameWords.init)
      speaker.add(found.speaker?.contains { name?.agree(with: $0) ?? false } ?? false)
    }
    if isTyped && allActors && allRecipients && wanted.status == event.status {
      events.right += 1
    } else {
      events.spurious += 1
      events.missed += 1
    }
  }

  /// - Returns: whether each was found, and nobody else.
  private static func count(
    _ wanted: [String], _ found: [[NameWords]], _ count: inout Count
  ) -> Bool {
    var free = found
    var hits = 0
    for name in wanted.map(NameWords.init) {
      guard let at = free.firstIndex(where: { $0.contains { name.agree(with: $0) } }) else {
        continue
      }
      free.remove(at: at)
      hits += 1
    }
    count.right += hits
    count.missed += wanted.count - hits
    count.spurious += found.count - hits
    return hits == wanted.count && hits == found.count
  }

  private mutating func compareTime(_ wanted: GoldEvent.Time?, _ found: ParsedEvent.Time?) {
    guard wanted != nil || found != nil else { return }
    guard let wanted, let found else { return time.add(false) }
    time.add(
      wanted.value == found.value
        || wanted.value != nil && wanted.value == found.value.map { String($0.prefix(10)) })
  }

  private mutating func comparePlace(_ wanted: GoldEvent.Place?, _ found: ParsedEvent.Place?) {
    guard wanted != nil || found != nil else { return }
    guard let wanted, let found else { return place.add(false) }
    place.add(
      NameWords(wanted.text).agree(with: NameWords(found.name))
        || wanted.country.map { !$0.isEmpty && $0 == found.country } ?? false)
  }
}
