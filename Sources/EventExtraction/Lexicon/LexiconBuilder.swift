internal import ArabicText
internal import Contracts
internal import Glibc

/// Reads the tables into a ``Lexicon``: each kind's lines have one function in an extension.
struct LexiconBuilder {
  private(set) var forms = FormReadings.Builder()
  private(set) var phrases = PhraseTrie.Builder()
  /// The forms of the word at hand; kept so that its storage serves for the next.
  private var inflected = FormList()
  var predicates: [Predicate] = []
  /// The frames of each predicate, those with most conditions first.
  var frames: [Int: [Frame]] = [:]
  var nounSets = NounSets.Builder()
  /// The sets by the lists that frames write.
  var nounSetsByList: [String: NounSet] = [:]
  var nouns: [Noun] = []
  var names: [Name] = []
  /// The country of each nationality adjective; nil for one of a region.
  var nationalities: [Code?] = []
  var functions: [FunctionWord] = []
  var codeWords: [CodeWord] = []
  var countries: [Code: Int32] = [:]
  var familyNames: Set<WordKey> = []
  /// Predicates by lemma, for frames and light verbs.
  var predicatesByLemma: [String: [Int]] = [:]
  /// Ids of nouns that frames name, by their folded letters.
  private var frameNouns: [[UInt8]: Int32] = [:]
  var classes: [String: Set<Int32>] = [:]
  var predicateClasses: [String: [String]] = [:]
  /// Lines that could not be read.
  private(set) var problems: [LexiconError] = []
  /// The letters of names and those of all other words.
  private(set) var nameLetters = LetterModel.Counts()
  private(set) var wordLetters = LetterModel.Counts()
  private var countedForms = 0

  /// Reads every line; those that cannot be read are among the problems.
  mutating func read(_ tables: [Table]) {
    // Frames and light verbs speak of verbs and classes, so they come last.
    let last: Set<TableKind> = [.frames, .lightVerbs]
    for table in tables where !last.contains(table.kind) { read(table) }
    for table in tables where last.contains(table.kind) { read(table) }
    markPredicates()
  }

  private mutating func read(_ table: Table) {
    for row in table.rows {
      do throws(LexiconError) { try read(table, row) } catch { problems.append(error) }
    }
  }

  private mutating func read(_ table: Table, _ row: Row) throws(LexiconError) {
    switch table.kind {
    case .verbs: try readVerb(table, row)
    case .eventNouns: try readEventNoun(table, row)
    case .frames: try readFrame(table, row)
    case .lightVerbs: try readLightVerb(table, row)
    case .classes: try readClassMember(table, row)
    case .countries: try readCountry(table, row)
    case .nationalities: try readNationality(table, row)
    case .places: try readPlace(table, row)
    case .groups: try readGroup(table, row)
    case .organizations: try readOrganization(table, row)
    case .titles: try readTitle(table, row)
    case .personNouns: try readPersonNoun(table, row)
    case .organizationNouns: try readOrganizationNoun(table, row)
    case .placeNouns: try readPlaceNoun(table, row)
    case .documentNouns: try readDocumentNoun(table, row)
    case .givenNames: try readGivenName(table, row)
    case .commonNouns: try readCommonNoun(table, row)
    case .functionWords: try readFunctionWord(table, row)
    case .contextWords: try readContextWord(table, row)
    case .modeWords: try readModeWord(table, row)
    }
  }

  /// Adds the forms that `inflect` makes as forms of an entry.
  mutating func add(
    _ category: Category, _ entry: Int, _ inflect: (inout FormList) -> Void
  ) {
    var inflected = takeInflected()
    inflect(&inflected)
    inflected.withEach { letters, features, spelling in
      if category == .givenName {
        nameLetters.add(letters)
      } else {
        countLetters(letters, category)
      }
      forms.add(
        letters,
        Reading(
          category: category, entry: Int32(entry), features: features, spelling: spelling))
    }
    self.inflected = inflected
  }

  /// Counts a form by itself or, one form in two, with something that may be written onto it; of
  /// verbs, which have ten times as many forms as nouns, only one form in ten.
  private mutating func countLetters(_ letters: UnsafeBufferPointer<UInt8>, _ category: Category) {
    countedForms += 1
    if category == .verb, countedForms % 11 != 0 { return }
    let turn = countedForms % 19
    switch turn {
    case 0..<4: wordLetters.add(letters, behind: Self.clitics[turn])
    case 4..<9: wordLetters.add(letters, before: Self.endings[turn - 4])
    default: wordLetters.add(letters)
    }
  }

