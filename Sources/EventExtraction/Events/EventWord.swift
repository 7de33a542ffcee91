internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// The word of a noun phrase that names an event: its head, or what a head such as «عملية» only
  /// frames.
  func eventWord(in mention: Mention) -> (Int, CutReading)? {
    let next = mention.head + 1
    // «اندلاع حريق», «تنفيذ إضراب»: the verbal noun of a light verb hands its event on.
    if carriesNothing(mention.head), next < mention.tokens.upperBound,
      let found = eventWord(at: next, end: mention.tokens.upperBound)
    {
      return found
    }
    // «حادث حريق», «قضية إعدام», but «حادث سير» is one name.
    if next < mention.tokens.upperBound, analysis.phrase(at: mention.head, .eventNoun) == nil,
      isFramed(next, in: mention.tokens)
        || Self.telling.contains(analysis.foldedStem(mention.head)),
      let found = eventWord(at: next, end: mention.tokens.upperBound), isDeed(found.1)
    {
      return found
    }
    return eventWord(at: mention.head, end: mention.tokens.upperBound)
  }

  func carriesNothing(_ token: Int) -> Bool {
    analysis.words[token].readings.contains {
      let reading = analysis.readings[$0]
      return reading.category == .masdar
        && lexicon.predicates[reading.entry].lights.contains { $0.position != .preposition }
    }
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
    guard analysis.words[token].tag != .verb, analysis.words[token].tag != .function,
      analysis.words[token].tag != .given
    else { return nil }
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
    analysis.words[token].readings.map { analysis.readings[$0] }.first {
      $0.category == .masdar && lexicon.predicates[$0.entry].type != nil
    }
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
    if Self.framing.contains(analysis.foldedStem(before)) { return true }
    return analysis.words[before].readings.contains {
      let reading = analysis.readings[$0]
      return reading.category == .masdar
        && lexicon.predicates[reading.entry].lights.contains { $0.position != .preposition }
    }
  }

  private static let framing: Set<[UInt8]> = Set(
    [
      "عملية", "جريمة", "حادث", "حادثة", "واقعة", "محاولة", "سلسلة", "موجة", "حملة",
    ].map {
      Letter.fold($0)
    })

  /// Words that tell of an event which the genitive behind them names.
  private static let telling: Set<[UInt8]> = Set(
    [
      "قضية", "خبر", "نبأ", "أنباء", "ملف", "حكم", "إجراءات", "عمليات", "جرائم", "حوادث",
      "محاولات", "حملات",
    ].map { Letter.fold($0) })

  /// «بعد تعرض الشابي لحادث»: a light verb's verbal noun with the event behind its preposition.
  mutating func readLightMasdar(_ unit: Int) -> Bool {
    let token = units[unit].tokens.lowerBound
    guard analysis.words[token].tag == .noun, let masdar = analysis.reading(token, .masdar) else {
      return false
    }
    let clause = analysis.clause(after: unit, in: units)
    for light in lexicon.predicates[masdar.entry].lights where light.position == .preposition {
      guard let argument = clause.arguments.first(where: { $0.preposition == light.preposition }),
        let mention = argument.mentions.first,
        let (noun, reading) = eventWord(in: analysis.mentions[mention]),
        isMaterial(reading) || isStance(reading), !consumed.contains(noun),
        var event = nominal(noun, reading, argument.unit, .light)
      else { continue }
      set(&event, isStance(reading) ? .actual : nominalStatus(unit, token))
      if event.status == .actual, let forced = light.status { event.status = forced }
      fill(&event, reading)
      event.reasons.light = light.origin
      event.reasons.carrier = token
      let owner = genitive(of: unit)
      if light.actorIsSubject {
        event.actors += owner
      } else if event.recipients.isEmpty {
        event.recipients = owner
      }
      consumed.insert(noun)
      events.append(event)
      return true
    }
    return false
  }
}
