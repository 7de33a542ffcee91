extension TokenizedText {
  /// Reads a text in one pass over its bytes.
  public mutating func read(_ text: String) {
    if !isKnownUniquelyReferenced(&storage) { storage = Storage() }
    var text = text
    text.withUTF8 { fill($0) }
  }

  private mutating func fill(_ text: UnsafeBufferPointer<UInt8>) {
    storage.utf8.removeAll()
    storage.tokens.removeAll()
    storage.letters.removeAll()
    storage.utf8.append(contentsOf: text)
    // Behind the end stands what belongs to no word, so that the pass need not ask where the end is.
    storage.utf8.append(0)
    storage.tokens.reserve(text.count / 8)
    // No scalar folds to more letters than it has bytes.
    storage.letters.append(atMost: text.count) { letters in
      var scan = Scan(bytes: storage.utf8.all, letters: letters)
      scan.run(&storage.tokens)
      scalars = Int(scan.scalar)
      return scan.letterCount
    }
    utf8 = storage.utf8.values(0..<text.count)
    tokens = storage.tokens.all
    letters = storage.letters.all
  }
}

/// The state of the pass: where it is, and the token that is still open.
private struct Scan {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// How many bytes the text has.
  private let size: Int
  private let letters: UnsafeMutablePointer<UInt8>
  private(set) var letterCount = 0
  private(set) var scalar: Int32 = 0
  private var at = 0
  private var open: Token?
  private var spaceBefore = true
  private let folded = Folding.letters.all

  private enum Class {
    case arabic, digit, foreign, space, lineBreak, mark, joiner
  }

  /// - Parameters:
  ///   - bytes: the text and a zero behind it.
  ///   - letters: room for the folded letters of all words.
  init(bytes: UnsafeBufferPointer<UInt8>, letters: UnsafeMutablePointer<UInt8>) {
    self.bytes = bytes
    size = bytes.count - 1
    self.letters = letters
  }

  mutating func run(_ tokens: inout Column<Token>) {
    while at < size {
      let letter = letter(at)
      if letter != 0 {
        takeLetters(letter, &tokens)
      } else if bytes[at] == UInt8(ascii: " ") {
        close(&tokens)
        spaceBefore = true
        advance(1)
      } else {
        step(&tokens)
      }
    }
    close(&tokens)
  }

  /// Takes the scalar that comes next.
  private mutating func step(_ tokens: inout Column<Token>) {
    let (value, length) = Folding.decode(bytes, at)
    let kind = Self.classify(value)
    switch kind {
    case .arabic: extend(.word, value, length, &tokens)
    case .foreign: extend(.foreign, value, length, &tokens)
    case .digit: extend(.number, value, length, &tokens)
    case .joiner:
      // A sign without a letter before it belongs to nothing.
      if open != nil {
        extend(open?.kind ?? .word, value, length, &tokens)
      } else {
        advance(length)
      }
    case .space:
      close(&tokens)
      spaceBefore = true
      advance(length)
    case .lineBreak:
      close(&tokens)
      if let last = tokens.indices.last, tokens[last].kind == .lineBreak {
        tokens[last].symbol += 1
        tokens[last].end = Int32(at + length)
        tokens[last].scalarEnd = scalar + 1
        advance(length)
      } else {
        addOne(.lineBreak, length, symbol: 1, &tokens)
      }
      spaceBefore = true
    case .mark:
      if open?.kind == .number, Self.joinsDigits(value), at + length < size,
        Self.classify(Folding.decode(bytes, at + length).value) == .digit
      {
        extend(.number, value, length, &tokens)
        return
      }
      close(&tokens)
      addOne(.punctuation, length, symbol: value, &tokens)
    }
  }

  /// The folded letter at an offset, where one of the Arabic alphabet itself stands there, U+0621 to
  /// U+064A: two bytes, the first 0xD8 or 0xD9; else 0.
  @inline(__always)
  private func letter(_ at: Int) -> UInt8 {
    bytes[at] & 0xFE == 0xD8 ? folded[place(at)] : 0
  }

  /// The letter's place in the table.
  @inline(__always)
  private func place(_ at: Int) -> Int {
    Int(bytes[at] & 1) &<< 6 | Int(bytes[at &+ 1] & 0x3F)
  }

