package import Foundation

/// Pairs of articles labelled by hand: whether they tell the same thing.
package struct StoryLabels: Sendable {
  package enum Label: String, Sendable {
    case same, different
    /// People would disagree: counts neither way.
    case either
  }

  private var roots: [String: String] = [:]
  private var open: Set<Set<String>> = []

  /// Without labels every article is alone.
  package init() {}

  /// - Parameter file: lines of two ids and a label, tabs between them; `#` begins a comment.
  package init(_ file: URL) throws {
    let text = String(decoding: try DataFiles.read(file), as: UTF8.self)
    var unsettled: [(String, String)] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3, let label = Label(rawValue: fields[2]) else {
        throw GoldError(file.path, "a line is not two ids and a label: \(line)")
      }
      switch label {
      case .same: join(fields[0], fields[1])
      case .either: unsettled.append((fields[0], fields[1]))
      case .different: break
      }
    }
    open = Set(unsettled.map { [story(of: $0), story(of: $1)] })
  }

  /// One name for all articles that tell the same thing.
  package func story(of article: String) -> String {
    var article = article
    while let next = roots[article] { article = next }
    return article
  }

  /// Whether two stories may be one for some people.
  package func isOpen(_ one: String, _ other: String) -> Bool { open.contains([one, other]) }

  private mutating func join(_ one: String, _ other: String) {
    let (first, second) = (story(of: one), story(of: other))
    if first != second { roots[second] = first }
  }
}
