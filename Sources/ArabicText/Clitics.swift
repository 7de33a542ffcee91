/// What is written onto a word: before it a conjunction, a preposition, the article or the future's
/// sin, behind it a pronoun.
@frozen
public struct Clitics: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  @inlinable public static var wa: Clitics { Clitics(rawValue: 1 << 0) }
  @inlinable public static var fa: Clitics { Clitics(rawValue: 1 << 1) }
  @inlinable public static var bi: Clitics { Clitics(rawValue: 1 << 2) }
  @inlinable public static var li: Clitics { Clitics(rawValue: 1 << 3) }
  @inlinable public static var ka: Clitics { Clitics(rawValue: 1 << 4) }
  @inlinable public static var article: Clitics { Clitics(rawValue: 1 << 5) }
  @inlinable public static var sa: Clitics { Clitics(rawValue: 1 << 6) }
  /// A pronoun of the third person: ه، ها، هم، هما، هن.
  @inlinable public static var pronoun: Clitics { Clitics(rawValue: 1 << 7) }
  /// The pronoun is feminine singular (ها), which non-human plurals take too.
  @inlinable public static var pronounFeminine: Clitics { Clitics(rawValue: 1 << 8) }
  /// The pronoun is dual or plural.
  @inlinable public static var pronounPlural: Clitics { Clitics(rawValue: 1 << 9) }
  /// A pronoun of the first or second person: ي، نا، ك، كم.
  @inlinable public static var pronounOfSpeech: Clitics { Clitics(rawValue: 1 << 10) }

  @inlinable public static var conjunction: Clitics { [.wa, .fa] }
  @inlinable public static var preposition: Clitics { [.bi, .li, .ka] }
  @inlinable public static var anyPronoun: Clitics { [.pronoun, .pronounOfSpeech] }
}

/// Every way to cut a word into clitics and a stem, whole word first.
public enum Segmentation {
  /// Calls `body` with each cut: the stem's bounds within the word, and what was cut off.
  @inline(__always)
  public static func forEach(
    _ word: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, Clitics) -> Void
  ) {
    forEachStart(word) { start, prefix in
      forEachEnd(word, from: start) { end, suffix in
        body(start..<end, prefix.union(suffix))
      }
    }
  }

  @inline(__always)
  private static func forEachStart(
    _ word: UnsafeBufferPointer<UInt8>, _ body: (Int, Clitics) -> Void
  ) {
    forEachAfterConjunction(word, 0, [], body)
    guard word.count >= 3 else { return }
    if word[0] == Letter.waw { forEachAfterConjunction(word, 1, .wa, body) }
    if word[0] == Letter.fa { forEachAfterConjunction(word, 1, .fa, body) }
  }

  @inline(__always)
  private static func forEachAfterConjunction(
    _ word: UnsafeBufferPointer<UInt8>, _ start: Int, _ clitics: Clitics,
    _ body: (Int, Clitics) -> Void
  ) {
    body(start, clitics)
    let rest = word.count - start
    guard rest >= 3 else { return }
    switch word[start] {
    case Letter.ba: afterPreposition(word, start + 1, clitics.union(.bi), body)
    case Letter.kaf: afterPreposition(word, start + 1, clitics.union(.ka), body)
    case Letter.lam:
      afterPreposition(word, start + 1, clitics.union(.li), body)
      if rest >= 4, word[start + 1] == Letter.lam {
        body(start + 2, clitics.union([.li, .article]))
      }
    case Letter.alef:
      if rest >= 4, word[start + 1] == Letter.lam {
        body(start + 2, clitics.union(.article))
      }
    case Letter.sin: body(start + 1, clitics.union(.sa))
    default: break
    }
  }

  @inline(__always)
  private static func afterPreposition(
    _ word: UnsafeBufferPointer<UInt8>, _ start: Int, _ clitics: Clitics,
    _ body: (Int, Clitics) -> Void
  ) {
    body(start, clitics)
    if word.count - start >= 4, word[start] == Letter.alef, word[start + 1] == Letter.lam {
      body(start + 2, clitics.union(.article))
    }
  }

  @inline(__always)
  private static func forEachEnd(
    _ word: UnsafeBufferPointer<UInt8>, from start: Int, _ body: (Int, Clitics) -> Void
  ) {
    let end = word.count
    body(end, [])
    // «له», «به» are a preposition of one letter and its pronoun.
    guard end - start >= 2 else { return }
    let last = word[end - 1]
    let before = word[end - 2]
    if last == Letter.ha { return body(end - 1, .pronoun) }
    guard end - start >= 3 else { return }
    switch last {
    case Letter.ya: body(end - 1, .pronounOfSpeech)
    case Letter.kaf: body(end - 1, .pronounOfSpeech)
    case Letter.alef:
      if before == Letter.ha { body(end - 2, [.pronoun, .pronounFeminine]) }
      if before == Letter.nun { body(end - 2, .pronounOfSpeech) }
      if end - start >= 4, before == Letter.mim, word[end - 3] == Letter.ha {
        body(end - 3, [.pronoun, .pronounPlural])
      }
    case Letter.mim:
      if before == Letter.ha { body(end - 2, [.pronoun, .pronounPlural]) }
      if before == Letter.kaf { body(end - 2, .pronounOfSpeech) }
    case Letter.nun:
      if before == Letter.ha { body(end - 2, [.pronoun, .pronounPlural]) }
    default: break
    }
  }
}
