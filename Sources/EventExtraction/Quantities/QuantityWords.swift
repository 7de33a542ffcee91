internal import ArabicText
internal import Contracts

/// The words of `units.tsv` and `quantity-words.tsv`, ready to be looked up around a number.
struct QuantityWords: Sendable {
  enum Kind: String, Sendable {
    case money, measure
    case moneyDual = "money-dual"
    case measureDual = "measure-dual"
    case bound, magnitude, label, age, person, others
  }

  struct Entry: Sendable {
    var kind: Kind
    /// A unit's symbol, nil where a country decides.
    var symbol: String?
    var bound: Quantity.Bound?
    var effect: Quantity.Effect?
    var exponent = 0
  }

  private struct Phrase: Sendable {
    var rest: [UInt16]
    var entry: Int
  }

  let vocabulary: Vocabulary
  private let entries: [Entry]
  /// By their first word, longest first.
  private var phrases: [[Phrase]]
  private let symbols: [UInt32: Int]
  /// What the lemma of a verb or event noun does to people.
  let effects: [String: Quantity.Effect]

  init(units: String, words: String) throws(WordList.Malformed) {
    var listing = Listing()
    let unitList = try WordList(units, file: "units.tsv", columns: 3)
    for line in unitList.lines {
      guard let kind = Kind(rawValue: line.fields[1]) else {
        throw unitList.malformed(line, "«\(line.fields[1])» is no kind of unit")
      }
      let symbol = line.fields[2] == "-" ? nil : line.fields[2]
      listing.add(line.fields[0], Entry(kind: kind, symbol: symbol))
    }
    var effects: [String: Quantity.Effect] = [:]
    let wordList = try WordList(words, file: "quantity-words.tsv", columns: 3)
    for line in wordList.lines {
      if line.fields[1] == "event" {
        effects[line.fields[0]] = try Self.effect(line, wordList)
      } else {
        listing.add(line.fields[0], try Self.entry(line, wordList))
      }
    }
    self.effects = effects
    entries = listing.entries
    symbols = listing.symbols
    vocabulary = Vocabulary(listing.numbering.words)
    phrases = Array(repeating: [], count: listing.numbering.words.count)
    for (words, entry) in listing.phrases {
      phrases[Int(words[0])].append(Phrase(rest: Array(words.dropFirst()), entry: entry))
    }
    for index in phrases.indices { phrases[index].sort { $0.rest.count > $1.rest.count } }
  }

  /// The words and symbols met so far, and the phrases made of them.
  private struct Listing {
    var numbering = WordNumbering()
    var phrases: [(words: [UInt16], entry: Int)] = []
    var symbols: [UInt32: Int] = [:]
    var entries: [Entry] = []

    mutating func add(_ phrase: String, _ entry: Entry) {
      entries.append(entry)
      let scalars = phrase.unicodeScalars
      if scalars.count == 1, let only = scalars.first, !only.properties.isAlphabetic {
        symbols[only.value] = entries.count - 1
      } else {
        let words = phrase.split(separator: " ").map { numbering.number(Letter.fold($0)) }
        phrases.append((words, entries.count - 1))
      }
    }
  }

  private static func effect(
    _ line: WordList.Line, _ list: WordList
  ) throws(WordList.Malformed) -> Quantity.Effect {
    guard let effect = Quantity.Effect(rawValue: line.fields[2]) else {
      throw list.malformed(line, "«\(line.fields[2])» befalls nobody")
    }
    return effect
  }

  private static func entry(
    _ line: WordList.Line, _ list: WordList
  ) throws(WordList.Malformed) -> Entry {
    guard let kind = Kind(rawValue: line.fields[1]) else {
      throw list.malformed(line, "«\(line.fields[1])» is no kind of word about quantities")
    }
    var entry = Entry(kind: kind)
    let value = line.fields[2]
    switch kind {
    case .bound:
      guard let bound = Quantity.Bound(rawValue: value) else {
        throw list.malformed(line, "«\(value)» bounds nothing")
      }
      entry.bound = bound
    case .person:
      entry.effect = try effect(line, list)
    case .magnitude:
      guard let exponent = Int(value) else {
        throw list.malformed(line, "«\(value)» is no power of ten")
      }
      entry.exponent = exponent
    default: break
    }
    return entry
  }

  /// The longest phrase that begins at a token, and where it ends.
  func match(
    _ text: TokenizedText, _ matches: UnsafeBufferPointer<Vocabulary.Match>, at start: Int,
    limit: Int
  ) -> (entry: Entry, end: Int)? {
    guard start >= 0, start < limit else { return nil }
    if text.tokens[start].kind == .punctuation || text.tokens[start].kind == .foreign {
      return symbols[text.tokens[start].symbol].map { (entries[$0], start + 1) }
    }
    guard matches[start].word != Vocabulary.unknown else { return nil }
    for phrase in phrases[Int(matches[start].word)] {
      let end = start + 1 + phrase.rest.count
      guard end <= limit else { continue }
      let fits = phrase.rest.indices.allSatisfy {
        matches[start + 1 + $0].word == phrase.rest[$0]
          && matches[start + 1 + $0].clitics.isSubset(of: .article)
      }
      if fits { return (entries[phrase.entry], end) }
    }
    return nil
  }
}