  /// Takes a letter and all others that come next: most words are nothing else.
  @inline(__always)
  private mutating func takeLetters(_ first: UInt8, _ tokens: inout Column<Token>) {
    if open != nil, open?.kind != .word { finish(&tokens) }
    // Without checks for overflow, which no text's length comes near.
    let (start, firstLetter) = (at, letterCount)
    var (end, count, next) = (start, firstLetter, first)
    repeat {
      letters[count] = next
      count &+= 1
      end &+= 2
      next = letter(end)
    } while next != 0
    at = end
    letterCount = count
    let scalarEnd = scalar &+ Int32(truncatingIfNeeded: count &- firstLetter)
    if open == nil {
      // No ASCII belongs to a word.
      if bytes[end] < 0x80 {
        tokens.append(
          Token(
            kind: .word, spelling: spelling(start, isFirst: true, after: []),
            spaceBefore: spaceBefore, start: Int32(truncatingIfNeeded: start),
            end: Int32(truncatingIfNeeded: end), scalarStart: scalar, scalarEnd: scalarEnd,
            lettersStart: Int32(truncatingIfNeeded: firstLetter),
            lettersEnd: Int32(truncatingIfNeeded: count), symbol: 0))
        scalar = scalarEnd
        spaceBefore = false
        return
      }
      begin(.word, at: start, lettersStart: firstLetter)
    }
    let isFirst = Int(open?.lettersStart ?? 0) == firstLetter
    let spelling = spelling(start, isFirst: isFirst, after: open?.spelling ?? [])
    open?.spelling = spelling
    scalar = scalarEnd
  }

  /// A word's spelling with the letters from `start` up to here: the first of them counts, and those
  /// from the last one on that makes what stands before it no end of the word.
  @inline(__always)
  private func spelling(_ start: Int, isFirst: Bool, after before: Spelling) -> Spelling {
    var spelling = before
    var last = at &- 2
    while last > start, place(last) == 0x29 || place(last) == 0x49 { last &-= 2 }
    if last > start, isFirst {
      spelling.note(letter: 0x0600 + UInt32(place(start)), isFirst: true)
    }
    while last < at {
      spelling.note(letter: 0x0600 + UInt32(place(last)), isFirst: isFirst && last == start)
      last &+= 2
    }
    return spelling
  }

  private mutating func extend(
    _ kind: Token.Kind, _ value: UInt32, _ length: Int, _ tokens: inout Column<Token>
  ) {
    if open?.kind != kind {
      close(&tokens)
      begin(kind, at: at, lettersStart: letterCount)
    }
    if kind == .word {
      let isFirst = Int(open?.lettersStart ?? 0) == letterCount
      open?.spelling.note(value, isFirst: isFirst)
    }
    let (first, second) = Folding.fold(value)
    if first != 0 { append(first) }
    if second != 0 { append(second) }
    advance(length)
  }

  private mutating func append(_ letter: UInt8) {
    letters[letterCount] = letter
    letterCount += 1
  }

  private mutating func begin(_ kind: Token.Kind, at start: Int, lettersStart: Int) {
    open = Token(
      kind: kind, spelling: [], spaceBefore: spaceBefore, start: Int32(start), end: 0,
      scalarStart: scalar, scalarEnd: 0, lettersStart: Int32(lettersStart), lettersEnd: 0,
      symbol: 0)
    spaceBefore = false
  }

  /// Ends the open token here.
  @inline(__always)
  private mutating func close(_ tokens: inout Column<Token>) {
    if open != nil { finish(&tokens) }
  }

  private mutating func finish(_ tokens: inout Column<Token>) {
    guard var token = open else { return }
    open = nil
    token.end = Int32(at)
    token.scalarEnd = scalar
    token.lettersEnd = Int32(letterCount)
    tokens.append(token)
  }

  /// Adds a token that is one scalar long.
  private mutating func addOne(
    _ kind: Token.Kind, _ length: Int, symbol: UInt32, _ tokens: inout Column<Token>
  ) {
    tokens.append(
      Token(
        kind: kind, spelling: [], spaceBefore: spaceBefore, start: Int32(at),
        end: Int32(at + length), scalarStart: scalar, scalarEnd: scalar + 1,
        lettersStart: Int32(letterCount), lettersEnd: Int32(letterCount), symbol: symbol))
    spaceBefore = false
    advance(length)
  }

  private mutating func advance(_ length: Int) {
    at += length
    scalar += 1
  }

  @inline(__always)
  private static func classify(_ value: UInt32) -> Class {
    switch value {
    case 0x0620...0x063F, 0x0641...0x064A, 0x066E, 0x066F, 0x0671...0x06D3, 0x06D5,
      0x06EE, 0x06EF, 0x06FA...0x06FF, 0x0750...0x077F, 0x08A0...0x08C9, 0xFB50...0xFDCF,
      0xFDF0...0xFDFB, 0xFE70...0xFEFC:
      return .arabic
    case 0x30...0x39, 0x0660...0x0669, 0x06F0...0x06F9: return .digit
    case 0x41...0x5A, 0x61...0x7A: return .foreign
    case 0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: return .lineBreak
    case 0x20, 0x09, 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000: return .space
    case 0...0x7F: return .mark
    case _ where Folding.isMark(value): return .joiner
    default: return isLetter(value) ? .foreign : .mark
    }
  }

  @inline(never)
  private static func isLetter(_ value: UInt32) -> Bool {
    Unicode.Scalar(value)?.properties.isAlphabetic ?? false
  }

  /// Separators that may stand between two digits of one number.
  private static func joinsDigits(_ value: UInt32) -> Bool {
    switch value {
    case 0x2C, 0x2E, 0x060C, 0x066B, 0x066C: true
    default: false
    }
  }
}
