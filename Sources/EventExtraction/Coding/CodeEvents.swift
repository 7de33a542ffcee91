internal import ArabicText
internal import Contracts

extension Analysis {
  /// Gives every event its mode, contexts and confidence, once all events are read.
  func codeEvents() {
    guard !events.isEmpty else { return }
    let bySentence = sentences.map { contexts(in: $0.tokens) }
    let article = articleContexts(bySentence)
    // Events of one sentence mostly share what is told.
    var last = (contexts: Contexts(), names: [String]())
    for index in events.indices {
      setMode(index)
      let own = Contexts(lexicon.predicates[events[index].predicate].contexts)
      let told = bySentence[events[index].sentence].union(article).subtracting(own)
      if told != last.contexts { last = (told, told.names) }
      if own.isEmpty {
        events[index].contexts = last.names
      } else {
        events[index].contexts =
          lexicon.predicates[events[index].predicate].contexts + last.names
      }
      events[index].confidence = confidence(of: events[index])
    }
  }

  /// What the words of a range speak of.
  private func contexts(in tokens: Range<Int>) -> Contexts {
    var contexts: Contexts = []
    let matches = phraseMatches.values(
      Int(phraseStarts[tokens.lowerBound])..<Int(phraseStarts[tokens.upperBound]))
    for index in matches.indices where matches[index].value.category == .codeWord {
      contexts.formUnion(lexicon.codeWords[Int(matches[index].value.entry)].contexts)
    }
    return contexts
  }

  /// What the whole article is about: what its title speaks of, and what at least a third of its
  /// sentences do.
  private func articleContexts(_ bySentence: [Contexts]) -> Contexts {
    var contexts: Contexts = []
    var all: Contexts = []
    for (sentence, told) in zip(sentences, bySentence) {
      all.formUnion(told)
      if sentence.kind == .title { contexts.formUnion(told) }
    }
    for index in all.indices {
      let count = bySentence.count { $0.contains(Contexts(index)) }
      if count > 1, count * 3 >= bySentence.count { contexts.insert(Contexts(index)) }
    }
    return contexts
  }
}
