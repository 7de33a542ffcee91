/// Grammatical features of an inflected form.
@frozen
public struct Features: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  @inlinable public static var past: Features { Features(rawValue: 1 << 0) }
  @inlinable public static var imperfect: Features { Features(rawValue: 1 << 1) }
  /// A form that only the jussive has (يقل, يدع), or the subjunctive and jussive (يقولوا).
  @inlinable public static var jussive: Features { Features(rawValue: 1 << 2) }
  /// A form that only the passive has (قيل, شوهد).
  @inlinable public static var passive: Features { Features(rawValue: 1 << 3) }
  @inlinable public static var firstPerson: Features { Features(rawValue: 1 << 4) }
  @inlinable public static var feminine: Features { Features(rawValue: 1 << 5) }
  @inlinable public static var dual: Features { Features(rawValue: 1 << 6) }
  @inlinable public static var plural: Features { Features(rawValue: 1 << 7) }
  /// Indefinite accusative, written with alef.
  @inlinable public static var accusative: Features { Features(rawValue: 1 << 8) }
  /// Stands only before an attached pronoun (زيارتـ, التقاـ, قتلوـ).
  @inlinable public static var beforePronoun: Features { Features(rawValue: 1 << 9) }
  /// Construct state of a dual or sound plural, nun dropped (ممثلو, وزيرا).
  @inlinable public static var construct: Features { Features(rawValue: 1 << 10) }
  /// A dual or sound plural in the case of subjects (وزيران, ممثلون, ممثلو).
  @inlinable public static var nominative: Features { Features(rawValue: 1 << 11) }
  /// A dual or sound plural in the case that no subject has (وزيرين, ممثلين, ممثلي).
  @inlinable public static var oblique: Features { Features(rawValue: 1 << 12) }
}

/// Inflected forms: the folded letters of each, what it expresses and how it is spelt.
///
/// The letters of all stand one behind another, so that the storage serves word after word. A form
/// that two rules make stands here twice.
public struct FormList: Sendable {
  private struct Form {
    var end: Int
    var features: Features
    var spelling: Spelling
  }

  private var letters: [UInt8] = []
  private var forms: [Form] = []

  public init() {}

  public var isEmpty: Bool { forms.isEmpty }

  public mutating func removeAll() {
    letters.removeAll(keepingCapacity: true)
    forms.removeAll(keepingCapacity: true)
  }

  /// Adds a word that has this one form.
  public mutating func add(word: String, _ features: Features = []) {
    add(Letter.fold(word), [], features, Spelling(of: word))
  }

  mutating func add(
    _ stem: some Collection<UInt8>, _ ending: [UInt8], _ features: Features,
    _ spelling: Spelling = []
  ) {
    letters.append(contentsOf: stem)
    letters.append(contentsOf: ending)
    forms.append(Form(end: letters.count, features: features, spelling: spelling))
  }

  /// Calls `body` with each form in the order in which they were added, the commonest first.
  public func withEach(_ body: (UnsafeBufferPointer<UInt8>, Features, Spelling) -> Void) {
    letters.withUnsafeBufferPointer { letters in
      var start = 0
      for form in forms {
        body(UnsafeBufferPointer(rebasing: letters[start..<form.end]), form.features, form.spelling)
        start = form.end
      }
    }
  }
}
