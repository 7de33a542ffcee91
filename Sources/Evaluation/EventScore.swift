package import Contracts

/// How well found events agree with those of annotators.
package struct EventScore: Sendable {
  package struct Count: Sendable {
    package var right = 0
    package var spurious = 0
    package var missed = 0

    package var precision: Double { share(right + spurious) }
    package var recall: Double { share(right + missed) }
    package var f1: Double {
      right == 0 ? 0 : Double(2 * right) / Double(2 * right + spurious + missed)
    }

    private func share(_ all: Int) -> Double { all == 0 ? 0 : Double(right) / Double(all) }
  }

  /// Of the pairs in which either side has something to say.
  package struct Share: Sendable {
    package var right = 0
    package var asked = 0

    package var value: Double? { asked == 0 ? nil : Double(right) / Double(asked) }

    mutating func add(_ isRight: Bool) {
      asked += 1
      if isRight { right += 1 }
    }
  }

  package var articles = 0
  /// A trigger at the same word.
  package var triggers = Count()
  /// … and of the same type.
  package var types = Count()
  package var actors = Count()
  package var recipients = Count()
  /// Type, status, actors and recipients.
  package var events = Count()
  package var status = Share()
  package var time = Share()
  package var place = Share()
  package var speaker = Share()
  package var perType: [EventType: Count] = [:]
  /// Of the found events of each band of ``confidenceBands`` the share found by the annotators too,
  /// with the same type.
  package var confidence = [Share](repeating: Share(), count: confidenceBands.count)
  /// Ids of articles whose parsed text is not their own.
  package var strayed: [String] = []

  package init() {}

  /// Bands of confidence by their lower ends.
  package static let confidenceBands = [0, 0.6, 0.8, 0.9]

  mutating func addConfidence(_ confidence: Double, isRight: Bool) {
    let band = Self.confidenceBands.lastIndex { $0 <= confidence } ?? 0
    self.confidence[band].add(isRight)
  }
}
