internal import ArabicText
internal import Contracts

extension LexiconBuilder {
  mutating func readCountry(_ table: Table, _ row: Row) throws(LexiconError) {
    guard let code = try table.code(row, 0, "country code"), let text = row.text(1) else {
      throw table.error(row, "a country needs a code and a name")
    }
    let kind = try table.choice(row, 2, of: ["name", "official", "short", "variant"])
    addName(
      Name(
        kind: .country, nameClass: .country, country: code, geonames: try table.whole(row, 3),
        text: text, latitude: try table.number(row, 4), longitude: try table.number(row, 5),
        origin: table.origin(row)))
    if kind == "name" || countries[code] == nil { countries[code] = Int32(names.count - 1) }
  }

  mutating func readNationality(_ table: Table, _ row: Row) throws(LexiconError) {
    guard let adjective = row.text(0), let code = row.text(1) else {
      throw table.error(row, "an adjective and a code are needed")
    }
    nationalities.append(Code(code))
    let plurals = row.list(2)
    add(.nationality, nationalities.count - 1) {
      NounInflection.inflect(adjective: adjective, plurals: plurals, into: &$0)
    }
  }

  mutating func readPlace(_ table: Table, _ row: Row) throws(LexiconError) {
    guard let text = row.text(0) else { throw table.error(row, "a name is missing") }
    let kind = try table.choice(row, 6, of: Self.placeKinds) ?? "city"
    let nameClass = Self.placeClasses[kind] ?? .city
    let country = try country(table, row, 2)
    let geonames = try table.whole(row, 1)
    let (latitude, longitude) = (try table.number(row, 3), try table.number(row, 4))
    addName(
      Name(
        kind: .place, nameClass: nameClass, country: country,
        population: try table.whole(row, 5) ?? 0, geonames: geonames, text: text,
        latitude: latitude, longitude: longitude, origin: table.origin(row)), counts: true)
  }

  private static let placeClasses: [String: Name.Class] = [
    "capital": .capital, "city": .city, "district": .city, "water": .water, "admin": .region,
    "region": .region,
  ]
  private static let placeKinds = placeClasses.keys.sorted()

  mutating func readGroup(_ table: Table, _ row: Row) throws(LexiconError) {
    guard let text = row.text(0) else { throw table.error(row, "a name is missing") }
    var members: [Code] = []
    for member in row.list(1) {
      guard let code = Code(member), countries[code] != nil else {
        throw table.error(row, "`\(member)` is no country's code")
      }
      members.append(code)
    }
    addName(
      Name(
        kind: .group, nameClass: .group, members: members, text: text, origin: table.origin(row))
    )
  }

  mutating func readOrganization(_ table: Table, _ row: Row) throws(LexiconError) {
    guard let text = row.text(0) else { throw table.error(row, "a name is missing") }
    let nameClass: Name.Class =
      switch try organizationKind(table, row) {
      case "armed": .armed
      case "media", "agency": .media
      case "party": .party
      case "team": .team
      default: .organization
      }
    addName(
      Name(
        kind: .organization, nameClass: nameClass, country: try country(table, row, 3),
        sector: try table.sector(row, 4), text: text, origin: table.origin(row)))
    for short in row.list(1) { addPhrase(short, .name, names.count - 1) }
  }

  mutating func readTitle(_ table: Table, _ row: Row) throws(LexiconError) {
    guard let masculine = row.text(0) else { throw table.error(row, "a title is missing") }
    let kind = try table.choice(row, 4, of: ["office", "honorific", "profession", "rank"])
    nouns.append(
      Noun(
        lemma: masculine, origin: table.origin(row), sector: try table.sector(row, 3),
        kind: kind.flatMap(Noun.Kind.init)))
    addPersonForms(masculine, row.text(1), row.list(2), .title)
  }

  mutating func readPersonNoun(_ table: Table, _ row: Row) throws(LexiconError) {
    guard let masculine = row.text(0) else { throw table.error(row, "a noun is missing") }
    nouns.append(
      Noun(
        lemma: masculine, origin: table.origin(row), sector: try table.sector(row, 3), kind: nil))
    addPersonForms(masculine, row.text(1), row.list(2), .personNoun)
  }

  mutating func readOrganizationNoun(_ table: Table, _ row: Row) throws(LexiconError) {
    try addNoun(
      table, row, .organizationNoun, kind: try organizationKind(table, row),
      sector: try table.sector(row, 3))
  }

