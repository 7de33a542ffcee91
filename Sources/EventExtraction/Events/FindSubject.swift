internal import ArabicText
internal import Contracts

/// A verb's subject and where it was found.
struct Subject {
  var participants = List<EventDraft.Participant>()
  var mentions = List<Int>()
  /// The unit of the argument behind the verb that it is.
  var argument: Int?
  var isRelative = false
  /// Whether the verb does not name it.
  var isHidden = false
  /// The antecedent of a relative clause, or the noun phrase that a sentence opens with.
  var antecedent: Int?
  /// Whether the antecedent is the verb's object: «التي طورتها الشركة», «الرئيس انتخبه الشعب».
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
      argument.mentions.first.map { mention in
        analysis.agrees(token, with: analysis.mentions[mention], before: false)
          && analysis.canBeSubject(analysis.mentions[mention])
      } ?? false
    }
    if let relative = relativeAntecedent(unit) {
      return subjectInRelative(unit, antecedent: relative, behind, clause)
    }
    if let bare = indefiniteBefore(unit) {
      return subjectInRelative(unit, antecedent: bare, behind, clause)
    }
    if let topic = topicBefore(unit), behind == nil || topic.isSure {
      if let behind, hasObjectPronoun(token) {
        return subject(behind, antecedent: topic.mentions[0])
      }
      // «سيارة …، أطلقت منها النيران»
      if let behind, resumes(unit) { return subject(behind) }
      return Subject(
        participants: participants(topic.mentions, .beforeVerb), mentions: topic.mentions,
        antecedent: topic.mentions.first)
    }
    if let behind, behind.unit - unit <= 8 {
      return acts(behind, in: clause, unit) ? subject(behind) : hidden(unit)
    }
    return hidden(unit)
  }

  /// «اقتحمت القوات المسجد وحطمت أقفال الأبواب»: things behind a verb of violence that و joins to
  /// another are what it is done to, where that one's subject can do it.
  private func acts(_ behind: Clause.Argument, in clause: Clause, _ unit: Int) -> Bool {
    let token = units[unit].tokens.lowerBound
    guard units[unit].clitics.contains(.wa), clause.bare.count == 1, clause.agents.isEmpty,
      let mention = behind.mentions.first.map({ analysis.mentions[$0] }), !isHuman(mention),
      !mention.hasNumber, !analysis.isEventNoun(mention.head),
      let verb = analysis.reading(token, .verb), !verb.features.contains(.passive),
      lexicon.predicates[verb.entry].type?.isViolence == true,
      lexicon.predicates[verb.entry].recipients.contains(.object),
      let known = subjects.last, let doer = known.participants.first
    else { return true }
    return !(isHuman(doer) && analysis.entityAgrees(token, doer.entity))
  }

  func hidden(_ unit: Int) -> Subject {
    let participants = hiddenSubject(unit)
    let best = arena.map(participants) {
      analysis.entities[$0.entity].best >= 0 ? analysis.entities[$0.entity].best : nil
    }
    return Subject(participants: participants, mentions: best, isHidden: true)
  }

  private func subject(_ behind: Clause.Argument, antecedent: Int? = nil) -> Subject {
    Subject(
      participants: participants(behind.mentions, .behindVerb), mentions: behind.mentions,
      argument: behind.unit, antecedent: antecedent, isAntecedentObject: antecedent != nil)
  }

  private func subjectInRelative(
    _ unit: Int, antecedent: Int, _ behind: Clause.Argument?, _ clause: Clause
  ) -> Subject {
    let token = units[unit].tokens.lowerBound
    let hasPronoun = hasObjectPronoun(token)
    // «قامت بها سيارة», «توصل إليه الطرفان»
    let resumes = clause.arguments.contains {
      $0.preposition != nil && $0.mentions.isEmpty && $0.unit - unit <= 2
    }
    let antecedentAgrees = analysis.agrees(
      token, with: analysis.mentions[antecedent], before: true)
    var subject = Subject(isRelative: true, antecedent: antecedent)
    if let behind, hasPronoun || resumes || !antecedentAgrees {
      subject.participants = participants(behind.mentions, .behindVerb)
      subject.mentions = behind.mentions
      subject.argument = behind.unit
      subject.isAntecedentObject = hasPronoun
    } else if hasPronoun, !antecedentAgrees || takesUp(antecedent, token) {
      let hidden = hidden(unit)
      subject.participants = hidden.participants
      subject.mentions = hidden.mentions
      subject.isAntecedentObject = true
    } else if resumes, !isHuman(analysis.mentions[antecedent]) {
      // «تدوينة قال فيها إن …»
      let hidden = hidden(unit)
      subject.participants = hidden.participants
      subject.mentions = hidden.mentions
    } else if antecedentAgrees || behind == nil {
      subject.participants = participants(antecedent, .relative)
      subject.mentions = arena.list(of: antecedent)
    }
    return subject
  }

  /// Whether a verb's pronoun takes a relative clause's noun up, so that somebody else acts:
  /// «الرجل الذي عينه», not «الوزير الذي عينها» or «الهجمات التي استهدفتها».
  private func takesUp(_ antecedent: Int, _ token: Int) -> Bool {
    let mention = analysis.mentions[antecedent]
    guard let verb = analysis.chosen(token), !analysis.isEventNoun(mention.head) else {
      return false
    }
    return !isHuman(mention) || stands(for: mention, verb.clitics)
  }

  /// «حيث» describes a place or joins clauses: what it follows takes no part in its clause.
  private static let `where` = Letter.fold("حيث")

  func hasObjectPronoun(_ token: Int) -> Bool {
    analysis.chosen(token).map { !$0.clitics.isDisjoint(with: .anyPronoun) } ?? false
  }

  /// The noun phrase that a relative clause around a verb describes.
  private func relativeAntecedent(_ unit: Int) -> Int? {
    var at = unit - 1
    while at >= 0, isBetweenSubjectAndVerb(at) { at -= 1 }
    guard at >= 0, units[at].function == .relative,
      !analysis.text.letters(units[at].tokens.lowerBound).elementsEqual(Self.where)
    else { return nil }
    at -= 1
    while at >= 0, units[at].isMark([.comma, .closeQuote]) { at -= 1 }
    return at >= 0 ? units[at].mention.map { _ in described(at) } : nil
  }

  /// The noun phrase whose adjectives end at a unit: «الهجمات الإرهابية | التي استهدفت».
  private func described(_ at: Int) -> Int {
    var at = at
    while at > 0, let mention = units[at].mention, let before = units[at - 1].mention,
      units[at].clitics == .article, analysis.mentions[mention].tokens.count == 1,
      analysis.mentions[mention].kind == .other || !isHuman(analysis.mentions[before]),
      analysis.words[analysis.mentions[before].tokens.upperBound - 1].clitics.contains(.article)
    {
      at -= 1
    }
    return units[at].mention!
  }

  /// Negation, future and such words stand between a noun phrase and its verb.
  func isBetweenSubjectAndVerb(_ at: Int) -> Bool {
    switch units[at].function {
    case .negation, .negationPast, .negationFuture, .future, .maybe, .done, .adverb, .speakerTurn:
      true
    default: false
    }
  }

  /// The indefinite noun phrase that a verb right behind it describes: «عدد من المركبات تغلق …»,
  /// «تصريح نقلته الوكالة», «إيقاف 3 أشخاص احتجزوا …».
  private func indefiniteBefore(_ unit: Int) -> Int? {
    guard unit > 0, !units[unit].hasConjunction, let mention = units[unit - 1].mention else {
      return nil
    }
    let phrase = analysis.mentions[mention]
    guard !phrase.isDefinite || phrase.hasNumber,
      isPrepositional(unit - 1) || analysis.isGenitive(unit - 1, units)
        || unit > 1 && (units[unit - 2].isVerb || governs(unit - 2, unit - 1))
    else { return nil }
    let token = units[unit].tokens.lowerBound
    return hasObjectPronoun(token) || resumes(unit)
      || analysis.agrees(token, with: phrase, before: true) ? mention : nil
  }

  /// «ذكرى | شاب مغربي | مات غرقا»: a noun right before an indefinite one governs it.
  private func governs(_ noun: Int, _ unit: Int) -> Bool {
    units[noun].mention != nil && !units[unit].hasConjunction
      && units[unit].attachedPreposition == nil
  }

  /// «قامت بها», «شاركت فيه»: a preposition with a pronoun right behind the verb.
  private func resumes(_ unit: Int) -> Bool {
    guard unit + 1 < units.count, case .preposition = units[unit + 1].kind else { return false }
    return !units[unit + 1].clitics.isDisjoint(with: .anyPronoun)
  }
}

extension EventType {
  fileprivate var isViolence: Bool { self == .assault || self == .coerce || self == .protest }
}
