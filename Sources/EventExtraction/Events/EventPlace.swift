internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// Where an event happens, and how that was found.
  func place(of event: EventDraft, _ clause: Clause) -> (Int, PlaceRule)? {
    if let place = headlinePlace(event.unit) { return (place, .headline) }
    if let place = placeBehindWhere(event.unit) { return (place, .whereClause) }
    for argument in clause.arguments {
      guard let first = argument.mentions.first, isPlace(analysis.mentions[first]),
        locates(argument, first), isOwn(argument.unit, of: event),
        !isContent(argument, of: event, clause), !belongsToBody(argument)
      else { continue }
      return (first, .inClause)
    }
    if let here = here(in: clause, from: event.unit) { return (here, .here) }
    for argument in clause.arguments {
      guard let first = argument.mentions.first, isOwn(argument.unit, of: event),
        isAffectedPlace(argument, first, event) || isSource(argument, first, event)
      else { continue }
      return (first, .affected)
    }
    return nil
  }

  private func locates(_ argument: Clause.Argument, _ mention: Int) -> Bool {
    switch argument.preposition {
    case nil: opensWithDirection(mention)
    // «على الحدود», «على مسرح الجريمة», but a city is what a blow falls on.
    case .ala: isSite(analysis.mentions[mention])
    case .some(let preposition): preposition.isLocative
    }
  }

  /// «ستعمل على السلام في أفغانستان»: behind what is asked or promised a place is that of the
  /// content.
  private func isContent(
    _ argument: Clause.Argument, of event: EventDraft, _ clause: Clause
  ) -> Bool {
    switch event.type {
    case .agree, .request, .accuse, .reject, .threaten, .concede: break
    default: return false
    }
    return clause.arguments.contains { $0.unit < argument.unit && $0.preposition != nil }
      || clause.bare.prefix { $0.unit < argument.unit }.count > 1
  }

  /// An event that و joins to another takes only what follows it.
  private func isOwn(_ argument: Int, of event: EventDraft) -> Bool {
    // «بمقاطعة الانتخابات» is no province.
    if units[argument].tokens.contains(event.trigger) { return false }
    if argument < event.unit {
      if event.unit > 0, units[event.unit - 1].function == .timePreposition { return false }
      return !units[event.unit].hasConjunction || event.form == .verb
    }
    return reaches(event.unit, argument, .place) && !speaksOfOther(event, before: argument)
  }

  /// «على طالبة بالمعهد العالي بباجة»: a place right behind a body that a preposition leads to is
  /// where that is.
  private func belongsToBody(_ argument: Clause.Argument) -> Bool {
    guard argument.preposition == .bi, argument.unit > 0,
      let before = units[argument.unit - 1].mention
    else { return false }
    return analysis.mentions[before].kind == .organization && isPrepositional(argument.unit - 1)
  }

  /// «أغلقت الشرطة مداخل المدينة», «داهمت منزلا»: what is seized or shut is where it happens.
  private func isAffectedPlace(
    _ argument: Clause.Argument, _ mention: Int, _ event: EventDraft
  ) -> Bool {
    argument.preposition == nil && event.type == .coerce && isSite(analysis.mentions[mention])
      && analysis.mentions[mention].isDefinite
      && !event.actors.contains { $0.tokens == analysis.mentions[mention].tokens }
  }

  /// «انتشلوا من البحر», «انسحب من حلب»: where those were who are taken or leave from there. Behind
  /// an indefinite noun من tells where that one is from.
  private func isSource(
    _ argument: Clause.Argument, _ mention: Int, _ event: EventDraft
  ) -> Bool {
    guard argument.preposition == .min, isPlace(analysis.mentions[mention]),
      event.type == .aid || event.type == .retreat || event.type == .assault
    else { return false }
    let before = argument.unit - (units[argument.unit].attachedPreposition == nil ? 2 : 1)
    guard before >= 0, let other = units[before].mention else { return true }
    return analysis.mentions[other].isDefinite && !analysis.mentions[other].hasNumber
  }

  /// A place told by its noun: a house, a road, a town with its name.
  private func isSite(_ mention: Mention) -> Bool {
    mention.kind == .place && analysis.reading(mention.head, .placeNoun) != nil
  }

  /// «وسط مدينة ملبورن» needs no preposition.
  func opensWithDirection(_ mention: Int) -> Bool {
    let first = analysis.mentions[mention].tokens.lowerBound
    return analysis.facts[first].contains(.direction)
  }

  func isPlace(_ mention: Mention) -> Bool {
    mention.kind == .place || mention.kind == .country
      || analysis.facts[mention.head].contains(.direction)
        && mention.country != nil
  }

  /// «الجزائر : إيقاف 3 أشخاص»: a headline that opens with its place.
  private func headlinePlace(_ unit: Int) -> Int? {
    guard isTitle, unit > 1, let mention = units[0].mention, isPlace(analysis.mentions[mention]),
      units[1].isMark(.colon)
    else { return nil }
    return mention
  }

  /// «في بلدة دول، حيث رشقوها»: the place that حيث takes up.
  private func placeBehindWhere(_ unit: Int) -> Int? {
    guard units[unit].isVerb, unit > 1, isWhere(units[unit - 1].tokens.lowerBound) else {
      return nil
    }
    for at in stride(from: unit - 2, through: max(0, unit - 5), by: -1) {
      if let mention = units[at].mention, isPlace(analysis.mentions[mention]) { return mention }
      guard units[at].isMark(.comma) || units[at].mention != nil else { return nil }
    }
    return nil
  }

  private func isWhere(_ token: Int) -> Bool {
    analysis.text.letters(token).elementsEqual(Self.whereWord)
  }

  private static let whereWord = Letter.fold("حيث")

  /// «هنا», told of the dateline's place.
  private func here(in clause: Clause, from unit: Int) -> Int? {
    guard unit < clause.end else { return nil }
    for at in unit..<min(clause.end, units.count) {
      let token = units[at].tokens.lowerBound
      if let mention = analysis.hereAt[token] { return mention }
    }
    return nil
  }

  /// A verb joined by و to another of the same subject happens where that one did: «عقدت … في شيآن
  /// وأطلقت …».
  func handOnPlaces() {
    for index in events.indices.dropFirst()
    where events[index].place == nil && events[index].type != .state {
      let unit = events[index].unit
      guard units[unit].isVerb, units[unit].hasConjunction, hasNoSubjectOfItsOwn(events[index]),
        let earlier = events[..<index].last(where: {
          $0.type != .state && ($0.form == .verb || $0.form == .light)
        }),
        earlier.reasons.place != .affected, let place = earlier.place,
        !units[earlier.unit..<unit].contains(where: {
          $0.isMark(.clauseEnd) || $0.function == .complement
        })
      else { continue }
      events[index].place = place
      events[index].reasons.place = .handedOn
    }
  }

  /// Whether nobody is named behind the verb who could act elsewhere.
  private func hasNoSubjectOfItsOwn(_ event: EventDraft) -> Bool {
    guard let actor = event.actors.first else { return true }
    return actor.rule == .joinedVerb || actor.tokens == nil || !isHuman(actor)
  }
}
