internal import ArabicText

/// A text as it is indexed, in UTF-8.
struct FoldedWords {
  /// Folded words in the order of the text, a space behind each.
  private(set) var words: [UInt8] = []
  /// What each word may be without the conjunctions, prepositions and article that its first
  /// letters may be: of «وبالصين», «بالصين», «الصين» and «صين». Not every reading is a word, which
  /// does no harm: nobody looks for the others.
  private(set) var stems: [UInt8] = []
  /// The words without articles, as names are compared.
  private(set) var names: [UInt8] = []

  /// - Parameter text: with the text read into it.
  init(_ text: TokenizedText) {
    words.reserveCapacity(text.utf8.count + 8)
    stems.reserveCapacity(text.utf8.count)
    for token in text.tokens.indices {
      switch text.tokens[token].kind {
      case .word:
        let letters = text.letters(token)
        Self.append(letters, to: &words)
        for cut in Proclitics(letters).all where cut > 0 {
          Self.append(letters.dropFirst(cut), to: &stems)
        }
        Self.append(Proclitics.sought(letters), to: &names)
      case .number, .foreign:
        for word in text.words(token) {
          words.append(contentsOf: word.utf8)
          words.append(Self.space)
          names.append(contentsOf: word.utf8)
          names.append(Self.space)
        }
      case .punctuation, .lineBreak: break
      }
    }
  }

  private static let space = UInt8(ascii: " ")

  private static func append(_ letters: Letters, to bytes: inout [UInt8]) {
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
  /// The words as which a token is indexed, none for marks and line breaks. Letters that folding
  /// does not tell apart, those of other scripts, stay as they are, in lower case; what stands
  /// between the letters and digits of a token divides it.
  func words(_ token: Int) -> [String] {
    switch tokens[token].kind {
    case .word: [Letter.text(letters(token))]
    case .number: Self.divided(Letter.text(letters(token)))
    case .foreign: Self.divided(text(token..<token + 1).lowercased())
    case .punctuation, .lineBreak: []
    }
  }

  private static func divided(_ text: String) -> [String] {
    text.unicodeScalars.split { scalar in
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber:
        false
      default: !(768...817).contains(scalar.value)
      }
    }.map { String($0) }
  }

  /// The stems under which the word is found, itself the first.
  func stems(_ token: Int) -> [String] {
    guard tokens[token].kind == .word else { return words(token) }
    let letters = letters(token)
    return Proclitics(letters).all.map { Letter.text(letters.dropFirst($0)) }
  }

  /// The words without articles.
  func names(_ token: Int) -> [String] {
    guard tokens[token].kind == .word else { return words(token) }
    return [Letter.text(Proclitics.sought(letters(token)))]
  }
}
