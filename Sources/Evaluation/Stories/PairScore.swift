/// Precision and recall over pairs of articles that are in one story.
package struct PairScore: Sendable {
  /// Pairs found that are right.
  package private(set) var right = 0
  package private(set) var found = 0
  package private(set) var all = 0

  package var precision: Double? { found == 0 ? nil : Double(right) / Double(found) }
  package var recall: Double? { all == 0 ? nil : Double(right) / Double(all) }

  /// - Parameter articles: the story found, and the original, of each article.
  package init(_ articles: [(found: String, true: String)], _ labels: StoryLabels) {
    var counts: [String: Int] = [:]
    var mixed: [String: [String: Int]] = [:]
    for article in articles {
      let story = labels.story(of: article.true)
      counts[story, default: 0] += 1
      mixed[article.found, default: [:]][story, default: 0] += 1
    }
    all = counts.values.reduce(0) { $0 + Self.pairs($1) }
    for stories in mixed.values {
      let sorted = stories.sorted { $0.key < $1.key }
      for (index, story) in sorted.enumerated() {
        right += Self.pairs(story.value)
        found += Self.pairs(story.value)
        for other in sorted[(index + 1)...] where !labels.isOpen(story.key, other.key) {
          found += story.value * other.value
        }
      }
    }
  }

  private static func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }
}
