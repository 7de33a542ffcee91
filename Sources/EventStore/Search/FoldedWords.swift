internal import ArabicText

/// A text as it is indexed, in UTF-8.
struct FoldedWords {
  /// Folded words in the order of the text, a space behind each.
  private(set) var words: [UInt8] = []
  /// Each word with and without the conjunctions, prepositions and article that its first letters
  /// may be: «وبالصين» gives itself, «بالصين», «الصين» and «صين». Not every reading is a word,
  /// which does no harm: nobody looks for the others.
  private(set) var stems: [UInt8] = []

  /// - Parameter text: with the text read into it.
  init(_ text: TokenizedText) {
    words.reserveCapacity(text.utf8.count + 8)
    stems.reserveCapacity(text.utf8.count * 2)
    for token in text.tokens.indices {
      switch text.tokens[token].kind {
      case .word:
        let letters = text.letters(token)
        Self.append(letters, to: &words)
        for cut in Proclitics(letters).all { Self.append(letters.dropFirst(cut), to: &stems) }
      case .number, .foreign:
        guard let word = text.word(token) else { continue }
        for byte in word.utf8 {
          words.append(byte)
          stems.append(byte)
        }
        words.append(Self.space)
        stems.append(Self.space)
      case .punctuation, .lineBreak: break
      }
    }
    // A phrase must not reach from one text into the next, so a letter that no text has as a word
    // of its own stands between them.
    words.append(contentsOf: "ǁ ".utf8)
  }

  private static let space = UInt8(ascii: " ")

  private static func append(_ letters: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    for letter in letters {
      switch letter {
      case 0..<0x80: bytes.append(letter)
      case 0x80...0xA9:
        let scalar = 0x0621 + UInt16(letter - 0x80)
        bytes.append(0xC0 | UInt8(scalar >> 6))
        bytes.append(0x80 | UInt8(scalar & 0x3F))
      default: bytes.append(contentsOf: Letter.text([letter]).utf8)
      }
    }
    bytes.append(space)
  }
}

extension TokenizedText {
  /// The word as it is indexed; nil for marks and line breaks. Letters that folding does not tell
  /// apart, those of other scripts, stay as they are, in lower case.
  func word(_ token: Int) -> String? {
    switch tokens[token].kind {
    case .word, .number: Letter.text(letters(token))
    case .foreign: text(token..<token + 1).lowercased()
    case .punctuation, .lineBreak: nil
    }
  }

  /// The stems under which the word is indexed.
  func stems(_ token: Int) -> [String] {
    guard tokens[token].kind == .word else { return word(token).map { [$0] } ?? [] }
    let letters = letters(token)
    return Proclitics(letters).all.map { Letter.text(letters.dropFirst($0)) }
  }
}
