import Contracts
import Evaluation
import Foundation
import Testing

/// A line of `sentences.tsv`.
struct WrittenSentence: CustomTestStringConvertible, Sendable {
  struct Expected: Sendable {
    var trigger: String
    var type: EventType
    var status: EventStatus
    /// `actor`, `recipient`, `speaker`, `time`, `place` and what is asked of it.
    var details: [String: String] = [:]
  }

  var phenomenon: String
  var text: String
  var events: [Expected]
  /// Known not to be read rightly so far.
  var isOpen: Bool

  var testDescription: String { phenomenon }

  /// Headlines end without a mark.
  var isHeadline: Bool { !text.hasSuffix(".") }

  static func all() throws -> [WrittenSentence] {
    try String(contentsOf: Shared.fixture("sentences.tsv"), encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }.map(WrittenSentence.init)
  }

  private init(_ line: Substring) throws {
    let fields = line.split(separator: "\t").map(String.init)
    try #require(fields.count == 3 || fields.count == 4 && fields[3] == "not yet", "\(line)")
    phenomenon = fields[0]
    text = fields[1]
    isOpen = fields.count == 4
    events =
      fields[2] == "-"
      ? [] : try fields[2].split(separator: "|").map { try Expected(Substring($0)) }
  }

  /// What of it is read otherwise; empty where all is right.
  func faults(in article: ReadArticle) -> [String] {
    let found = article.parsed.events
    let triggers = found.map { article.words($0.trigger.start, $0.trigger.end) }
    guard triggers == events.map(\.trigger) else { return ["events on \(triggers)"] }
    return zip(events, found).flatMap { $0.faults(of: $1, in: article) }
  }
}

extension WrittenSentence.Expected {
  fileprivate init(_ text: Substring) throws {
    let words = text.split(separator: " ")
    try #require(words.count >= 3, "\(text)")
    trigger = String(words[0])
    type = try #require(EventType(rawValue: String(words[1])), "\(text)")
    status = try #require(EventStatus(rawValue: String(words[2])), "\(text)")
    var key = ""
    for word in words.dropFirst(3) {
      if let sign = word.firstIndex(of: "=") {
        key = String(word[..<sign])
        try #require(["actor", "recipient", "speaker", "time", "place"].contains(key))
        details[key] = String(word[word.index(after: sign)...])
      } else {
        details[key]? += " " + word
      }
    }
  }

  fileprivate func faults(of event: ParsedEvent, in article: ReadArticle) -> [String] {
    var faults: [String] = []
    if event.type != type { faults.append("\(trigger) is \(event.type)") }
    if event.status != status { faults.append("\(trigger) is \(event.status)") }
    for (key, wanted) in details.sorted(by: { $0.key < $1.key }) {
      let got: [String] =
        switch key {
        case "actor": names(.actor, of: event, in: article)
        case "recipient": names(.recipient, of: event, in: article)
        case "speaker": [article.entity(event.speaker)?.name].compactMap(\.self)
        case "place": [event.place?.name].compactMap(\.self)
        default: [event.time?.value].compactMap(\.self)
        }
      if !Self.agree(wanted, got, exactly: key == "time") {
        faults.append("\(trigger) has \(key) \(got)")
      }
    }
    return faults
  }

  private func names(
    _ role: ParsedEvent.Role, of event: ParsedEvent, in article: ReadArticle
  ) -> [String] {
    event.participants.filter { $0.role == role }.map {
      article.words($0.start, $0.end) + " " + (article.entity($0.entity)?.name ?? "")
    }
  }

  private static func agree(_ wanted: String, _ got: [String], exactly: Bool) -> Bool {
    let wanted = wanted == "-" ? [] : wanted.split(separator: ";").map(String.init)
    guard wanted.count == got.count else { return false }
    return wanted.allSatisfy { name in
      got.contains { exactly ? $0 == name : NameWords(name).agree(with: NameWords($0)) }
    }
  }
}
