/// Grammatical features of an inflected form.
public struct Features: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let past = Features(rawValue: 1 << 0)
  public static let imperfect = Features(rawValue: 1 << 1)
  /// A form that only the jussive has (يقل, يدع), or the subjunctive and jussive (يقولوا).
  public static let jussive = Features(rawValue: 1 << 2)
  /// A form that only the passive has (قيل, شوهد).
  public static let passive = Features(rawValue: 1 << 3)
  public static let firstPerson = Features(rawValue: 1 << 4)
  public static let feminine = Features(rawValue: 1 << 5)
  public static let dual = Features(rawValue: 1 << 6)
  public static let plural = Features(rawValue: 1 << 7)
  /// Indefinite accusative, written with alef.
  public static let accusative = Features(rawValue: 1 << 8)
  /// Stands only before an attached pronoun (زيارتـ, التقاـ, قتلوـ).
  public static let beforePronoun = Features(rawValue: 1 << 9)
  /// Construct state of a dual or sound plural, nun dropped (ممثلو, وزيرا).
  public static let construct = Features(rawValue: 1 << 10)
}

/// An inflected form: its folded letters, what it expresses and how it is spelt.
public struct InflectedForm: Sendable, Hashable {
  public var letters: [UInt8]
  public var features: Features
  public var spelling: Spelling

  init(_ letters: [UInt8], _ features: Features, _ spelling: Spelling = []) {
    self.letters = letters
    self.features = features
    self.spelling = spelling
  }
}

extension InflectedForm {
  /// A word that has this one form.
  public init(word: String, _ features: Features = []) {
    self.init(Letter.fold(word), features, Spelling(of: word))
  }
}
