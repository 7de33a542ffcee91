/// A word, number, foreign word, mark or line break of a text.
@frozen
public struct Token: Sendable {
  public enum Kind: UInt8, Sendable {
    /// Arabic letters.
    case word
    /// Digits, with the separators inside them.
    case number
    /// Letters of any other script.
    case foreign
    /// One mark; which, ``Token/symbol`` tells.
    case punctuation
    /// One line break or several.
    case lineBreak
  }

  public var kind: Kind
  public var spelling: Spelling
  /// Whether white space (or the text's start) stands before it.
  public var spaceBefore: Bool
  /// UTF-8 offsets of the text, end exclusive.
  public var start: Int32
  public var end: Int32
  /// Unicode scalar offsets of the text, end exclusive.
  public var scalarStart: Int32
  public var scalarEnd: Int32
  /// Where its folded letters stand in ``TokenizedText/letters``, end exclusive.
  public var lettersStart: Int32
  public var lettersEnd: Int32
  /// The scalar of a mark; the number of breaks in a line break; else 0.
  public var symbol: UInt32

  @inlinable
  public func isMark(_ scalar: Unicode.Scalar) -> Bool {
    kind == .punctuation && symbol == scalar.value
  }

  /// Whether it is a quotation mark: " « » “ ”
  @inlinable
  public var isQuote: Bool {
    guard kind == .punctuation else { return false }
    switch symbol {
    case 0x22, 0xAB, 0xBB, 0x201C, 0x201D: return true
    default: return false
    }
  }
}

/// A text with its tokens; the storage is kept when another text is read into it.
public struct TokenizedText: @unchecked Sendable {
  /// Owns the memory that the text's parts point to.
  final class Storage {
    @exclusivity(unchecked) var utf8 = Column<UInt8>()
    @exclusivity(unchecked) var tokens = Column<Token>()
    @exclusivity(unchecked) var letters = Column<UInt8>()

    deinit {
      utf8.deallocate()
      tokens.deallocate()
      letters.deallocate()
    }
  }

  var storage = Storage()
  /// The source. As ``tokens`` and ``letters`` it is memory of the text, which has to be kept in a
  /// variable while they are read.
  public internal(set) var utf8 = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  public internal(set) var tokens = UnsafeBufferPointer<Token>(start: nil, count: 0)
  public internal(set) var letters = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// Length of the text in Unicode scalars.
  public internal(set) var scalars = 0

  public init() {}

  public init(_ text: String) {
    read(text)
  }

  /// The folded letters of a token.
  @inlinable
  public func letters(_ token: Int) -> Letters {
    Letters(
      UnsafeBufferPointer(
        rebasing: letters[Int(tokens[token].lettersStart)..<Int(tokens[token].lettersEnd)]))
  }

  /// The source's own letters from the first to the last token of a range.
  public func text(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    return String(
      decoding: utf8[Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)],
      as: UTF8.self)
  }
}
