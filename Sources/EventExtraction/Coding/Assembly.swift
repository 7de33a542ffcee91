internal import ArabicText
internal import Contracts

extension Analysis {
  /// The article with all that was read in it, in the contract's form.
  func assemble(_ article: RawArticle, id: String, fullText: String, extractor: String)
    -> ParsedArticle
  {
    let kept = entitiesInOrder()
    var names: [Int: String] = [:]
    for (number, entity) in kept.enumerated() { names[entity] = "e\(number + 1)" }
    let times = self.times.enumerated().map { index, time in
      TimeExpression(
        id: "t\(index + 1)", start: scalarStart(time.tokens), end: scalarEnd(time.tokens),
        value: time.value, granularity: time.granularity, basis: time.basis)
    }
    let hash = String(text.simHash(), radix: 16)
    return ParsedArticle(
      extractor: extractor,
      article: .init(
        id: id, source: article.source, url: article.url, title: article.title,
        publishedAt: article.publishedAt, referenceDate: reference.map { CalendarDate($0).iso },
        dateline: contractDateline(names), sha256: Digest(of: fullText.utf8).hex(),
        simhash: String(repeating: "0", count: 16 - hash.count) + hash, scalars: text.scalars),
      text: fullText,
      sentences: sentences.map {
        .init(
          start: scalarStart($0.tokens), end: scalarEnd($0.tokens), kind: $0.kind, item: $0.item)
      },
      entities: kept.map { contractEntity($0, names) }, times: times,
      events: contractEvents(names, article: id))
  }

  func scalarStart(_ tokens: Range<Int>) -> Int { Int(text.tokens[tokens.lowerBound].scalarStart) }
  func scalarEnd(_ tokens: Range<Int>) -> Int { Int(text.tokens[tokens.upperBound - 1].scalarEnd) }

  /// Entities that have a name, or take part in an event, by their first mention.
  private func entitiesInOrder() -> [Int] {
    var used: Set<Int> = []
    for event in events {
      used.formUnion((event.actors + event.recipients).map(\.entity))
      if let speaker = event.speaker { used.insert(speaker) }
      if let place = event.place.flatMap({ mentions[$0].entity }) { used.insert(place) }
      if let object = event.object {
        used.formUnion(
          mentions(in: object).filter { mentions[$0].kind == .document }
            .compactMap { mentions[$0].entity })
      }
    }
    for index in entities.indices {
      let draft = entities[index]
      if draft.lexiconName != nil || draft.best >= 0 && mentions[draft.best].name != nil {
        used.insert(index)
      }
      if draft.kind == .document, draft.best >= 0, mentions[draft.best].tokens.count > 1 {
        used.insert(index)
      }
    }
    for index in used { used.formUnion(entities[index].members) }
    return used.map { (start: firstToken($0), entity: $0) }.sorted { $0 < $1 }.map(\.entity)
  }

  private func firstToken(_ entity: Int) -> Int {
    entities[entity].mentions.map { mentions[$0].tokens.lowerBound }.min() ?? text.tokens.count
      + entity
  }

  private func contractEntity(_ index: Int, _ ids: [Int: String]) -> Entity {
    let draft = entities[index]
    let name = draft.lexiconName.map { lexicon.names[$0] }
    let best = draft.best >= 0 ? mentions[draft.best] : nil
    return Entity(
      id: ids[index] ?? "", kind: draft.kind, name: entityName(draft),
      title: best.flatMap(\.title).map { nameText($0, best?.clitics) },
      country: draft.country ?? name?.country,
      sector: draft.sector ?? name?.sector, geonames: name?.geonames, latitude: name?.latitude,
      longitude: name?.longitude, members: draft.members.compactMap { ids[$0] },
      mentions: draft.mentions.sorted {
        mentions[$0].tokens.lowerBound < mentions[$1].tokens.lowerBound
      }
      .map {
        TextSpan(start: mentionStart(mentions[$0]), end: scalarEnd(mentions[$0].tokens))
      })
  }

  /// The fullest name: the proper name of a person, the words of the fullest mention else.
  func entityName(_ draft: EntityDraft) -> String {
    guard draft.best >= 0 else { return draft.lexiconName.map { lexicon.names[$0].text } ?? "" }
    let best = mentions[draft.best]
    if draft.kind == .person, let name = best.name { return nameText(name, nil) }
    // «في كل من سوريا واليمن»
    if best.hasNumber, draft.lexiconName != nil, draft.kind == .country || draft.kind == .place,
      let name = best.name
    {
      return nameText(name, [])
    }
    return nameText(best.tokens, best.clitics)
  }

  /// The source's letters without the clitics before the first word.
  private func nameText(_ tokens: Range<Int>, _ clitics: Clitics?) -> String {
    let clitics = written(clitics ?? words[tokens.lowerBound].clitics, on: tokens.lowerBound)
    let start = scalarOffsetBehindClitics(tokens.lowerBound, clitics)
    var view = String.UnicodeScalarView()
    let scalars = text.text(tokens).unicodeScalars
    view.append(contentsOf: scalars.dropFirst(start))
    let name = String(view)
    return clitics.isSuperset(of: [.li, .article]) && start > 0
      ? "ال" + clean(name) : clean(name)
  }

  private func clean(_ name: String) -> String {
    let marks: Set<Character> = ["\"", "«", "»", "“", "”", "(", ")", "،", " "]
    var rest = Substring(name)
    while let first = rest.first, marks.contains(first) { rest.removeFirst() }
    while let last = rest.last, marks.contains(last) { rest.removeLast() }
    return String(rest)
  }

  /// Where a mention's words begin behind a conjunction and preposition.
  func mentionStart(_ mention: Mention) -> Int {
    scalarStart(mention.tokens)
      + min(
        scalarOffsetBehindClitics(mention.tokens.lowerBound, mention.clitics),
        scalarEnd(mention.tokens) - scalarStart(mention.tokens) - 1)
  }

  /// The clitics of a phrase whose own article «لل» has taken in: «للقناة الوطنية».
  private func written(_ clitics: Clitics, on token: Int) -> Clitics {
    guard clitics.contains(.li), !clitics.contains(.article) else { return clitics }
    let hasArticle = words[token].readings.contains {
      readings[$0].clitics.isSuperset(of: [.li, .article])
    }
    return hasArticle ? clitics.union(.article) : clitics
  }

  /// How many scalars the clitics before a word take: one each, signs aside; «لل» gives both.
  private func scalarOffsetBehindClitics(_ token: Int, _ clitics: Clitics? = nil) -> Int {
    let clitics = written(clitics ?? words[token].clitics, on: token)
    var letters = 0
    if !clitics.isDisjoint(with: .conjunction) { letters += 1 }
    if clitics.isSuperset(of: [.li, .article]) {
      letters += 2
    } else if !clitics.isDisjoint(with: .preposition) {
      letters += 1
    }
    guard letters > 0 else { return 0 }
    var offset = 0
    for scalar in text.text(token..<token + 1).unicodeScalars {
      if letters == 0, !Folding.isMark(scalar.value) { break }
      if !Folding.isMark(scalar.value) { letters -= 1 }
      offset += 1
    }
    return offset
  }

  private func contractDateline(_ ids: [Int: String]) -> ParsedArticle.Dateline? {
    guard let dateline else { return nil }
    let place = dateline.place.flatMap { range in
      mentions.first { $0.tokens.lowerBound == range.lowerBound }?.entity
    }
    return .init(
      place: place.flatMap { ids[$0] }, date: dateline.date.map { CalendarDate($0).iso },
      agency: clean(text.text(dateline.agency)))
  }
}
