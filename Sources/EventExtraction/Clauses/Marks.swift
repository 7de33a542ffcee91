/// Punctuation marks as a set.
struct Marks: OptionSet {
  let rawValue: UInt16

  /// «،» and the Latin one.
  static let comma = Marks(rawValue: 1 << 0)
  static let stop = Marks(rawValue: 1 << 1)
  /// «؛»
  static let semicolon = Marks(rawValue: 1 << 2)
  static let colon = Marks(rawValue: 1 << 3)
  /// «؟», «!», «…» and the Latin ones.
  static let otherEnd = Marks(rawValue: 1 << 4)
  static let straightQuote = Marks(rawValue: 1 << 5)
  static let openGuillemet = Marks(rawValue: 1 << 6)
  static let closeGuillemet = Marks(rawValue: 1 << 7)
  static let openCurly = Marks(rawValue: 1 << 8)
  static let closeCurly = Marks(rawValue: 1 << 9)
  static let openBracket = Marks(rawValue: 1 << 10)
  static let closeBracket = Marks(rawValue: 1 << 11)

  /// What ends a clause whatever stands in it.
  static let clauseEnd: Marks = [.stop, .semicolon, .colon]
  static let sentenceEnd: Marks = [.stop, .semicolon, .otherEnd]
  /// The marks that may open a quotation: some writers turn the curly ones about.
  static let openQuote: Marks = [.straightQuote, .openGuillemet, .openCurly, .closeCurly]
  static let usualOpenQuote: Marks = [.straightQuote, .openGuillemet, .openCurly]
  static let closeQuote: Marks = [.straightQuote, .closeGuillemet, .closeCurly]
  static let quotes: Marks = [.openQuote, .closeGuillemet]

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The set of one mark, empty for marks that no rule asks for.
  init(_ scalar: UInt32) {
    self =
      switch scalar {
      case 0x060C, 0x2C: .comma
      case 0x2E: .stop
      case 0x061B: .semicolon
      case 0x3A: .colon
      case 0x3B, 0x21, 0x061F, 0x3F, 0x2026: .otherEnd
      case 0x22: .straightQuote
      case 0xAB: .openGuillemet
      case 0xBB: .closeGuillemet
      case 0x201C: .openCurly
      case 0x201D: .closeCurly
      case 0x28: .openBracket
      case 0x29: .closeBracket
      default: []
      }
  }
}
