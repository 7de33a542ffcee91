internal import ArabicText

/// What a word's readings let it be in an event, which needs no context.
struct WordTraits: OptionSet, Sendable {
  let rawValue: UInt8

  /// A noun that frames ask for.
  static let frameNoun = WordTraits(rawValue: 1 << 0)
  /// An event's noun, or the verbal noun of an event's verb.
  static let eventWord = WordTraits(rawValue: 1 << 1)
  /// The verbal noun of a light verb that hands its event on to the word behind it.
  static let carriesNothing = WordTraits(rawValue: 1 << 2)
  /// The verbal noun of a light verb with the event behind a preposition.
  static let hasEventBehind = WordTraits(rawValue: 1 << 3)
  /// The active participle of an event's verb.
  static let participle = WordTraits(rawValue: 1 << 4)
  /// «كان», «أصبح»: a verb that stands before another.
  static let auxiliary = WordTraits(rawValue: 1 << 5)
}

extension FormMemory {
  func traits(_ readings: UnsafeBufferPointer<CutReading>) -> WordTraits {
    var traits: WordTraits = []
    for reading in readings {
      switch reading.category {
      case .frameNoun: traits.insert(.frameNoun)
      case .eventNoun: traits.insert(.eventWord)
      case .masdar:
        if lexicon.predicates[reading.entry].type != nil { traits.insert(.eventWord) }
        if lexicon.predicates[reading.entry].carriesNothing { traits.insert(.carriesNothing) }
        if lexicon.predicates[reading.entry].hasEventBehind { traits.insert(.hasEventBehind) }
      case .activeParticiple:
        if lexicon.predicates[reading.entry].type != nil { traits.insert(.participle) }
      case .verb:
        if lexicon.predicates[reading.entry].isAuxiliary { traits.insert(.auxiliary) }
      default: break
      }
    }
    return traits
  }
}

extension Analysis {
  @inline(__always)
  func traits(_ token: Int) -> WordTraits { words[token].traits }

  /// Whether a word is one of the nouns that a frame asks for.
  func isNoun(_ token: Int, _ nouns: NounSet) -> Bool {
    guard traits(token).contains(.frameNoun) else { return false }
    for reading in readings.values(words[token].readings) where reading.category == .frameNoun {
      if lexicon.nounSets.contains(reading.entry, in: nouns) { return true }
    }
    return false
  }
}
