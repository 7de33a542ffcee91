/// One folded letter in one byte, so that clitics are cut by index and words compare by memory.
///
/// Arabic letters U+0621…U+064A take 0x80…0xA9 in code point order, the letters that Persian, Urdu
/// and loan words add take 0xB0…, ASCII stays itself in lower case, and whatever else there is
/// becomes ``other``: it cannot stand in a lexicon, so it need not be told apart.
public enum Letter {
  public static let other: UInt8 = 0xFF

  public static let hamza: UInt8 = 0x80
  public static let wawHamza: UInt8 = 0x83
  public static let yaHamza: UInt8 = 0x85
  public static let alef: UInt8 = 0x86
  public static let ba: UInt8 = 0x87
  public static let ta: UInt8 = 0x89
  public static let sin: UInt8 = 0x92
  public static let fa: UInt8 = 0xA0
  public static let kaf: UInt8 = 0xA2
  public static let lam: UInt8 = 0xA3
  public static let mim: UInt8 = 0xA4
  public static let nun: UInt8 = 0xA5
  public static let ha: UInt8 = 0xA6
  public static let waw: UInt8 = 0xA7
  public static let ya: UInt8 = 0xA9

  /// Whether a folded letter is of the Arabic script.
  @inline(__always)
  public static func isArabic(_ letter: UInt8) -> Bool { letter >= 0x80 && letter < 0xF0 }

  /// The folded letters of a word that a lexicon or a test writes out.
  public static func fold(_ word: String) -> [UInt8] { fold(word[...]) }

  /// The folded letters of a word that a lexicon or a test writes out.
  public static func fold(_ word: Substring) -> [UInt8] {
    var word = word
    return word.withUTF8 { bytes in
      // No scalar folds to more letters than it has bytes.
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { letters in
        var count = 0
        forEach(bytes) {
          letters[count] = $0
          count &+= 1
        }
        return Array(UnsafeBufferPointer(rebasing: letters[..<count]))
      }
    }
  }

  /// Whether a text in valid UTF-8 has any letter or mark but for blanks.
  public static func isWord(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while at < bytes.count {
      let (scalar, length) = Folding.decode(bytes, at)
      let (first, second) = Folding.fold(scalar)
      if first > 0x20 || second > 0x20 { return true }
      at += length
    }
    return false
  }

  @inline(__always)
  private static func forEach(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt8) -> Void
  ) {
    var at = 0
    while at < bytes.count {
      let (scalar, length) = Folding.decode(bytes, at)
      let (first, second) = Folding.fold(scalar)
      if first != 0 { body(first) }
      if second != 0 { body(second) }
      at += length
    }
  }

  /// A readable form of folded letters, for messages; not the source's spelling.
  public static func text(_ letters: some Sequence<UInt8>) -> String {
    var view = String.UnicodeScalarView()
    for letter in letters {
      switch letter {
      case 0x80...0xA9: view.append(Unicode.Scalar(0x0621 + UInt32(letter - 0x80)) ?? "?")
      case 0xB0..<0xB0 + UInt8(Folding.added.count):
        view.append(Unicode.Scalar(Folding.added[Int(letter - 0xB0)]) ?? "?")
      case 0..<0x80: view.append(Unicode.Scalar(letter))
      default: view.append("?")
      }
    }
    return String(view)
  }
}
