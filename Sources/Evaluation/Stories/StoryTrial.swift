package import Contracts

/// Articles and edited copies of each, and which of them tell the same thing.
package struct StoryTrial {
  /// Articles and copies, shuffled.
  package private(set) var articles: [RawArticle] = []
  /// What each article is a copy of, by its id; an original is one of itself.
  package private(set) var originals: [String: String] = [:]

  /// - Parameter originals: articles that have ids.
  package init(_ originals: [RawArticle], seed: UInt64) {
    var numbers = SeededNumbers(state: seed)
    let words = originals.prefix(300).flatMap { $0.body.split(separator: " ") }
    var copies = EditedCopies(seed: numbers.next(), words: words)
    for article in originals {
      guard let id = article.id else { continue }
      articles.append(article)
      self.originals[id] = id
      for edit in EditedCopies.Edit.allCases {
        let name = "\(numbers.next() % 1_000_000)-\(edit)-\(id)"
        articles.append(copies.copy(of: article, id: name, edit))
        self.originals[name] = id
      }
    }
    articles.shuffle(using: &numbers)
  }

  /// How well stories that were found agree with what the articles are copies of, and with labels
  /// for originals.
  package func score(_ stories: [String: String], _ labels: StoryLabels) -> PairScore {
    PairScore(
      articles.compactMap { article in
        article.id.map { (found: stories[$0] ?? $0, true: originals[$0] ?? $0) }
      }, labels)
  }
}
