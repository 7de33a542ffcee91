/// A fixed list of words, each found under every clitic it may carry by one look-up.
///
/// The forms (و، ف before ب، ل، ك before ال before the word) are written out once at loading, so a
/// pass over a text costs one hash and one comparison a token and allocates nothing.
public struct Vocabulary: Sendable {
  /// What stands joined before a word.
  public struct Clitics: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// و or ف.
    public static let conjunction = Clitics(rawValue: 1)
    public static let ba = Clitics(rawValue: 2)
    public static let lam = Clitics(rawValue: 4)
    public static let kaf = Clitics(rawValue: 8)
    public static let article = Clitics(rawValue: 16)
  }

  public struct Match: Sendable, Hashable {
    /// Index of the word in the list; ``Vocabulary/unknown`` where the token is none of them.
    public var word: UInt16
    public var clitics: Clitics

    public static let none = Match(word: Vocabulary.unknown, clitics: [])
  }

  public static let unknown = UInt16.max

  private struct Slot: Sendable {
    var start: Int32
    var length: Int32
    var match: Match
  }

  private var letters: [UInt8] = []
  private var slots: [Slot] = []
  private var mask = 0

  /// - Parameter words: folded and distinct; a word that the list spells with ال is found with ال
  ///   only, any other one with and without.
  public init(_ words: [[UInt8]]) {
    // Each word has itself and at most twenty-three forms.
    var size = 16
    while size < words.count * 48 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: Slot(start: 0, length: 0, match: .none), count: size)
    for (index, word) in words.enumerated() {
      insert(word, Match(word: UInt16(index), clitics: []))
    }
    // Where two readings fall together, the one with the longer word is right: «واحد» is not و+احد.
    let byLength = words.indices.sorted { words[$0].count > words[$1].count }
    for index in byLength {
      for (letters, clitics) in Self.joined(words[index]) {
        insert(letters, Match(word: UInt16(index), clitics: clitics))
      }
    }
  }

  /// Hands every token's match to `body`.
  package func withMatches<Result>(
    in text: TokenizedText, _ body: (UnsafeBufferPointer<Match>) -> Result
  ) -> Result {
    var matches: [Match] = []
    read(text, into: &matches)
    return matches.withUnsafeBufferPointer(body)
  }

  /// Looks every token up; `matches` is emptied first and keeps its storage.
  public func read(_ text: TokenizedText, into matches: inout [Match]) {
    matches.removeAll(keepingCapacity: true)
    matches.reserveCapacity(text.tokens.count)
    for index in text.tokens.indices {
      let isWord = text.tokens[index].kind == .word
      matches.append(isWord ? find(text.letters(index).buffer) : .none)
    }
  }

  /// What a word is; ``Match/none`` where it is none of the list.
  package func find(_ word: UnsafeBufferPointer<UInt8>) -> Match {
    var at = Self.hash(word) & mask
    while slots[at].length > 0 {
      let slot = slots[at]
      if Int(slot.length) == word.count, equals(slot, word) { return slot.match }
      at = (at + 1) & mask
    }
    return .none
  }

  private func equals(_ slot: Slot, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in 0..<word.count where letters[Int(slot.start) + index] != word[index] {
      return false
    }
    return true
  }

  private mutating func insert(_ word: [UInt8], _ match: Match) {
    guard !word.isEmpty else { return }
    let (known, hash) = word.withUnsafeBufferPointer { (find($0).word, Self.hash($0)) }
    guard known == Self.unknown else { return }
    var at = hash & mask
    while slots[at].length > 0 { at = (at + 1) & mask }
    slots[at] = Slot(start: Int32(letters.count), length: Int32(word.count), match: match)
    letters += word
  }

  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for letter in word { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 29))
  }

  private static func joined(_ word: [UInt8]) -> [([UInt8], Clitics)] {
    let article = [Letter.alef, Letter.lam]
    let isDefinite = word.starts(with: article)
    let prepositions: [([UInt8], Clitics)] = [
      ([], []), ([Letter.ba], .ba), ([Letter.lam], .lam), ([Letter.kaf], .kaf),
    ]
    let conjunctions: [([UInt8], Clitics)] = [
      ([], []), ([Letter.waw], .conjunction), ([Letter.fa], .conjunction),
    ]
    var forms: [([UInt8], Clitics)] = []
    for (conjunction, first) in conjunctions {
      for (preposition, second) in prepositions {
        let before = conjunction + preposition
        let clitics = first.union(second)
        if isDefinite && second == .lam {
          // ل before ال writes one ا less.
          forms.append((before + [Letter.lam] + word.dropFirst(2), clitics))
        } else if !before.isEmpty {
          forms.append((before + word, clitics))
        }
        guard !isDefinite else { continue }
        let joint = second == .lam ? [Letter.lam] : article
        forms.append((before + joint + word, clitics.union(.article)))
      }
    }
    return forms
  }
}
