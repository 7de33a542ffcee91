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
    storage.letters.reserve(text.count)
    storage.tokens.reserve(text.count / 8)
    var scan = Scan()
    while scan.at < text.count { scan.step(text, &storage.tokens, &storage.letters) }
    scan.close(&storage.tokens, storage.letters)
    scalars = Int(scan.scalar)
    utf8 = storage.utf8.all
    tokens = storage.tokens.all
    letters = storage.letters.all
  }
}

/// The state of the pass: where it is, and the token that is still open.
private struct Scan {
  var at = 0
  var scalar: Int32 = 0
  private var open: Token?
  private var spaceBefore = true
  private let letter = Folding.letters.all

  private enum Class {
    case arabic, digit, foreign, space, lineBreak, mark, joiner
  }

  mutating func step(
    _ bytes: UnsafeBufferPointer<UInt8>, _ tokens: inout Column<Token>,
    _ letters: inout Column<UInt8>
  ) {
    if bytes[at] == UInt8(ascii: " ") {
      close(&tokens, letters)
      spaceBefore = true
      return advance(1)
    }
    if hasLetter(bytes, at) { return extendWord(bytes, &tokens, &letters) }
    let (value, length) = Folding.decode(bytes, at)
    let kind = Self.classify(value)
    switch kind {
    case .arabic: extend(.word, value, length, &tokens, &letters)
    case .foreign: extend(.foreign, value, length, &tokens, &letters)
    case .digit: extend(.number, value, length, &tokens, &letters)
    case .joiner:
      // A sign without a letter before it belongs to nothing.
      if open != nil {
        extend(open?.kind ?? .word, value, length, &tokens, &letters)
      } else {
        advance(length)
      }
    case .space:
      close(&tokens, letters)
      spaceBefore = true
      advance(length)
    case .lineBreak:
      close(&tokens, letters)
      if let last = tokens.indices.last, tokens[last].kind == .lineBreak {
        tokens[last].symbol += 1
        tokens[last].end = Int32(at + length)
        tokens[last].scalarEnd = scalar + 1
      } else {
        begin(.lineBreak, letters, symbol: 1)
        finish(length, &tokens, letters)
      }
      spaceBefore = true
      advance(length)
    case .mark:
      if open?.kind == .number, Self.joinsDigits(value), at + length < bytes.count,
        Self.classify(Folding.decode(bytes, at + length).value) == .digit
      {
        extend(.number, value, length, &tokens, &letters)
        return
      }
      close(&tokens, letters)
      begin(.punctuation, letters, symbol: value)
      finish(length, &tokens, letters)
      advance(length)
    }
  }

  /// Whether a letter of the Arabic alphabet itself comes next, U+0621 to U+064A: two bytes, the
  /// first 0xD8 or 0xD9.
  @inline(__always)
  private func hasLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    at &+ 1 < bytes.count && bytes[at] & 0xFE == 0xD8 && letter[Self.index(bytes, at)] != 0
  }

  @inline(__always)
  private static func index(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    Int(bytes[at] & 1) &<< 6 | Int(bytes[at &+ 1] & 0x3F)
  }

  /// Takes all such letters that come next: most words are nothing else.
  private mutating func extendWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ tokens: inout Column<Token>,
    _ letters: inout Column<UInt8>
  ) {
    if open?.kind != .word {
      close(&tokens, letters)
      begin(.word, letters, symbol: 0)
    }
    let isFirst = Int(open?.lettersStart ?? 0) == letters.count
    let start = at
    // Without checks for overflow, which no text's length comes near.
    var end = at
    repeat {
      letters.append(letter[Self.index(bytes, end)])
      end &+= 2
    } while hasLetter(bytes, end)
    at = end
    scalar += Int32(truncatingIfNeeded: (at - start) / 2)
    noteSpelling(bytes, start..<at, isFirst: isFirst)
  }

  /// Takes letters into account that stand together: the first, and those from the last one on that
  /// makes what stands before it no end of the word.
  @inline(__always)
  private mutating func noteSpelling(
    _ bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>, isFirst: Bool
  ) {
    var spelling = open?.spelling ?? []
    var at = run.upperBound - 2
    while at > run.lowerBound, Self.index(bytes, at) == 0x29 || Self.index(bytes, at) == 0x49 {
      at -= 2
    }
    if at > run.lowerBound, isFirst {
      spelling.note(0x0600 + UInt32(Self.index(bytes, run.lowerBound)), isFirst: true)
    }
    while at < run.upperBound {
      spelling.note(
        0x0600 + UInt32(Self.index(bytes, at)), isFirst: isFirst && at == run.lowerBound)
      at += 2
    }
    open?.spelling = spelling
  }

  mutating func close(_ tokens: inout Column<Token>, _ letters: Column<UInt8>) {
    guard var token = open else { return }
    open = nil
    token.end = Int32(at)
    token.scalarEnd = scalar
    token.lettersEnd = Int32(letters.count)
    tokens.append(token)
  }

  private mutating func extend(
    _ kind: Token.Kind, _ value: UInt32, _ length: Int, _ tokens: inout Column<Token>,
    _ letters: inout Column<UInt8>
  ) {
    if open?.kind != kind {
      close(&tokens, letters)
      begin(kind, letters, symbol: 0)
    }
    if kind == .word {
      let isFirst = Int(open?.lettersStart ?? 0) == letters.count
      open?.spelling.note(value, isFirst: isFirst)
    }
    let (first, second) = Folding.fold(value)
    if first != 0 { letters.append(first) }
    if second != 0 { letters.append(second) }
    advance(length)
  }

  private mutating func begin(_ kind: Token.Kind, _ letters: Column<UInt8>, symbol: UInt32) {
    open = Token(
      kind: kind, spelling: [], spaceBefore: spaceBefore, start: Int32(at), end: 0,
      scalarStart: scalar, scalarEnd: 0, lettersStart: Int32(letters.count), lettersEnd: 0,
      symbol: symbol)
    spaceBefore = false
  }

  /// Ends the open token, which is one scalar long, behind that scalar.
  private mutating func finish(
    _ length: Int, _ tokens: inout Column<Token>, _ letters: Column<UInt8>
  ) {
    guard var token = open else { return }
    open = nil
    token.end = Int32(at + length)
    token.scalarEnd = scalar + 1
    token.lettersEnd = Int32(letters.count)
    tokens.append(token)
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