  private static let clitics = [Letter.waw, Letter.fa, Letter.ba, Letter.lam]
  private static let endings = ["ها", "ه", "هم", "نا", "ني"].map { Letter.fold($0) }

  /// Counts the letters of the words of a place's name.
  mutating func countPlace(_ words: [[UInt8]]) {
    for word in words { word.withUnsafeBufferPointer { nameLetters.add($0, weight: 0.15) } }
  }

  /// Hands out the list that is kept, emptied; for the closures that read it may not hold the
  /// builder too.
  private mutating func takeInflected() -> FormList {
    var taken = FormList()
    swap(&taken, &inflected)
    taken.removeAll()
    return taken
  }

  /// Adds a phrase whose first word is given in all its forms.
  mutating func addPhrase(
    _ first: String, _ rest: [Substring], _ category: Category, _ entry: Int,
    number: Features = []
  ) {
    let rest = rest.map { phrases.word($0) }
    var inflected = takeInflected()
    NounInflection.inflect(singular: first, into: &inflected)
    inflected.withEach { letters, features, spelling in
      phrases.add(
        phrases.word(letters), rest,
        .init(
          category: category, entry: Int32(entry), features: features.union(number),
          spelling: spelling))
    }
    self.inflected = inflected
  }

  /// Adds a phrase of one word.
  mutating func addWord(_ letters: UnsafeBufferPointer<UInt8>, _ value: PhraseTrie.Value) {
    phrases.add(phrases.word(letters), [], value)
  }

  /// Adds a phrase that stands as it is.
  mutating func addPhrase(_ words: [Substring], _ category: Category, _ entry: Int) {
    guard let first = words.first else { return }
    addPhrase(words.map { Letter.fold($0) }, Spelling(of: first), category, entry)
  }

  /// The same for folded words, of which the first is spelt so.
  mutating func addPhrase(
    _ words: [[UInt8]], _ spelling: Spelling, _ category: Category, _ entry: Int
  ) {
    phrases.add(
      phrases.word(words[0]), words.dropFirst().map { phrases.word($0) },
      .init(category: category, entry: Int32(entry), features: [], spelling: spelling))
  }

  mutating func addPhrase(_ text: String, _ category: Category, _ entry: Int) {
    addPhrase(text.words, category, entry)
  }

  /// The id of a noun that a frame names; its forms are read as that noun.
  mutating func frameNoun(_ text: String) -> Int32 {
    let word = text.words.first.map(String.init) ?? text
    let bare =
      word.begins(with: "ال") && word.unicodeScalars.count > 4 ? String(word.dropFirst(2)) : word
    let letters = Letter.fold(bare)
    if let id = frameNouns[letters] { return id }
    let id = Int32(frameNouns.count)
    frameNouns[letters] = id
    add(.frameNoun, Int(id)) { NounInflection.inflect(singular: bare, into: &$0) }
    return id
  }
}

extension PhraseTrie.Builder {
  fileprivate mutating func word(_ text: Substring) -> Int32 { word(Letter.fold(text)) }

  fileprivate mutating func word(_ letters: [UInt8]) -> Int32 {
    letters.withUnsafeBufferPointer { word($0) }
  }
}

extension String {
  /// Whether a field's text has more parts than one; blanks around it are gone already.
  var hasBlank: Bool {
    utf8.withContiguousStorageIfAvailable { utf8 in
      utf8.baseAddress.map { memchr($0, 0x20, utf8.count) != nil } ?? false
    } ?? utf8.contains(0x20)
  }

  /// The parts between blanks.
  var words: [Substring] {
    guard hasBlank else { return isEmpty ? [] : [self[...]] }
    var words: [Substring] = []
    var start = startIndex
    while start < endIndex {
      let end = utf8[start...].firstIndex(of: 0x20) ?? endIndex
      if start < end { words.append(self[start..<end]) }
      start = end == endIndex ? end : utf8.index(after: end)
    }
    return words
  }

  /// Whether it begins with other letters, byte for byte.
  func begins(with other: String) -> Bool { utf8.starts(with: other.utf8) }
}
