internal import ArabicText

/// What a word's readings let it be in an event, gathered once for the pass over events.
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

extension Analysis {
  /// Fills ``traits``.
  func gatherTraits() {
    traits.removeAll()
    traits.reserve(words.count)
    for index in words.indices {
      var own: WordTraits = []
      for reading in readings.values(words[index].readings) {
        switch reading.category {
        case .frameNoun: own.insert(.frameNoun)
        case .eventNoun: own.insert(.eventWord)
        case .masdar:
          if lexicon.predicates[reading.entry].type != nil { own.insert(.eventWord) }
          if lexicon.predicates[reading.entry].carriesNothing { own.insert(.carriesNothing) }
          if lexicon.predicates[reading.entry].hasEventBehind { own.insert(.hasEventBehind) }
        case .activeParticiple:
          if lexicon.predicates[reading.entry].type != nil { own.insert(.participle) }
        case .verb:
          if lexicon.predicates[reading.entry].isAuxiliary { own.insert(.auxiliary) }
        default: break
        }
      }
      traits.append(own)
    }
  }

  /// Whether a word is one of the nouns that a frame asks for.
  func isNoun(_ token: Int, _ nouns: NounSet) -> Bool {
    guard traits[token].contains(.frameNoun) else { return false }
    for reading in readings.values(words[token].readings) where reading.category == .frameNoun {
      if lexicon.nounSets.contains(reading.entry, in: nouns) { return true }
    }
    return false
  }
}