  mutating func readPlaceNoun(_ table: Table, _ row: Row) throws(LexiconError) {
    let kinds = [
      "country", "capital", "city", "admin", "region", "water", "district", "landmark",
      "facility",
    ]
    try addNoun(table, row, .placeNoun, kind: try table.choice(row, 2, of: kinds))
  }

  mutating func readDocumentNoun(_ table: Table, _ row: Row) throws(LexiconError) {
    let kind = try table.choice(row, 2, of: ["document", "mechanism"])
    try addNoun(table, row, .documentNoun, kind: kind)
  }

  mutating func readGivenName(_ table: Table, _ row: Row) throws(LexiconError) {
    guard let name = row.text(0) else { throw table.error(row, "a name is missing") }
    let gender = try table.choice(row, 1, of: ["m", "f", "u", "s"])
    if gender == "s" {
      familyNames.insert(WordKey(Letter.fold(name)))
    } else {
      add(.givenName, 0) { $0.add(word: name, gender == "f" ? .feminine : []) }
    }
  }

  mutating func readCommonNoun(_ table: Table, _ row: Row) throws(LexiconError) {
    guard let word = row.text(0) else { throw table.error(row, "a noun is missing") }
    add(.commonNoun, 0) { NounInflection.inflect(singular: word, into: &$0) }
  }

  mutating func readFunctionWord(_ table: Table, _ row: Row) throws(LexiconError) {
    guard let word = row.text(0), let name = row.text(1) else {
      throw table.error(row, "a word and its class are needed")
    }
    // Clitics are cut by rule; ب and ل stand by themselves before a pronoun or a quotation: «له».
    if name.hasPrefix("clitic-") {
      guard word == "ب" || word == "ل" else { return }
      functions.append(
        FunctionWord(
          functionClass: .preposition, preposition: Preposition.names[word], endsInMa: false))
      return add(.function, functions.count - 1) { $0.add(word: word) }
    }
    guard let functionClass = FunctionClass(rawValue: name) else {
      throw table.error(row, 1, "class of function words")
    }
    functions.append(
      FunctionWord(
        functionClass: functionClass,
        preposition: functionClass == .preposition ? Preposition.names[word] ?? .other : nil,
        endsInMa: word.hasSuffix("ما")))
    // The ل of «وفقا ل» is written onto the next word.
    var words = word.words
    if words.count > 1, let last = words.last, last == "ل" || last == "ب" { words.removeLast() }
    if words.count > 1 {
      addPhrase(words, .function, functions.count - 1)
    } else {
      add(.function, functions.count - 1) { $0.add(word: String(words[0])) }
    }
  }

  /// A code that the tables of countries know.
  private func country(_ table: Table, _ row: Row, _ column: Int) throws(LexiconError) -> Code? {
    guard let code = try table.code(row, column, "country code") else { return nil }
    guard countries[code] != nil else {
      throw table.error(row, "`\(code.text)` is no country's code")
    }
    return code
  }

  private func organizationKind(_ table: Table, _ row: Row) throws(LexiconError) -> String? {
    try table.choice(
      row, 2,
      of: ["body", "office", "company", "party", "armed", "media", "agency", "team", "court"])
  }

  private mutating func addNoun(
    _ table: Table, _ row: Row, _ category: Category, kind: String?, sector: Code? = nil
  ) throws(LexiconError) {
    guard let singular = row.text(0) else { throw table.error(row, "a noun is missing") }
    nouns.append(
      Noun(
        lemma: singular, origin: table.origin(row), sector: sector,
        kind: kind.flatMap(Noun.Kind.init)))
    addNounPhrase(singular, row.list(1), category, nouns.count - 1)
  }

  /// - Parameter counts: whether its letters are counted as a place's.
  private mutating func addName(_ name: Name, counts: Bool = false) {
    names.append(name)
    let words = name.text.words
    guard let first = words.first else { return }
    let folded = words.map { Letter.fold($0) }
    addPhrase(folded, Spelling(of: first), .name, names.count - 1)
    if counts { countPlace(folded) }
  }

  private mutating func addPersonForms(
    _ masculine: String, _ feminine: String?, _ plurals: [String], _ category: Category
  ) {
    addNounPhrase(masculine, plurals, category, nouns.count - 1)
    if let feminine { addNounPhrase(feminine, [], category, nouns.count - 1) }
  }
}
