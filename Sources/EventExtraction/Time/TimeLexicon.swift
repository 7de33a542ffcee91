public import ArabicText

/// The words of `months.tsv` and `time-words.tsv`, ready to be looked up.
public struct TimeLexicon: Sendable {
  struct Phrase: Sendable {
    /// The words behind the first, in ``rests``.
    var rest: Range<Int>
    var entry: Int
  }

  let vocabulary: Vocabulary
  let entries: FixedArray<TimeWord>
  /// By their first word, longest first: those of word n are
  /// `phrases[starts[n]..<starts[n + 1]]`.
  let phrases: FixedArray<Phrase>
  let starts: FixedArray<Int>
  let rests: FixedArray<UInt16>
  /// The entry of a word by itself, or -1, and whether the word's own ال is its article.
  let single: FixedArray<(entry: Int, hasArticle: Bool)>

  /// - Parameters:
  ///   - months: text of `months.tsv`.
  ///   - words: text of `time-words.tsv`.
  public init(months: String, words: String) throws(WordList.Malformed) {
    var listing = Listing()
    let monthList = try WordList(months, file: "months.tsv", columns: 4)
    for line in monthList.lines {
      try listing.add(line.fields[0], Self.month(line, monthList), monthList, line)
    }
    let wordList = try WordList(words, file: "time-words.tsv", columns: 3)
    for line in wordList.lines {
      try listing.add(line.fields[0], Self.word(line, wordList), wordList, line)
    }
    vocabulary = Vocabulary(listing.numbering.words)
    entries = FixedArray(listing.entries)
    var longer = [[(rest: ArraySlice<UInt16>, entry: Int)]](
      repeating: [], count: listing.numbering.words.count)
    var single = Array(
      repeating: (entry: -1, hasArticle: false), count: listing.numbering.words.count)
    for (entry, words) in listing.named.enumerated() {
      if words.count == 1 {
        single[Int(words[0])] = (entry, false)
      } else {
        longer[Int(words[0])].append((words.dropFirst(), entry))
      }
    }
    var phrases: [Phrase] = []
    var starts = [0]
    var rests: [UInt16] = []
    for phrasesOfWord in longer {
      for (rest, entry) in phrasesOfWord.sorted(by: { $0.rest.count > $1.rest.count }) {
        phrases.append(Phrase(rest: rests.count..<rests.count + rest.count, entry: entry))
        rests += rest
      }
      starts.append(phrases.count)
    }
    self.phrases = FixedArray(phrases)
    self.starts = FixedArray(starts)
    self.rests = FixedArray(rests)
    // «الحالي» stands in a phrase as it is; by itself it is حالي with the article.
    for (index, word) in listing.numbering.words.enumerated() where single[index].entry < 0 {
      guard word.starts(with: [Letter.alef, Letter.lam]),
        let base = listing.numbering.known(Array(word.dropFirst(2)))
      else { continue }
      single[index] = (single[Int(base)].entry, true)
    }
    self.single = FixedArray(single)
  }

  /// The words met so far, each once, and the phrases made of them.
  private struct Listing {
    var numbering = WordNumbering()
    /// The words of each entry.
    var named: [[UInt16]] = []
    var entries: [TimeWord] = []
    var seen: Set<[UInt16]> = []

    mutating func add(
      _ phrase: String, _ entry: TimeWord, _ list: WordList, _ line: WordList.Line
    ) throws(WordList.Malformed) {
      let spelled = phrase.split(separator: " ").map { numbering.number(Letter.fold($0)) }
      guard seen.insert(spelled).inserted else {
        throw list.malformed(line, "«\(phrase)» is listed already")
      }
      named.append(spelled)
      entries.append(entry)
    }
  }

  private static func month(
    _ line: WordList.Line, _ list: WordList
  ) throws(WordList.Malformed) -> TimeWord {
    guard let number = Int(line.fields[2]), (1...12).contains(number) else {
      throw list.malformed(line, "«\(line.fields[2])» is no month's number from 1 to 12")
    }
    guard ["gregorian", "hijri"].contains(line.fields[1]) else {
      throw list.malformed(line, "«\(line.fields[1])» is neither gregorian nor hijri")
    }
    guard ["sure", "unsure"].contains(line.fields[3]) else {
      throw list.malformed(line, "«\(line.fields[3])» is neither sure nor unsure")
    }
    return TimeWord(
      kind: .month, value: number, isHijri: line.fields[1] == "hijri",
      isSure: line.fields[3] == "sure")
  }

  private static func word(
    _ line: WordList.Line, _ list: WordList
  ) throws(WordList.Malformed) -> TimeWord {
    guard let kind = TimeWord.Kind(rawValue: line.fields[1]), kind != .month else {
      throw list.malformed(line, "«\(line.fields[1])» is no kind of time word")
    }
    var word = TimeWord(kind: kind)
    let value = line.fields[2]
    switch kind {
    case .unit, .unitDual, .unitPlural, .adverbSet:
      guard let unit = TimeUnit(rawValue: value) else {
        throw list.malformed(line, "«\(value)» is no unit of time")
      }
      word.unit = unit
    case .dayPart:
      guard let part = DayPart(rawValue: value) else {
        throw list.malformed(line, "«\(value)» is no part of the day")
      }
      word.part = part
    case .feast:
      let numbers = value.split(separator: "-").compactMap { Int($0) }
      guard value == "-" || numbers.count == 2 else {
        throw list.malformed(line, "«\(value)» is neither MM-DD nor -")
      }
      if numbers.count == 2 { word.monthDay = (numbers[0], numbers[1]) }
    default:
      guard let number = Int(value) else {
        throw list.malformed(line, "«\(value)» is no number")
      }
      word.value = number
    }
    return word
  }
}
