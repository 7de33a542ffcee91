internal import ArabicText
internal import Contracts

/// Reads the tables into a ``Lexicon``: each file has one function here or in an extension.
struct LexiconBuilder {
  var forms: [[UInt8]: [Reading]] = [:]
  var phrases = PhraseTrie()
  var predicates: [Predicate] = []
  var nouns: [Noun] = []
  var names: [Name] = []
  var nationalities: [(adjective: String, code: String)] = []
  var functions: [FunctionWord] = []
  var countries: [String: Int32] = [:]
  /// Predicates by lemma, for frames and light verbs.
  var predicatesByLemma: [String: [Int]] = [:]
  /// Ids of nouns that frames name, by their folded letters.
  private var frameNouns: [[UInt8]: Int32] = [:]
  var classes: [String: Set<Int32>] = [:]
  var predicateClasses: [String: [String]] = [:]

  mutating func build(_ tables: [Table], version: String) throws(LexiconError) -> Lexicon {
    for table in tables {
      switch table.file.stem {
      case "verbs": try readVerbs(table)
      case "event-nouns": try readEventNouns(table)
      case "classes": try readClasses(table)
      case "countries": try readCountries(table)
      case "nationalities": try readNationalities(table)
      case "places": try readPlaces(table)
      case "groups": try readGroups(table)
      case "organizations": try readOrganizations(table)
      case "titles": try readTitles(table)
      case "person-nouns": try readNouns(table, .personNoun, feminine: true, sector: 3, kind: nil)
      case "organization-nouns":
        try readNouns(table, .organizationNoun, feminine: false, sector: 3, kind: 2)
      case "place-nouns": try readNouns(table, .placeNoun, feminine: false, sector: nil, kind: 2)
      case "document-nouns":
        try readNouns(table, .documentNoun, feminine: false, sector: nil, kind: 2)
      case "given-names": readGivenNames(table)
      case "common-nouns": readCommonNouns(table)
      case "function-words": try readFunctionWords(table)
      default: break
      }
    }
    // Frames and light verbs speak of verbs and classes, so they come last.
    for table in tables where table.file.stem == "frames" { try readFrames(table) }
    for table in tables where table.file.stem == "light-verbs" { try readLightVerbs(table) }
    markPredicates()
    phrases.seal()
    return Lexicon(
      forms: FormTable(forms), phrases: phrases, predicates: predicates, nouns: nouns,
      names: names, nationalities: nationalities, functions: functions, countries: countries,
      version: version)
  }

  mutating func add(_ form: InflectedForm, _ category: Category, _ entry: Int) {
    let reading = Reading(
      category: category, entry: Int32(entry), features: form.features, spelling: form.spelling)
    if forms[form.letters]?.contains(reading) != true {
      forms[form.letters, default: []].append(reading)
    }
  }

  mutating func add(_ forms: [InflectedForm], _ category: Category, _ entry: Int) {
    for form in forms { add(form, category, entry) }
  }

  /// Adds a phrase whose first word is given in all its forms.
  mutating func addPhrase(
    _ first: [InflectedForm], _ rest: [Substring], _ category: Category, _ entry: Int
  ) {
    let rest = rest.map { Letter.fold($0) }
    for form in first {
      phrases.insert(
        [form.letters] + rest,
        .init(
          category: category, entry: Int32(entry), features: form.features,
          spelling: form.spelling))
    }
  }

  /// Adds a phrase that stands as it is.
  mutating func addPhrase(_ text: String, _ category: Category, _ entry: Int) {
    let words = text.split(separator: " ")
    guard !words.isEmpty else { return }
    phrases.insert(
      words.map { Letter.fold($0) },
      .init(
        category: category, entry: Int32(entry), features: [], spelling: Spelling(of: words[0])))
  }

  /// The id of a noun that a frame names; its forms are read as that noun.
  mutating func frameNoun(_ text: String) -> Int32 {
    let word = text.split(separator: " ").first.map(String.init) ?? text
    let bare =
      word.hasPrefix("ال") && word.unicodeScalars.count > 4 ? String(word.dropFirst(2)) : word
    let letters = Letter.fold(bare)
    if let id = frameNouns[letters] { return id }
    let id = Int32(frameNouns.count)
    frameNouns[letters] = id
    add(NounInflection.forms(singular: bare), .frameNoun, Int(id))
    return id
  }
}

extension String {
  /// The kind of table a file is: `verbs` of `verbs-conflict.tsv`.
  fileprivate var stem: String {
    let name = split(separator: "/").last.map(String.init) ?? self
    let base = name.hasSuffix(".tsv") ? String(name.dropLast(4)) : name
    for kind in ["verbs", "frames", "places", "names", "common-nouns"] {
      if base == kind || base.hasPrefix(kind + "-") && !base.hasPrefix("verbs-light") {
        return kind
      }
    }
    return base
  }
}
