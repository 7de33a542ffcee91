/// The words that numbers are written with, read from `number-words.tsv`.
public struct NumberWords: Sendable {
  /// What a word does in a number; the names are those of the lexicon's second column.
  enum Kind: String, Sendable {
    /// 1 to 9.
    case unit
    /// خمس, سبع, تسع: 5, 7 or 9, or the fraction of one.
    case unitOrFraction = "unit-or-fraction"
    /// أحد, إحدى: 1 of eleven and nothing else.
    case eleven
    /// عشر: 10, and what makes 11 to 19.
    case teen
    /// 20, 30 … 90.
    case tens
    /// 100, counted by a unit before it or standing for itself.
    case hundred
    /// 200 to 900 in one word.
    case hundreds
    /// A power of ten from 3; the value is the exponent.
    case scale
    /// The same in the plural: only behind a number («3 آلاف»; «آلاف» alone is no number).
    case scales
    /// Twice a power of ten.
    case dualScale = "dual-scale"
    /// ألفا, مليونا: a scale behind a number, its dual otherwise.
    case accusativeScale = "accusative-scale"
    case ordinal
    /// حادي: first of «الحادي عشر» and «الحادي والعشرون».
    case compoundOrdinal = "compound-ordinal"
    /// نصف, ربع …; the value is the denominator.
    case fraction
    case fractions
    /// Two of a fraction (ثلثا).
    case dualFraction = "dual-fraction"
    case dozen
    case dualDozen = "dual-dozen"
    case negative
    /// فاصل, فاصلة: the decimal point, read out.
    case point
    case zero
    /// ر, which parts the decimals, written first, from the whole («5ر16» is 16.5).
    case mark = "decimal-mark"
    /// في, which with مئة makes a percentage.
    case fi
    /// على, which makes a fraction of «واحد على ثلاثة».
    case over
    /// من, which makes one of «واحد من مئة».
    case of
    /// جزء, which makes one of «جزء من ألف».
    case share
    /// Words behind which a fraction's name is a stage of a contest (نصف النهائي).
    case final
    /// بين and إلى, which make a range.
    case between
    case upTo = "up-to"
    /// A word that is no counted thing.
    case function

    /// Whether a number can begin with such a word.
    var beginsNumber: Bool {
      switch self {
      case .scales, .fractions, .point, .mark, .fi, .over, .of, .final, .between, .upTo, .function:
        false
      default: true
      }
    }
  }

  struct Entry: Sendable {
    var kind: Kind
    var value: Double
  }

  let vocabulary: Vocabulary
  let entries: [Entry]

  /// - Parameter tsv: the text of `number-words.tsv`.
  public init(tsv: String) throws(WordList.Malformed) {
    let list = try WordList(tsv, file: "number-words.tsv", columns: 3)
    var words: [[UInt8]] = []
    var entries: [Entry] = []
    var seen: Set<[UInt8]> = []
    for line in list.lines {
      guard let kind = Kind(rawValue: line.fields[1]) else {
        throw list.malformed(line, "«\(line.fields[1])» is no kind of number word")
      }
      guard let value = Double(line.fields[2]) else {
        throw list.malformed(line, "«\(line.fields[2])» is no number")
      }
      let word = Letter.fold(line.fields[0])
      guard seen.insert(word).inserted else {
        throw list.malformed(line, "«\(line.fields[0])» is listed already")
      }
      words.append(word)
      entries.append(Entry(kind: kind, value: value))
    }
    self.vocabulary = Vocabulary(words)
    self.entries = entries
  }
}
