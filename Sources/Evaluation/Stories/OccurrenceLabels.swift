package import Contracts
package import Foundation

/// Pairs of events of two articles labelled by hand: whether they tell the same occurrence.
package struct OccurrenceLabels: Sendable {
  /// An event by where its trigger begins, in Unicode scalars of the parsed text.
  package struct Place: Sendable, Hashable {
    package var article: String
    package var start: Int
    package var type: EventType

    package init(article: String, start: Int, type: EventType) {
      self.article = article
      self.start = start
      self.type = type
    }
  }

  package struct Pair: Sendable {
    package var one: Place
    package var other: Place
    package var isSame: Bool
  }

  package private(set) var pairs: [Pair] = []

  package var articles: Set<String> { Set(pairs.flatMap { [$0.one.article, $0.other.article] }) }

  /// - Parameter file: lines of article, start and trigger of both events, their type and a label,
  ///   tabs between them; `#` begins a comment.
  package init(_ file: URL) throws {
    let text = String(decoding: try DataFiles.read(file), as: UTF8.self)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 8, let first = Int(fields[1]), let second = Int(fields[4]),
        let type = EventType(rawValue: fields[6]),
        let label = StoryLabels.Label(rawValue: fields[7])
      else { throw GoldError(file.path, "a line is no labelled pair of events: \(line)") }
      pairs.append(
        Pair(
          one: Place(article: fields[0], start: first, type: type),
          other: Place(article: fields[3], start: second, type: type), isSame: label == .same))
    }
  }
}
