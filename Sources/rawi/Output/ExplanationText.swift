internal import Contracts
internal import EventExtraction

/// An explained article as blocks of labelled lines, one for each event.
struct ExplanationText {
  private let explanation: Explanation

  init(_ explanation: Explanation) { self.explanation = explanation }

  var text: String {
    let article = explanation.article
    let title = article.article.title ?? "without a title"
    let head =
      "\(Terminal.bold("article")) \(title.isolated) · \(explanation.events.count) events"
    var blocks = [[head, "  \(article.extractor)"]]
    blocks += explanation.events.map(Self.lines)
    if !explanation.rejections.isEmpty {
      blocks.append([Terminal.bold("turned down")] + explanation.rejections.map(Self.line))
    }
    return blocks.map { ($0 + [""]).joined(separator: "\n") }.joined(separator: "\n")
  }

  private static func lines(_ event: Explanation.Event) -> [String] {
    let head = "\(event.event.type.rawValue) · \(event.event.status.rawValue)"
    return [Terminal.bold(head), line("sentence", marked(event))]
      + event.reasons.map { line($0.part, words($0)) }
  }

  /// The value, then behind a colon the rule with the words it goes by, and the lines of tables.
  private static func words(_ reason: Explanation.Reason) -> String {
    var text = reason.value.isolated
    if let rule = reason.rule {
      text += ": \(rule.isolated)"
      if let words = reason.words, words != reason.value { text += " (\(words.isolated))" }
    }
    if !reason.entries.isEmpty {
      text += " [\(reason.entries.map(\.isolated).joined(separator: ", "))]"
    }
    return text
  }

  /// The sentence with its trigger between brackets.
  private static func marked(_ event: Explanation.Event) -> String {
    let scalars = Array(event.sentence.unicodeScalars)
    let trigger = event.trigger.start..<event.trigger.end
    func part(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }
    guard trigger.lowerBound >= 0, trigger.upperBound <= scalars.count else {
      return event.sentence.isolated
    }
    return
      (part(0..<trigger.lowerBound) + "[" + part(trigger) + "]"
      + part(trigger.upperBound..<scalars.count)).isolated
  }

  private static func line(_ rejection: Explanation.Rejection) -> String {
    line(
      rejection.word.isolated,
      "\(rejection.reason.isolated) [\(rejection.entry.isolated)], sentence \(rejection.sentence)")
  }

  private static func line(_ label: String, _ value: String) -> String {
    let padding = String(repeating: " ", count: max(1, 12 - label.unicodeScalars.count))
    return "  \(label)\(padding)\(value)"
  }
}
