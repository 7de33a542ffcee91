internal import ArabicText

/// What no context changes.
extension FormMemory {
  /// Chooses among the readings of a form that is no verb: a function word before any noun.
  func choose(_ word: inout Word) {
    guard !word.categories.contains(.verb), !word.readings.isEmpty else { return }
    let chosen = bestFunction(word.readings) ?? word.readings.lowerBound
    word.chosen = chosen
    word.tag = Tag(readings[chosen].category)
    word.clitics = readings[chosen].clitics
  }

  /// Of readings as a function word that which is tried first: «كما» is a word of its own before it
  /// is ك + ما.
  func bestFunction(_ range: Range<Int>) -> Int? {
    var best: (reading: Int, rank: Int)?
    for reading in range where readings[reading].category == .function {
      let rank =
        lexicon.functions[readings[reading].entry].functionClass.rank
        + (readings[reading].clitics.isEmpty ? 0 : 100)
      if rank < best?.rank ?? .max { best = (reading, rank) }
    }
    return best?.reading
  }
}

extension Tag {
  /// What a word is in a reading.
  init(_ category: Category) {
    self =
      switch category {
      case .verb: .verb
      case .function: .function
      case .nationality: .nationality
      case .givenName: .given
      default: .noun
      }
  }
}
