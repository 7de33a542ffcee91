internal import ArabicText

/// What stands before a word that may be a verb or its verbal noun.
extension Analysis {
  /// Whether a token ends a noun phrase in the accusative right behind أن or إن, which governs no
  /// genitive and waits for its verb: «إن جنديا أميركيا | قتل», «أن شخصين | قتلا».
  func opensStatement(_ last: Int) -> Bool {
    var at = last
    while at > last - 4, at >= 0 {
      switch words[at].tag {
      case .noun, .unknown, .nationality, .number: at -= 1
      case .mark where text.tokens[at].isMark("«") || text.tokens[at].isMark("\""): at -= 1
      case .function:
        return at < last
          && chosenFunction(at).map { Self.openers.contains($0.functionClass) } ?? false
          && (at + 1...last).contains { words[$0].tag != .mark && isSurelyAccusative($0) }
      default: return false
      }
    }
    return false
  }

  /// «إن» is one of these by what follows it.
  private static let openers: [FunctionClass] = [.complement, .emphatic, .condition]

  private func isSurelyAccusative(_ token: Int) -> Bool {
    if text.tokens[token].spelling.contains(.tanwin) { return true }
    let endings = nominalEndings(token)
    return !endings.isEmpty
      && endings.allSatisfy { $0.contains(.accusative) || $0.contains(.dual) }
  }

  /// «تم في المستودع نفسه حجز»: behind تم and its like the first word that may be a verbal noun is
  /// what was done.
  func isMeantByLightVerb(_ index: Int) -> Bool {
    guard reading(index, .masdar) != nil || reading(index, .eventNoun) != nil else { return false }
    for at in stride(from: index - 1, through: max(0, index - 8), by: -1) {
      switch words[at].tag {
      case .verb:
        return chosen(at).map { verb in
          lexicon.predicates[verb.entry].lights.contains {
            $0.position == .subject && !$0.actorIsSubject
          } && !verb.features.contains(.plural)
        } ?? false
      case .mark, .lineBreak: return false
      default:
        if words[at].clitics.contains(.wa) || reading(at, .masdar) != nil { return false }
      }
    }
    return false
  }

  /// «تمكنت الفرقة من ضبط شاحنة وحجز بضاعة»: a masculine verb does not go on with what a feminine
  /// light verb tells; the verbal noun does.
  func isJoinedToMasdar(_ index: Int, _ verb: CutReading) -> Bool {
    guard reading(index, .masdar) != nil || reading(index, .eventNoun) != nil,
      verb.features.contains(.past), !verb.features.contains(.feminine)
    else { return false }
    for at in stride(from: index - 1, through: max(0, index - 30), by: -1) {
      switch words[at].tag {
      case .verb:
        return lightVerb(at)?.features.contains(.feminine) ?? false
      case .lineBreak: return false
      case .mark where text.tokens[at].isMark(".") || text.tokens[at].isMark(":"): return false
      default: continue
      }
    }
    return false
  }

  /// The reading of a verb that carries what its subject does behind a preposition: «تمكن من».
  func lightVerb(_ token: Int) -> CutReading? {
    words[token].readings.lazy.map { self.readings[$0] }.first { reading in
      reading.category == .verb
        && lexicon.predicates[reading.entry].lights.contains {
          $0.position == .preposition && $0.actorIsSubject
        }
    }
  }

  /// «كان», «أصبح»: a verb that stands before another.
  func isAuxiliary(_ token: Int) -> Bool { traits(token).contains(.auxiliary) }
}
