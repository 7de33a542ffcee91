internal import ArabicText
internal import Contracts

/// The words by which an article calls persons, from the names that are sure in it.
struct KnownWords {
  /// Words that mean nothing else.
  var names = WordKeys()
  /// Words that are also nouns or verbs: names only where one is to be expected.
  var homographs = WordKeys()

  var isEmpty: Bool { names.isEmpty && homographs.isEmpty }

  mutating func removeAll() {
    names.removeAll()
    homographs.removeAll()
  }

  /// As of ``Column/deallocate()``.
  func deallocate() {
    names.deallocate()
    homographs.deallocate()
  }
}

extension Analysis {
  private func readings(_ token: Int) -> Range<Int> { words[token].readings }

  /// Fills ``known`` with the words of names found in the article that can stand for their bearers.
  func gatherKnownWords() {
    for name in names where name.kind == .person && name.isSure {
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
  }

  /// Marks the tokens that are known words, perhaps behind a conjunction or preposition.
  func markKnownWords() {
    for index in words.indices {
      let form = Int(words[index].form)
      guard form >= 0 else { continue }
      let key = memory.forms[form].key
      if known.names.contains(key) || known.homographs.contains(key)
        || known.names.contains(memory.forms[form].bareKey)
      {
        facts[index].insert(.called)
      }
    }
  }
}
