internal import ArabicText
internal import Contracts

/// The words by which an article calls persons, from the names that are sure in it.
struct KnownWords: Sendable {
  /// Words that mean nothing else.
  var names: Set<WordKey> = []
  /// Words that are also nouns or verbs: names only where one is to be expected.
  var homographs: Set<WordKey> = []

  var isEmpty: Bool { names.isEmpty && homographs.isEmpty }

  func contains(_ form: KnownForm) -> Bool {
    names.contains(form.key) || homographs.contains(form.key) || names.contains(form.bareKey)
  }
}

extension Analysis {
  private func readings(_ token: Int) -> Range<Int> { words[token].readings }

  /// The words of names found in the article that can stand for their bearers.
  func knownWords(_ found: some Sequence<FoundName>) -> KnownWords {
    var known = KnownWords()
    for name in found where name.kind == .person && name.isSure {
      for token in name.tokens {
        guard text.letters(token).count >= 3 else { continue }
        let fact = facts[token]
        if token == name.tokens.lowerBound, !name.clitics.isEmpty {
          // «وشيراك» makes «شيراك» known.
          if readings(token).isEmpty { known.names.insert(bareKey(token)) }
          continue
        }
        guard fact.isDisjoint(with: [.particle, .linker, .suffix, .function, .count, .time]) else {
          continue
        }
        if fact.isDisjoint(with: TokenFacts.otherSense) {
          known.names.insert(key(token))
        } else if token + 1 == name.tokens.upperBound, name.tokens.count > 1,
          fact.isDisjoint(with: [.title, .personNoun]),
          text.letters(token).count >= 4 || fact.contains(.family)
        {
          known.homographs.insert(key(token))
        }
      }
    }
    return known
  }
}
