internal import ArabicText
internal import Contracts

/// The words of `units.tsv` and `quantity-words.tsv`, ready to be looked up around a number.
///
/// A class, so that handing it on costs one reference and not one for each of its tables.
final class QuantityWords: Sendable {
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
    /// The words behind the first, in ``rests``.
    var rest: Range<Int>
    var entry: Int
  }

  let vocabulary: Vocabulary
  let entries: FixedArray<Entry>
  /// By their first word, longest first: those of word n are
  /// `phrases[starts[n]..<starts[n + 1]]`.
  private let phrases: FixedArray<Phrase>
  private let starts: FixedArray<Int>
  private let rests: FixedArray<UInt16>
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
    entries = FixedArray(listing.entries)
    symbols = listing.symbols
    vocabulary = Vocabulary(listing.numbering.words)
    let sorted = listing.phrases.enumerated().sorted { one, other in
      let (a, b) = (one.element.words, other.element.words)
      return (a[0], b.count, one.offset) < (b[0], a.count, other.offset)
    }
    var phrases: [Phrase] = []
    var starts: [Int] = []
    var rests: [UInt16] = []
    for (_, (words, entry)) in sorted {
      while starts.count <= words[0] { starts.append(phrases.count) }
      let start = rests.count
      rests += words.dropFirst()
      phrases.append(Phrase(rest: start..<rests.count, entry: entry))
    }
    while starts.count <= listing.numbering.words.count { starts.append(phrases.count) }
    self.phrases = FixedArray(phrases)
    self.starts = FixedArray(starts)
    self.rests = FixedArray(rests)
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

  /// The entry of the longest phrase that begins at a token, and where it ends.
  func match(
    _ tokens: UnsafeBufferPointer<Token>, _ matches: UnsafeBufferPointer<Vocabulary.Match>,
    at start: Int, limit: Int
  ) -> (entry: Int, end: Int)? {
    guard start >= 0, start < limit else { return nil }
    let word = Int(matches[start].word)
    guard word != Vocabulary.unknown else {
      guard tokens[start].kind == .punctuation || tokens[start].kind == .foreign else {
        return nil
      }
      return symbols[tokens[start].symbol].map { ($0, start + 1) }
    }
    for index in starts[word]..<starts[word + 1] {
      let rest = phrases[index].rest
      let end = start + 1 + rest.count
      guard end <= limit else { continue }
      var at = start + 1
      while at < end, matches[at].word == rests[rest.lowerBound + at - start - 1],
        matches[at].clitics.isSubset(of: .article)
      {
        at += 1
      }
      if at == end { return (phrases[index].entry, end) }
    }
    return nil
  }
}
