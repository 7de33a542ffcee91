/// What became of the letters that were wanted.
struct ReplayTally {
  /// Letters by the topic that they went to.
  var sent: [String: Int] = [:]
  /// Sent back by an earlier run.
  var before = 0
  private(set) var refused = 0

  /// Names a letter that is not sent.
  mutating func refuse(_ place: String, _ reason: String) {
    refused += 1
    Terminal.note("rawi: letter \(place) is not sent: \(reason)")
  }

  var count: Int { sent.values.reduce(0, +) }

  /// Such as `3 letters: 2 to articles.raw, 1 to articles.parsed`.
  var words: String {
    let topics = sent.sorted { $0.key < $1.key }.map { "\($0.value) to \($0.key)" }
    let number = count == 1 ? "1 letter" : "\(count) letters"
    return topics.isEmpty ? number : "\(number): \(topics.joined(separator: ", "))"
  }
}

extension ReplayTally {
  func adding(_ other: ReplayTally) -> ReplayTally {
    var sum = self
    sum.sent.merge(other.sent, uniquingKeysWith: +)
    sum.before += other.before
    sum.refused += other.refused
    return sum
  }
}
