internal import ArabicText
internal import Contracts

extension Analysis {
  /// Gives every event its mode, contexts and confidence, once all events are read.
  func codeEvents() {
    guard !events.isEmpty else { return }
    let bySentence = sentences.map { contexts(in: $0.tokens) }
    let article = articleContexts(bySentence)
    for index in events.indices {
      setMode(index)
      let own = events[index].contexts
      let told = bySentence[events[index].sentence].union(article)
      events[index].contexts = own + told.subtracting(Contexts(own)).names
      events[index].confidence = confidence(of: events[index])
    }
  }

  /// What the words of a range speak of.
  private func contexts(in tokens: Range<Int>) -> Contexts {
    var contexts: Contexts = []
    for token in tokens {
      for match in phrases(at: token) where match.value.category == .codeWord {
        contexts.formUnion(lexicon.codeWords[Int(match.value.entry)].contexts)
      }
    }
    return contexts
  }

  /// What the whole article is about: what its title speaks of, and what at least a third of its
  /// sentences do.
  private func articleContexts(_ bySentence: [Contexts]) -> Contexts {
    var contexts: Contexts = []
    for (sentence, told) in zip(sentences, bySentence) where sentence.kind == .title {
      contexts.formUnion(told)
    }
    for index in PLOVER.contexts.indices {
      let count = bySentence.count { $0.contains(Contexts(index)) }
      if count > 1, count * 3 >= bySentence.count { contexts.insert(Contexts(index)) }
    }
    return contexts
  }
}
