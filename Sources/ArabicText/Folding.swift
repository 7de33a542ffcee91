/// What counts as the same letter when words are looked up.
///
/// Vowel signs and tatweel fall away; hamza seats of alef, alef maqsura, ta marbuta and Persian
/// and presentation forms become their plain letters; digits become ASCII; Latin becomes lower
/// case. What folding loses and a reading needs (`ة` is no pronoun, `إن` is not `أن`) stays with
/// the token as its ``Spelling``.
public enum Folding {
  /// Letters beyond Arabic's own that names in the press use; the code of each is 0xB0 + index.
  static let added: [UInt32] = [0x067E, 0x0686, 0x0698, 0x06AF, 0x06A4, 0x06A8, 0x06AD, 0x0679]

  /// The scalar at an offset of valid UTF-8, as a `String`'s bytes are, and how many bytes it has.
  @inlinable
  @inline(__always)
  public static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[at])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(bytes[at + 1] & 0x3F)
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(bytes[at + 2] & 0x3F)
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    let fourth = UInt32(bytes[at + 3] & 0x3F)
    return ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
  }

  /// The folded form of one scalar: no letter, one, or two for a ligature; 0 stands for none.
  @inline(__always)
  static func fold(_ scalar: UInt32) -> (UInt8, UInt8) {
    if scalar >= 0x0621 && scalar <= 0x064A { return (arabic[Int(scalar - 0x0621)], 0) }
    if scalar < 0x80 {
      return (scalar >= 0x41 && scalar <= 0x5A ? UInt8(scalar | 0x20) : UInt8(scalar), 0)
    }
    return foldRare(scalar)
  }

  /// Whether a scalar is a letter of the Arabic alphabet itself.
  @inline(__always)
  static func isPlain(_ scalar: UInt32) -> Bool {
    scalar &- 0x0621 < 0x2A && scalar != 0x0640
  }

  /// Whether a scalar is a sign on a letter, or fills space in a word, and folds to nothing.
  @inline(__always)
  public static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x064B...0x065F, 0x0640, 0x0670, 0x0610...0x061A, 0x06D6...0x06DC, 0x06DF...0x06E8,
      0x06EA...0x06ED, 0x08D3...0x08FF, 0x0300...0x036F, 0x200C, 0x200D:
      true
    default: false
    }
  }

  @inline(never)
  private static func foldRare(_ scalar: UInt32) -> (UInt8, UInt8) {
    switch scalar {
    case 0x0660...0x0669: (UInt8(0x30 + scalar - 0x0660), 0)
    case 0x06F0...0x06F9: (UInt8(0x30 + scalar - 0x06F0), 0)
    case 0x0671...0x0673, 0x0675: (Letter.alef, 0)
    case 0x06CC, 0x06CD, 0x06D0, 0x06D2, 0x063D: (Letter.ya, 0)
    case 0x06A9, 0x06AA: (Letter.kaf, 0)
    case 0x06C0...0x06C3, 0x06BE, 0x06D5: (Letter.ha, 0)
    case 0xFE80...0xFEFC: foldPresentationForm(scalar)
    case _ where isMark(scalar): (0, 0)
    default: (added.firstIndex(of: scalar).map { 0xB0 + UInt8($0) } ?? Letter.other, 0)
    }
  }

  /// Presentation forms B list each letter's shapes in a row, in the order of the letters.
  private static func foldPresentationForm(_ scalar: UInt32) -> (UInt8, UInt8) {
    if scalar >= 0xFEF5 { return (Letter.lam, Letter.alef) }
    var first: UInt32 = 0xFE80
    for (base, shapes) in shapes {
      if scalar < first + shapes { return fold(base) }
      first += shapes
    }
    return (0, 0)
  }

  private static let shapes: [(base: UInt32, count: UInt32)] = {
    let one: Set<UInt32> = [0x0621]
    let two: Set<UInt32> = [
      0x0622, 0x0623, 0x0624, 0x0625, 0x0627, 0x0629, 0x062F, 0x0630, 0x0631, 0x0632, 0x0648,
      0x0649,
    ]
    let letters = Array(0x0621...0x063A) + Array(0x0641...0x064A)
    return letters.map { letter in
      let base = UInt32(letter)
      return (base, one.contains(base) ? 1 : two.contains(base) ? 2 : 4)
    }
  }()

  /// The folded letters of U+0600 to U+067F, by their places; 0 for what is no letter of the Arabic
  /// alphabet itself.
  static let letters = FixedArray(
    (0x0600...0x067F).map { scalar in
      let isLetter = (0x0621...0x063A).contains(scalar) || (0x0641...0x064A).contains(scalar)
      return isLetter ? arabic[scalar - 0x0621] : 0
    })

  private static let arabic: [UInt8] = (0x0621...0x064A).map { scalar in
    switch scalar {
    case 0x0622, 0x0623, 0x0625: Letter.alef
    case 0x0629: Letter.ha
    case 0x0649: Letter.ya
    case 0x063B...0x063F: Letter.other
    case 0x0640: 0
    default: 0x80 + UInt8(scalar - 0x0621)
    }
  }
}
