/// What folding loses of a word's spelling and its readings can be told apart by.
@frozen
public struct Spelling: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Ends in ta marbuta.
  @inlinable public static var taMarbuta: Spelling { Spelling(rawValue: 1) }
  /// Ends in alef maqsura.
  @inlinable public static var alefMaqsura: Spelling { Spelling(rawValue: 2) }
  /// Begins with alef with hamza above (or madda).
  @inlinable public static var hamzaAbove: Spelling { Spelling(rawValue: 4) }
  /// Begins with alef with hamza below.
  @inlinable public static var hamzaBelow: Spelling { Spelling(rawValue: 8) }
  /// Ends in alef with hamza above: «هنأ» is not «هنا».
  @inlinable public static var finalHamza: Spelling { Spelling(rawValue: 32) }
  /// Carries a tanwin fatha or ends in it: an indefinite accusative.
  @inlinable public static var tanwin: Spelling { Spelling(rawValue: 16) }

  /// The letters that only end a word. One number: a list would be made anew for each letter.
  private static var endings: Spelling {
    Spelling(rawValue: taMarbuta.rawValue | alefMaqsura.rawValue)
  }

  public init(of word: String) { self.init(of: word[...]) }

  public init(of word: Substring) {
    var spelling: Spelling = []
    var word = word
    word.withUTF8 { bytes in
      var isFirst = true
      var at = 0
      while at < bytes.count {
        let (scalar, length) = Folding.decode(bytes, at)
        spelling.note(scalar, isFirst: isFirst)
        if isFirst, !Folding.isMark(scalar) { isFirst = false }
        at += length
      }
    }
    self = spelling
  }

  /// Takes the next scalar of the word into account.
  @inline(__always)
  mutating func note(_ scalar: UInt32, isFirst: Bool) {
    if !Folding.isPlain(scalar), Folding.isMark(scalar) {
      if scalar == 0x064B { insert(.tanwin) }
    } else {
      note(letter: scalar, isFirst: isFirst)
    }
  }

  /// Takes the next letter of the word into account.
  @inline(__always)
  mutating func note(letter: UInt32, isFirst: Bool) {
    if isFirst {
      if letter == 0x0623 || letter == 0x0622 { insert(.hamzaAbove) }
      if letter == 0x0625 { insert(.hamzaBelow) }
    }
    remove(.finalHamza)
    switch letter {
    case 0x0623:
      subtract(Self.endings)
      if !isFirst { insert(.finalHamza) }
    case 0x0629: insert(.taMarbuta)
    case 0x0649: insert(.alefMaqsura)
    default: subtract(Self.endings)
    }
  }

  /// Whether a word spelt so can be the form that a lexicon spells `form`, given that their folded
  /// letters are equal: what is written out must agree, what is left open may be either.
  @inline(__always)
  public func allows(_ form: Spelling) -> Bool {
    if contains(.taMarbuta) && !form.contains(.taMarbuta) { return false }
    if contains(.finalHamza) && !form.contains(.finalHamza) { return false }
    if contains(.hamzaAbove) && form.contains(.hamzaBelow) { return false }
    if contains(.hamzaBelow) && form.contains(.hamzaAbove) { return false }
    return true
  }

  /// Whether the word is written exactly as the lexicon writes it.
  @inline(__always)
  public func equals(_ form: Spelling) -> Bool {
    let relevant: Spelling = [.taMarbuta, .alefMaqsura]
    return intersection(relevant) == form.intersection(relevant)
  }
}
