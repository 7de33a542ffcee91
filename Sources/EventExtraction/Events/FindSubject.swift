internal import ArabicText
internal import Contracts

/// A verb's subject and where it was found.
struct Subject {
  var participants: [EventDraft.Participant] = []
  var mentions: [Int] = []
  /// The unit of the argument behind the verb that it is.
  var argument: Int?
  var isRelative = false
  /// The antecedent of a relative clause.
  var antecedent: Int?
  /// Whether the relative's antecedent is the verb's object: «التي طورتها الشركة».
  var isAntecedentObject = false
}

/// What of a verb's form frames ask for.
struct VerbForm: OptionSet {
  let rawValue: UInt8
  static let passive = VerbForm(rawValue: 1)
  static let future = VerbForm(rawValue: 2)
}

extension SentenceReader {
  func findSubject(_ unit: Int, _ clause: Clause) -> Subject {
    let token = units[unit].tokens.lowerBound
    let behind = clause.bare.first { argument in
      argument.mentions.first.map {
        analysis.agrees(token, with: analysis.mentions[$0], before: false)
      } ?? false
    }
    if let relative = relativeAntecedent(unit) {
      return subjectInRelative(unit, antecedent: relative, behind, clause)
    }
    if let topic = topicBefore(unit), behind == nil || topicIsSubject(unit, behind) {
      var subject = Subject(participants: participants(topic, .beforeVerb), mentions: topic)
      subject.antecedent = topic.first
      return subject
    }
    if let behind, behind.unit - unit <= 8 {
      return Subject(
        participants: participants(behind.mentions, .behindVerb), mentions: behind.mentions,
        argument: behind.unit)
    }
    return Subject(participants: hiddenSubject(unit))
  }

  private func subjectInRelative(
    _ unit: Int, antecedent: Int, _ behind: Clause.Argument?, _ clause: Clause
  ) -> Subject {
    let token = units[unit].tokens.lowerBound
    let hasPronoun = hasObjectPronoun(token)
    let resumes = clause.arguments.contains { $0.preposition != nil && $0.mentions.isEmpty }
    let antecedentAgrees = analysis.agrees(
      token, with: analysis.mentions[antecedent], before: true)
    var subject = Subject(isRelative: true, antecedent: antecedent)
    if let behind, hasPronoun || resumes || !antecedentAgrees {
      subject.participants = participants(behind.mentions, .behindVerb)
      subject.mentions = behind.mentions
      subject.argument = behind.unit
      subject.isAntecedentObject = hasPronoun
    } else if antecedentAgrees || behind == nil {
      subject.participants = participants([antecedent], .relative)
      subject.mentions = [antecedent]
    }
    return subject
  }

  func hasObjectPronoun(_ token: Int) -> Bool {
    analysis.chosen(token).map { !$0.clitics.isDisjoint(with: .anyPronoun) } ?? false
  }

  /// The noun phrase that a relative clause around a verb describes.
  private func relativeAntecedent(_ unit: Int) -> Int? {
    var at = unit - 1
    while at >= 0, isBetweenSubjectAndVerb(at) { at -= 1 }
    guard at >= 0, units[at].function == .relative else { return nil }
    at -= 1
    while at >= 0, units[at].isMark("،,\"»”") { at -= 1 }
    return at >= 0 ? units[at].mention : nil
  }

  /// Negation, future and such words stand between a noun phrase and its verb.
  private func isBetweenSubjectAndVerb(_ at: Int) -> Bool {
    switch units[at].function {
    case .negation, .negationPast, .negationFuture, .future, .maybe, .done, .adverb, .speakerTurn:
      true
    default: false
    }
  }

  /// The noun phrase at the head of the clause before a verb, with those joined to it.
  private func topicBefore(_ unit: Int) -> [Int]? {
    let token = units[unit].tokens.lowerBound
    if units[unit].hasConjunction { return nil }
    var at = unit - 1
    var skippedAside = false
    while at >= 0 {
      if isBetweenSubjectAndVerb(at) {
        at -= 1
      } else if case .time = units[at].kind {
        at -= 1
      } else if units[at].isMark("،,"), !skippedAside, let open = opening(of: at) {
        at = open - 1
        skippedAside = true
      } else if units[at].isMark(")"), let open = openingBracket(at) {
        at = open - 1
      } else if units[at].isMark("\"»”"), at + 1 < unit || true, units[at].mention == nil {
        return nil
      } else if isPrepositional(at) {
        at -= units[at].attachedPreposition == nil ? 2 : 1
      } else {
        break
      }
    }
    if at > 0, analysis.isGenitive(at, units) {
      // «إيقاف 3 أشخاص احتجزوا …»: a relative without a pronoun describes what stands nearest.
      if let mention = units[at].mention, at == unit - 1,
        analysis.agrees(token, with: analysis.mentions[mention], before: true),
        !analysis.mentions[mention].isDefinite
      {
        return [mention]
      }
      at -= 1
    }
    if unit > 0, at == unit - 1, let bare = indefiniteBefore(unit) { return [bare] }
    guard at >= 0, let mention = units[at].mention, !isPrepositional(at) else { return nil }
    var mentions = [mention]
    var head = at
    while units[head].hasConjunction, head > 0, let before = units[head - 1].mention,
      !isPrepositional(head - 1)
    {
      mentions.insert(before, at: 0)
      head -= 1
    }
    guard opensClause(head) else { return nil }
    let agreeing =
      mentions.count > 1
      ? analysis.mentions[mentions[mentions.count - 1]] : analysis.mentions[mention]
    guard mentions.count > 1 || analysis.agrees(token, with: agreeing, before: true) else {
      return nil
    }
    return mentions
  }

