internal import ArabicText
internal import Contracts

/// The words by which an event is found.
struct SearchWords {
  /// Folded words, in the order of the text.
  private(set) var words = ""
  /// What those words may be without the particles written onto them.
  private(set) var stems = ""
  /// Type and countries.
  private(set) var codes = ""
  private var text = TokenizedText()

  mutating func read(_ event: Event) {
    words.removeAll(keepingCapacity: true)
    stems.removeAll(keepingCapacity: true)
    add(event.sentence.text)
    var named: Set<String> = []
    let entities =
      event.participants.map(\.entity) + [event.speaker, event.place?.entity].compactMap(\.self)
    for entity in entities + entities.flatMap(\.members) where named.insert(entity.id).inserted {
      add(entity.name)
      if let title = entity.title { add(title) }
    }
    if let place = event.place?.name { add(place) }
    codes = ([event.type.rawValue] + event.countries).joined(separator: " ")
  }

  private mutating func add(_ part: String) {
    text.read(part)
    for token in text.tokens.indices {
      guard let word = text.word(token) else { continue }
      words += word
      words += " "
      for stem in text.stems(token) {
        stems += stem
        stems += " "
      }
    }
    // A phrase must not reach from one part into the next.
    words += "ǁ "
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

  /// The word with and without the conjunctions, prepositions and article that its first letters
  /// may be: «وبالصين» gives itself, «بالصين», «الصين» and «صين». Not every reading is a word, which does
  /// no harm: nobody looks for the others.
  func stems(_ token: Int) -> [String] {
    guard tokens[token].kind == .word else { return word(token).map { [$0] } ?? [] }
    return Proclitics.readings(of: letters(token)).map(Letter.text)
  }
}
