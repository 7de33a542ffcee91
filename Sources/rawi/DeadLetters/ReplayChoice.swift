internal import Kafka

/// Chooses the letters that are sent back.
struct ReplayChoice {
  private let filter: LetterFilter
  private let rules: ReplayRules
  /// Of earlier runs; nil where they make no difference.
  private let memories: [TopicPartition: ReplayMemory]?
  private var left: Int
  private(set) var tally = ReplayTally()

  init(
    _ filter: LetterFilter, _ rules: ReplayRules, _ memories: [TopicPartition: ReplayMemory],
    again: Bool
  ) {
    self.filter = filter
    self.rules = rules
    self.memories = again ? nil : memories
    left = filter.limit ?? .max
  }

  var isFull: Bool { left == 0 }

  /// Whether the letter is sent; counts it otherwise, and names it if it is refused.
  mutating func takes(_ letter: StoredLetter) -> Bool {
    guard left > 0, filter.allows(letter) else { return false }
    if memories?[letter.record.topicPartition]?.contains(letter.record.offset) ?? false {
      tally.before += 1
      return false
    }
    if let reason = rules.refusal(of: letter) {
      tally.refuse(letter.place, reason)
      return false
    }
    left -= 1
    return true
  }
}