  /// The indefinite noun phrase that a verb right behind it describes: «عدد من المركبات تغلق …».
  private func indefiniteBefore(_ unit: Int) -> Int? {
    guard let mention = units[unit - 1].mention,
      !analysis.mentions[mention].isDefinite || analysis.mentions[mention].hasNumber,
      isPrepositional(unit - 1) || unit > 1 && units[unit - 2].isVerb,
      analysis.agrees(
        units[unit].tokens.lowerBound, with: analysis.mentions[mention], before: true)
    else { return nil }
    return mention
  }

  /// Whether a noun phrase there is the first of its clause.
  private func opensClause(_ at: Int) -> Bool {
    guard at > 0 else { return true }
    let before = units[at - 1]
    if units[at].hasConjunction { return true }
    switch before.kind {
    case .function(let name):
      return name.opensClause
        || [.complement, .coordination, .adverb, .exception, .speakerTurn, .emphatic].contains(name)
    case .mark: return true
    case .time: return at < 2 || opensClause(at - 1)
    case .verb:
      // «وكانت السلطات أعلنت»: an auxiliary stands before the subject.
      let token = before.tokens.lowerBound
      return analysis.reading(token, .verb).map { lexicon.predicates[$0.entry].type == nil }
        ?? false
    default: return false
    }
  }

  func isPrepositional(_ at: Int) -> Bool {
    guard units[at].mention != nil else { return false }
    if units[at].attachedPreposition != nil { return true }
    guard at > 0 else { return false }
    switch units[at - 1].kind {
    case .preposition: return true
    case .function(let name):
      return name == .timePreposition || name == .according || name == .agent
    default: return false
    }
  }

  private func openingBracket(_ close: Int) -> Int? {
    (max(0, close - 12)..<close).last { units[$0].isMark("(") }
  }

  /// The comma that opens the aside which a comma closes.
  private func opening(of close: Int) -> Int? {
    guard let open = (max(0, close - 14)..<close).last(where: { units[$0].isMark("،,") }), open > 0
    else { return nil }
    return units[open + 1].function == .relative || units[open + 1].mention != nil
      || units[open + 1].function == .pronoun ? open : nil
  }

  /// With a noun phrase on both sides, the one before the verb is its subject in headlines, behind
  /// إن and أن, and wherever no comma parts it from the verb.
  private func topicIsSubject(_ unit: Int, _ behind: Clause.Argument?) -> Bool {
    unit > 0 && !units[unit - 1].isMark("،,")
  }

  /// The subject of a verb that names none: of the verb that it is joined to, of the speech that it
  /// stands in, else of the discourse.
  private func hiddenSubject(_ unit: Int) -> [EventDraft.Participant] {
    let token = units[unit].tokens.lowerBound
    let speaks =
      analysis.reading(token, .verb).map { lexicon.predicates[$0.entry].type == .state } ?? false
    func fits(_ participant: EventDraft.Participant) -> Bool {
      analysis.entityAgrees(token, participant.entity) && (!speaks || isHuman(participant))
    }
    for earlier in subjects.keys.sorted().reversed() where earlier < unit {
      guard let subject = subjects[earlier], !subject.isEmpty else { continue }
      if subject.count > 1 && (!speaks || isHuman(subject[0])) || fits(subject[0]) {
        return subject.map { .init(entity: $0.entity, tokens: nil, rule: .joinedVerb) }
      }
    }
    let candidates: [(Int?, ParticipantRule)] = [
      (topic.speaker, .lastSpeaker), (topic.subject, .lastSubject),
    ]
    for (candidate, rule) in candidates {
      guard let candidate else { continue }
      let participant = EventDraft.Participant(entity: candidate, tokens: nil, rule: rule)
      if fits(participant) { return [participant] }
    }
    return []
  }
}

extension Analysis {
  /// Whether a verb's form can have this entity as its hidden subject.
  func entityAgrees(_ verb: Int, _ entity: Int) -> Bool {
    let best = entities[entity].best
    let readings = words[verb].readings.map { self.readings[$0] }.filter { $0.category == .verb }
    return readings.contains { reading in
      let features = reading.features
      if features.contains(.firstPerson) { return false }
      let isPluralVerb = !features.isDisjoint(with: [.plural, .dual])
      guard best >= 0 else { return !isPluralVerb }
      let mention = mentions[best]
      let isPlural =
        (!mention.features.isDisjoint(with: [.plural, .dual]) || mention.hasNumber)
        && (mention.isHuman || isPluralVerb)
      guard isPlural == isPluralVerb else { return false }
      if isPluralVerb { return true }
      guard let isFeminine = gender(mention) else { return true }
      return features.contains(.feminine) == isFeminine
    }
  }
}
