internal import ArabicText
internal import Contracts

extension LexiconBuilder {
  mutating func readVerb(_ table: Table, _ row: Row) throws(LexiconError) {
    guard let past = row.text(0), let imperfect = row.text(1) else {
      throw table.error(row, "a verb needs its past and its imperfect")
    }
    var isVerb = false
    let entry = try addVerb(table, row, lemma: past)
    add(.verb, entry) {
      isVerb = VerbInflection.inflect(past: past, imperfect: imperfect, into: &$0)
    }
    guard isVerb else {
      throw table.error(row, "«\(imperfect)» is not the imperfect of «\(past)»")
    }
    for masdar in row.list(2) { addMasdar(masdar, entry) }
    let isDefective = ["ى", "ا", "ي"].contains(past.unicodeScalars.last)
    for participle in row.list(3) {
      add(.activeParticiple, entry) {
        if isDefective {
          NounInflection.inflect(defectiveParticiple: participle, into: &$0)
        } else {
          NounInflection.inflect(adjective: participle, into: &$0)
        }
      }
    }
    for participle in row.list(4) {
      add(.passiveParticiple, entry) {
        NounInflection.inflect(adjective: participle, into: &$0)
      }
    }
  }

  mutating func readEventNoun(_ table: Table, _ row: Row) throws(LexiconError) {
    guard let singular = row.text(0) else { throw table.error(row, "a noun is missing") }
    let type: EventType? = try table.value(row, 2, "event type")
    let mode = try table.mode(row, 3, of: type)
    predicates.append(
      Predicate(
        type: type, recipients: try slots(table, row, 4) ?? [], isNoun: true, lemma: singular,
        mode: mode, contexts: try table.contexts(row, 5), origin: table.origin(row)))
    let entry = predicates.count - 1
    predicatesByLemma[singular, default: []].append(entry)
    addNounPhrase(singular, row.list(1), .eventNoun, entry)
  }

  mutating func readClassMember(_ table: Table, _ row: Row) throws(LexiconError) {
    guard let name = row.text(0), let member = row.text(1) else {
      throw table.error(row, "a class and its member are needed")
    }
    if Self.predicateClassNames.contains(name) {
      predicateClasses[name, default: []].append(member)
    } else {
      classes[name, default: []].insert(frameNoun(member))
    }
  }

  mutating func readFrame(_ table: Table, _ row: Row) throws(LexiconError) {
    guard let lemma = row.text(0) else { throw table.error(row, "a lemma is missing") }
    var frame = Frame(origin: table.origin(row))
    for condition in row.list(1, separator: " ") {
      try read(condition, into: &frame, table, row)
      frame.conditions += 1
      if condition.utf8.contains(UInt8(ascii: ":")) { frame.nounConditions += 1 }
    }
    frame.type = try table.value(row, 2, "event type")
    frame.mode = try table.mode(row, 3, of: frame.type)
    frame.recipients = try slots(table, row, 4)
    frame.content = try table.value(row, 5, "kind of content")
    frame.status = try table.value(row, 6, "status")
    for entry in try entries(table, row, lemma) {
      frames[entry, default: []].append(frame)
      frames[entry]?.sort { $0.conditions > $1.conditions }
    }
  }

  mutating func readLightVerb(_ table: Table, _ row: Row) throws(LexiconError) {
    guard let lemma = row.text(0),
      let position: LightVerb.Position = try table.value(row, 2, "place of the noun"),
      let actor = try table.choice(row, 3, of: ["subject", "none"])
    else { throw table.error(row, "a verb, the noun's place and the actor's are needed") }
    let light = LightVerb(
      origin: table.origin(row), preposition: row.text(1).map { Preposition.names[$0] ?? .other },
      position: position,
      actorIsSubject: actor == "subject", status: try table.value(row, 4, "status"))
    for entry in try entries(table, row, lemma) { predicates[entry].lights.append(light) }
  }

  /// The predicates of a lemma that a frame or a light verb names.
  private func entries(_ table: Table, _ row: Row, _ lemma: String) throws(LexiconError) -> [Int] {
    guard let entries = predicatesByLemma[lemma] else {
      throw table.error(row, "no table of verbs or event nouns has «\(lemma)»")
    }
    return entries
  }

  /// Classes that list verbs or nouns that are events, not nouns that frames look for.
  private static let predicateClassNames: Set<String> = [
    "affected-subject", "auxiliaries", "copulas", "host-subject", "light-only-nouns",
    "sport-metaphors",
  ]

  /// The predicates and their frames as the lexicon keeps them.
  func finishedPredicates() -> (predicates: [Predicate], frames: [Frame]) {
    var predicates = predicates
    var all: [Frame] = []
    for entry in predicates.indices {
      let own = frames[entry] ?? []
      predicates[entry].frames = all.count..<all.count + own.count
      all += own
      predicates[entry].isEvent = predicates[entry].type != nil || own.contains { $0.type != nil }
      predicates[entry].reports =
        predicates[entry].content == .said || predicates[entry].type == .state
      predicates[entry].harm = Predicate.Harm(of: predicates[entry].lemma)
      let lights = predicates[entry].lights
      predicates[entry].carriesNothing = lights.contains { $0.position != .preposition }
      predicates[entry].hasEventBehind = lights.contains { $0.position == .preposition }
      // «أدى انفجار إلى مقتل»: what stands behind the verb's preposition comes before its object,
      // but not before its subject: «نجم عن الحادث إصابة».
      if !lights.contains(where: { $0.position == .subject }) {
        predicates[entry].lights =
          lights.filter { $0.position == .preposition }
          + lights.filter { $0.position != .preposition }
      }
    }
    return (predicates, all)
  }

