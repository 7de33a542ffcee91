internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// The word of a noun phrase that names an event: its head, or what a head such as «عملية» only
  /// frames.
  func eventWord(in mention: Mention) -> (Int, CutReading)? {
    let next = mention.head + 1
    // «اندلاع حريق», «تنفيذ إضراب»: the verbal noun of a light verb hands its event on.
    if analysis.traits(mention.head).contains(.carriesNothing), next < mention.tokens.upperBound,
      let found = eventWord(at: next, end: mention.tokens.upperBound)
    {
      return found
    }
    // «حادث حريق», «قضية إعدام», but «حادث سير» is one name.
    if next < mention.tokens.upperBound,
      let found = eventWord(at: next, end: mention.tokens.upperBound), isDeed(found.1),
      isFramed(next, in: mention.tokens)
        || Self.telling.contains(analysis.stems[mention.head]),
      analysis.phrase(at: mention.head, .eventNoun) == nil
    {
      return found
    }
    return eventWord(at: mention.head, end: mention.tokens.upperBound)
  }

  func eventWord(at token: Int, end: Int) -> (Int, CutReading)? {
    if let match = analysis.phrase(at: token, .eventNoun), match.tokens.upperBound <= end {
      return (
        token,
        CutReading(
          reading: Reading(
            category: .eventNoun, entry: match.value.entry, features: match.value.features,
            spelling: []), clitics: match.clitics)
      )
    }
    guard let reading = eventReading(token), lexicon.predicates[reading.entry].type != nil else {
      return nil
    }
    return (token, reading)
  }

  private func eventReading(_ token: Int) -> CutReading? {
    guard analysis.traits(token).contains(.eventWord) else { return nil }
    switch analysis.words[token].tag {
    case .verb, .function, .given: return nil
    default: break
    }
    guard let reading = analysis.reading(token, .eventNoun) ?? typedMasdar(token) else {
      return nil
    }
    // «تكفيري» is an adjective before it is "my declaring".
    let isNisba =
      analysis.text.letters(token).last == Letter.ya
      && (!reading.clitics.isDisjoint(with: .anyPronoun)
        || reading.features.contains(.construct)
          && !reading.features.isDisjoint(with: [.dual, .plural]))
    return isNisba ? nil : reading
  }

  private func typedMasdar(_ token: Int) -> CutReading? {
    for reading in analysis.readings.values(analysis.words[token].readings)
    where reading.category == .masdar && lexicon.predicates[reading.entry].type != nil {
      return reading
    }
    return nil
  }

  /// What a campaign, a case or an operation is about; «حملة تلقيح» is an event of its own.
  private func isDeed(_ reading: CutReading) -> Bool {
    let type = lexicon.predicates[reading.entry].type
    return type == .accuse || type != .aid && isMaterial(reading)
  }

  /// What is done or befalls rather than what is said or agreed.
  func isMaterial(_ reading: CutReading) -> Bool {
    switch lexicon.predicates[reading.entry].type {
    case .assault, .coerce, .incident, .protest, .aid, .retreat: true
    default: false
    }
  }

  /// What is expressed: «للتعبير عن رفضهم», «توجيه تهمة».
  private func isStance(_ reading: CutReading) -> Bool {
    switch lexicon.predicates[reading.entry].type {
    case .accuse, .reject, .support, .sanction: true
    default: false
    }
  }

  /// «عملية دهس», «جريمة اغتيال», «تنفيذ إضراب»: the word before says that the event took place.
  func isFramed(_ token: Int, in tokens: Range<Int>) -> Bool {
    guard token > tokens.lowerBound, !analysis.words[token].clitics.contains(.article) else {
      return false
    }
    let before = token - 1
    return analysis.traits(before).contains(.carriesNothing)
      || Self.framing.contains(analysis.stems[before])
  }

  private static let framing = WordSet(of: "عملية جريمة حادث حادثة واقعة محاولة سلسلة موجة حملة")

  /// Words that tell of an event which the genitive behind them names.
  private static let telling = WordSet(
    of: "قضية خبر نبأ أنباء ملف حكم إجراءات عمليات جرائم حوادث محاولات حملات")

  /// «بعد تعرض الشابي لحادث»: a light verb's verbal noun with the event behind its preposition.
  func readLightMasdar(_ unit: Int) -> Bool {
    let token = units[unit].tokens.lowerBound
    guard analysis.traits(token).contains(.hasEventBehind), analysis.words[token].tag == .noun,
      let masdar = analysis.reading(token, .masdar),
      lexicon.predicates[masdar.entry].hasEventBehind
    else { return false }
    let clause = clause(after: unit)
    for light in lexicon.predicates[masdar.entry].lights where light.position == .preposition {
      guard let argument = clause.arguments.first(where: { $0.preposition == light.preposition }),
        let mention = argument.mentions.first,
        let (noun, reading) = eventWord(in: analysis.mentions[mention]),
        isMaterial(reading) || isStance(reading), !consumed[noun],
        var event = nominal(noun, reading, argument.unit, .light)
      else { continue }
      set(&event, isStance(reading) ? .actual : nominalStatus(unit, token))
      if event.status == .actual, let forced = light.status { event.status = forced }
      fill(&event, reading)
      event.reasons.light = light.origin
      event.reasons.carrier = token
      let owner = genitive(of: unit)
      if light.actorIsSubject {
        event.actors = arena.joined(event.actors, owner)
      } else if event.recipients.isEmpty {
        event.recipients = owner
      }
      consumed[noun] = true
      events.append(event)
      return true
    }
    return false
  }
}
