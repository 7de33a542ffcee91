internal import ArabicText
internal import Contracts

extension Analysis {
  /// Finds the noun phrases of every sentence, names among them.
  ///
  /// A first round only collects how persons are called, so that a surname in the title or before
  /// its introduction is known as one in the second.
  mutating func readNames() {
    var parts: Set<[UInt8]> = []
    for sentence in sentences {
      for mention in phrases(in: sentence.tokens, known: []) {
        guard mention.kind == .person, let name = mention.name else { continue }
        for token in name where isSurname(token) { parts.insert(Array(text.letters(token))) }
      }
    }
    for sentence in sentences {
      mentions += joinAppositions(phrases(in: sentence.tokens, known: parts))
    }
  }

  private func phrases(in tokens: Range<Int>, known: Set<[UInt8]>) -> [Mention] {
    let parser = NounPhraseParser(
      analysis: self, end: tokens.upperBound, knownNameParts: known)
    var found: [Mention] = []
    var at = tokens.lowerBound
    while at < tokens.upperBound {
      if let mention = parser.phrase(at: at), mention.tokens.upperBound > at {
        found.append(mention)
        at = mention.tokens.upperBound
      } else {
        at += 1
      }
    }
    return found
  }

  /// Whether a word of a name can stand for its bearer: no particle, no word with another sense.
  private func isSurname(_ token: Int) -> Bool {
    let letters = text.letters(token)
    guard letters.count >= 2 else { return false }
    return !words[token].readings.contains {
      readings[$0].category == .function || readings[$0].category == .verb
    }
  }

  /// «سون وي دونغ، نائب وزير الخارجية الصيني،» and «الأمين العام للحزب، عصام الشابي» are one each.
  private func joinAppositions(_ found: [Mention]) -> [Mention] {
    var joined: [Mention] = []
    for mention in found {
      guard let last = joined.last, last.tokens.upperBound + 1 == mention.tokens.lowerBound,
        text.tokens[last.tokens.upperBound].isMark("،")
          || text.tokens[last.tokens.upperBound].isMark(","),
        mention.clitics.isDisjoint(with: Clitics.conjunction.union(.preposition)),
        let whole = apposition(last, mention)
      else {
        joined.append(mention)
        continue
      }
      joined[joined.count - 1] = whole
    }
    return joined
  }

  private func apposition(_ first: Mention, _ second: Mention) -> Mention? {
    guard first.kind == .person, second.kind == .person || second.isHuman else { return nil }
    var whole = first
    if first.name != nil, first.title == nil, second.name == nil {
      whole.title = second.title ?? second.tokens
      whole.country = whole.country ?? second.country
      whole.sector = whole.sector ?? second.sector
    } else if first.name == nil, first.title != nil, second.name != nil, second.title == nil {
      whole.name = second.name
    } else {
      return nil
    }
    whole.tokens = first.tokens.lowerBound..<second.tokens.upperBound
    return whole
  }

  // MARK: What the parser asks

  func number(at index: Int) -> NumberMention? {
    numbers.first { $0.tokens.lowerBound == index }
  }

  /// Whether a word names an event of some type.
  func isEventNoun(_ index: Int) -> Bool {
    guard words.indices.contains(index), words[index].tag == .noun else { return false }
    return words[index].readings.contains {
      (readings[$0].category == .masdar || readings[$0].category == .eventNoun)
        && lexicon.predicates[readings[$0].entry].type != nil
    }
  }

  /// Whether a token was read with no clitic before it.
  func bareClitics(_ index: Int) -> Bool { words[index].clitics.isEmpty }

  /// The country of a nationality adjective; nil for one of a region.
  func country(_ nationality: CutReading) -> String? {
    let code = lexicon.nationalities[nationality.entry].code
    return lexicon.countries[code] == nil ? nil : code
  }
}