  /// Marks the predicates that the classes about predicates list.
  mutating func markPredicates() {
    for (name, lemmas) in predicateClasses {
      for entry in lemmas.flatMap({ predicatesByLemma[$0] ?? [] }) {
        switch name {
        case "affected-subject": predicates[entry].affectsSubject = true
        case "auxiliaries": predicates[entry].isAuxiliary = true
        case "copulas": predicates[entry].isCopula = true
        case "sport-metaphors": predicates[entry].isSportMetaphor = true
        case "host-subject": predicates[entry].subjectIsHost = true
        default: predicates[entry].needsLightVerb = true
        }
      }
    }
    for entry in predicates.indices
    where predicates[entry].type == .incident && predicates[entry].recipients.isEmpty {
      predicates[entry].affectsSubject = true
    }
  }

  private mutating func addVerb(
    _ table: Table, _ row: Row, lemma: String
  ) throws(LexiconError) -> Int {
    let type: EventType? = try table.value(row, 5, "event type")
    let mode = try table.mode(row, 6, of: type)
    let recipients = try slots(table, row, 7) ?? []
    predicates.append(
      Predicate(
        type: type, content: try table.value(row, 8, "kind of content"), recipients: recipients,
        isNoun: false, lemma: lemma, mode: mode, contexts: try table.contexts(row, 9),
        origin: table.origin(row)))
    predicatesByLemma[lemma, default: []].append(predicates.count - 1)
    return predicates.count - 1
  }

  private mutating func addMasdar(_ masdar: String, _ entry: Int) {
    var stem = masdar
    if stem.unicodeScalars.last == "ة" { stem.unicodeScalars.removeLast() }
    let plurals = stem.unicodeScalars.count >= 4 ? [stem + "ات"] : []
    addNounPhrase(masdar, plurals, .masdar, entry)
  }

  /// A noun of one word goes to the forms, one of several to the phrases.
  mutating func addNounPhrase(
    _ singular: String, _ plurals: [String], _ category: Category, _ entry: Int
  ) {
    guard singular.hasBlank else {
      return add(category, entry) {
        NounInflection.inflect(singular: singular, plurals: plurals, into: &$0)
      }
    }
    for (index, phrase) in ([singular] + plurals).enumerated() {
      let words = phrase.words
      addPhrase(
        String(words[0]), Array(words.dropFirst()), category, entry,
        number: index == 0 ? [] : .plural)
      addDefinitePhrase(words, category, entry)
    }
  }

  /// «أمين عام» is also «الأمين العام», «أمين سر» also «أمين السر».
  private mutating func addDefinitePhrase(
    _ words: [Substring], _ category: Category, _ entry: Int
  ) {
    guard words.count > 1, !words.contains(where: { $0.utf8.starts(with: "ال".utf8) }) else {
      return
    }
    let definite = words.map { ("ال" + String($0))[...] }
    addPhrase(definite, category, entry)
    addPhrase(Array(words.dropLast()) + definite.suffix(1), category, entry)
  }

  private mutating func read(
    _ condition: String, into frame: inout Frame, _ table: Table, _ row: Row
  ) throws(LexiconError) {
    if condition.begins(with: "+") {
      let name = String(condition.dropFirst())
      if name == "أن" {
        frame.needsComplement = true
        return
      }
      guard let preposition = Preposition.names[name] else {
        throw table.error(row, "«\(name)» is no preposition that frames know")
      }
      frame.prepositions.insert(Slots(preposition))
    } else if condition.begins(with: "o:") {
      frame.objects = try nouns(String(condition.dropFirst(2)), table, row)
    } else if condition.begins(with: "s:") {
      frame.subjects = try nouns(String(condition.dropFirst(2)), table, row)
    } else if condition.begins(with: "p:") {
      let parts = condition.dropFirst(2).split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let preposition = Preposition.names[String(parts[0])] else {
        throw table.error(row, "`\(condition)` should read p:preposition:noun")
      }
      frame.prepositionNouns.append((preposition, try nouns(String(parts[1]), table, row)))
    } else if condition == "fut" {
      frame.needsFuture = true
    } else if condition == "pass" {
      frame.needsPassive = true
    } else {
      throw table.error(row, "`\(condition)` is no condition")
    }
  }

  private mutating func nouns(_ list: String, _ table: Table, _ row: Row)
    throws(LexiconError) -> NounSet
  {
    // Frames repeat their lists, and a set of a class is large.
    if let known = nounSetsByList[list] { return known }
    var ids: Set<Int32> = []
    for word in list.utf8.split(separator: UInt8(ascii: ",")).map({ Substring($0) }) {
      if word.utf8.first == UInt8(ascii: "@") {
        guard let members = classes[String(word.dropFirst())] else {
          throw table.error(row, "there is no class `\(word.dropFirst())`")
        }
        ids.formUnion(members)
      } else {
        ids.insert(frameNoun(word.withBlanks))
      }
    }
    guard !ids.isEmpty else { throw table.error(row, "a condition names no noun") }
    let set = nounSets.add(ids)
    nounSetsByList[list] = set
    return set
  }

  private func slots(_ table: Table, _ row: Row, _ column: Int) throws(LexiconError)
    -> Slots?
  {
    let list = row.list(column)
    guard !list.isEmpty else { return nil }
    var slots: Slots = []
    for name in list {
      if name == "obj" {
        slots.insert(.object)
      } else if let preposition = Preposition.names[name] {
        slots.insert(Slots(preposition))
      } else {
        throw table.error(row, "`\(name)` is neither `obj` nor a preposition")
      }
    }
    return slots
  }
}

extension Substring {
  /// The same with blanks for low lines.
  fileprivate var withBlanks: String {
    String(decoding: utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }, as: UTF8.self)
  }
}
