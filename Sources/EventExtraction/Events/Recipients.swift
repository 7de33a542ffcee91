internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// Whether a noun phrase can be one to whom or on whom something is done.
  func isRecipient(_ argument: Clause.Argument, _ type: EventType) -> Bool {
    argument.mentions.first.map { canSuffer(analysis.mentions[$0], type) } ?? false
  }

  func canSuffer(_ participant: EventDraft.Participant, _ type: EventType) -> Bool {
    let best = analysis.entities[participant.entity].best
    return best < 0 || canSuffer(analysis.mentions[best], type)
  }

  private func canSuffer(_ mention: Mention, _ type: EventType) -> Bool {
    switch type {
    case .inaugurate: return mention.kind == .person
    case .incident: return isHuman(mention) || isBareNumber(mention)
    case .assault:
      return isHuman(mention) || mention.hasNumber
        || mention.kind == .other && !analysis.isEventNoun(mention.head) || mention.kind == .place
    case .accuse, .request, .threaten, .sanction, .reject, .concede, .consult:
      return isHuman(mention) || isCapital(mention) || isBareNumber(mention)
    default: return isHuman(mention) || isBareNumber(mention)
    }
  }

  /// «أصيب 20»: a number without a noun counts people.
  func isBareNumber(_ mention: Mention) -> Bool {
    mention.hasNumber
      && (analysis.words[mention.head].tag == .number
        || Self.others.contains(analysis.text.letters(mention.head)))
  }

  private static let others = WordSet(
    ["آخرين", "آخرون", "آخران", "آخر"])

  /// «اتهمت واشنطن موسكو»: capitals stand for their governments.
  func isCapital(_ mention: Mention) -> Bool {
    guard let name = mention.lexiconName, mention.name?.lowerBound == mention.head else {
      return false
    }
    return lexicon.names[name].nameClass == .capital
  }

  /// Whether a preposition belongs to the noun before it rather than to the verb: «تطوير تطبيق
  /// لفيسبوك», «دعمه للحكومة».
  func belongsToNoun(_ argument: Clause.Argument, _ found: Subject) -> Bool {
    guard let preposition = argument.preposition else { return false }
    let before = preposition.isWritten(on: units[argument.unit]) ? argument.unit : argument.unit - 1
    guard before > 0, let noun = units[before - 1].mention, !found.mentions.contains(noun) else {
      return false
    }
    let mention = analysis.mentions[noun]
    let governs = analysis.readings.values(analysis.words[mention.head].readings).contains {
      $0.category.isPredicate && $0.category != .verb
        && lexicon.predicates[$0.entry].recipients.contains(preposition)
    }
    return governs || preposition == .li && !isHuman(mention)
  }

  /// Whom a speaker speaks to: «قال للصحفيين», «في تصريح لوكالة …», «في حوار مع قناة …».
  func audience(_ verb: Int, _ clause: Clause, _ found: Subject) -> List<EventDraft.Participant> {
    for (index, argument) in clause.arguments.enumerated() {
      guard let preposition = argument.preposition, let first = argument.mentions.first else {
        continue
      }
      if preposition == .li, isHuman(analysis.mentions[first]),
        argument.unit == verb + 1 || found.argument == argument.unit - 1 && isDefinite(found)
      {
        return participants(argument.mentions, .preposition)
      }
      guard preposition == .fi || preposition == .bi || preposition == .other,
        isUtterance(analysis.mentions[first]), index + 1 < clause.arguments.count
      else { continue }
      let next = clause.arguments[index + 1]
      guard let to = next.preposition, to == .li || to == .maa || to == .ila,
        next.unit - argument.unit <= 2,
        let listener = next.mentions.first, isHuman(analysis.mentions[listener])
      else { continue }
      return participants(next.mentions, .preposition)
    }
    return List()
  }

  /// «قالت منظمة للمهاجرين»: ل behind an indefinite subject belongs to it.
  private func isDefinite(_ found: Subject) -> Bool {
    found.mentions.last.map { analysis.mentions[$0].isDefinite } ?? false
  }

  /// «تصريح», «حوار», «مكالمة»: a noun for words that are exchanged.
  private func isUtterance(_ mention: Mention) -> Bool {
    analysis.traits(mention.head).contains(.eventWord)
      && analysis.readings.values(analysis.words[mention.head].readings).contains {
        guard $0.category == .eventNoun || $0.category == .masdar else { return false }
        let type = lexicon.predicates[$0.entry].type
        return type == .state || type == .consult
      }
  }
}

extension Preposition {
  /// Whether it stands on the unit's first word rather than before it.
  fileprivate func isWritten(on unit: Unit) -> Bool { unit.attachedPreposition == self }
}
