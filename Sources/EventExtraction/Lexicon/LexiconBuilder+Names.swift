internal import ArabicText
internal import Contracts

extension LexiconBuilder {
  mutating func readCountries(_ table: Table) throws(LexiconError) {
    for row in table.rows {
      guard let code = row.text(0), let text = row.text(1) else {
        throw table.error(row, "a country needs a code and a name")
      }
      addName(
        Name(
          text: text, kind: .country, nameClass: .country, country: code, sector: nil,
          geonames: row.text(3).flatMap { Int($0) }, latitude: row.text(4).flatMap { Double($0) },
          longitude: row.text(5).flatMap { Double($0) }))
      if row.text(2) == "name" || countries[code] == nil {
        countries[code] = Int32(names.count - 1)
      }
    }
  }

  mutating func readNationalities(_ table: Table) throws(LexiconError) {
    for row in table.rows {
      guard let adjective = row.text(0), let code = row.text(1) else {
        throw table.error(row, "an adjective and a code are needed")
      }
      nationalities.append((adjective, code))
      add(
        NounInflection.adjective(adjective, plurals: row.list(2)), .nationality,
        nationalities.count - 1)
    }
  }

  mutating func readPlaces(_ table: Table) throws(LexiconError) {
    for row in table.rows {
      guard let text = row.text(0) else { throw table.error(row, "a name is missing") }
      let kind = row.text(6) ?? "city"
      addName(
        Name(
          text: text, kind: .place,
          nameClass: kind == "capital"
            ? .capital
            : kind == "city" || kind == "district" ? .city : kind == "water" ? .water : .region,
          country: row.text(2).flatMap { $0.count == 3 ? $0 : nil },
          geonames: row.text(1).flatMap { Int($0) }, latitude: row.text(3).flatMap { Double($0) },
          longitude: row.text(4).flatMap { Double($0) },
          population: row.text(5).flatMap { Int($0) } ?? 0))
    }
  }

  mutating func readGroups(_ table: Table) throws(LexiconError) {
    for row in table.rows {
      guard let text = row.text(0) else { throw table.error(row, "a name is missing") }
      addName(Name(text: text, kind: .group, nameClass: .group, members: row.list(1)))
    }
  }

  mutating func readOrganizations(_ table: Table) throws(LexiconError) {
    for row in table.rows {
      guard let text = row.text(0) else { throw table.error(row, "a name is missing") }
      let kind = row.text(2)
      let name = Name(
        text: text, kind: .organization,
        nameClass: kind == "armed"
          ? .armed
          : kind == "media" || kind == "agency" ? .media : kind == "party" ? .party : .organization,
        country: row.text(3).flatMap { $0.count == 3 ? $0 : nil }, sector: row.text(4))
      addName(name)
      for short in row.list(1) { addPhrase(short, .name, names.count - 1) }
    }
  }

  mutating func readTitles(_ table: Table) throws(LexiconError) {
    for row in table.rows {
      guard let masculine = row.text(0) else { throw table.error(row, "a title is missing") }
      nouns.append(Noun(lemma: masculine, sector: row.text(3), kind: row.text(4)))
      addPersonForms(masculine, row.text(1), row.list(2), .title, nouns.count - 1)
    }
  }

  mutating func readNouns(
    _ table: Table, _ category: Category, feminine: Bool, sector: Int?, kind: Int?
  ) throws(LexiconError) {
    for row in table.rows {
      guard let singular = row.text(0) else { throw table.error(row, "a noun is missing") }
      nouns.append(
        Noun(
          lemma: singular, sector: sector.flatMap { row.text($0) },
          kind: kind.flatMap { row.text($0) }))
      let entry = nouns.count - 1
      if feminine {
        addPersonForms(singular, row.text(1), row.list(2), category, entry)
      } else {
        addNounPhrase(singular, row.list(1), category, entry)
      }
    }
  }

  mutating func readGivenNames(_ table: Table) {
    for row in table.rows {
      guard let name = row.text(0) else { continue }
      let feminine: Features = row.text(1) == "f" ? .feminine : []
      add(InflectedForm(word: name, feminine), .givenName, 0)
    }
  }

  mutating func readCommonNouns(_ table: Table) {
    for row in table.rows {
      guard let word = row.text(0) else { continue }
      add(NounInflection.forms(singular: word), .commonNoun, 0)
    }
  }

  mutating func readFunctionWords(_ table: Table) throws(LexiconError) {
    for row in table.rows {
      guard let word = row.text(0), let name = row.text(1) else {
        throw table.error(row, "a word and its class are needed")
      }
      // Clitics are cut by rule.
      if name.hasPrefix("clitic-") { continue }
      guard let functionClass = FunctionClass(rawValue: name) else {
        throw table.error(row, "`\(name)` is no class of function words")
      }
      functions.append(
        FunctionWord(
          lemma: word, functionClass: functionClass,
          preposition: functionClass == .preposition ? Preposition.names[word] ?? .other : nil))
      // The ل of «وفقا ل» is written onto the next word.
      var words = word.split(separator: " ")
      if words.count > 1, let last = words.last, last == "ل" || last == "ب" { words.removeLast() }
      if words.count > 1 {
        addPhrase(words.joined(separator: " "), .function, functions.count - 1)
      } else {
        add(InflectedForm(word: String(words[0])), .function, functions.count - 1)
      }
    }
  }

  private mutating func addName(_ name: Name) {
    names.append(name)
    addPhrase(name.text, .name, names.count - 1)
  }

  private mutating func addPersonForms(
    _ masculine: String, _ feminine: String?, _ plurals: [String], _ category: Category,
    _ entry: Int
  ) {
    addNounPhrase(masculine, plurals, category, entry)
    guard let feminine else { return }
    addNounPhrase(feminine, [], category, entry)
  }
}
