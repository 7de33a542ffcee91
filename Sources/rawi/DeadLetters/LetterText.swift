internal import Foundation
internal import Kafka
internal import StageRuntime

/// A letter for people. Everything in it is text from outside, and is escaped.
extension StoredLetter {
  /// One line.
  var line: String {
    let key = record.keyText.map { "key \($0.shownShort(60))" } ?? "no key"
    let parts = [
      place, time ?? "no time", (account.stage ?? "unknown stage").shownShort(40),
      source.shownShort(300), "attempt \(account.attempt)", key,
      (account.reason ?? "no reason given").shownShort(300),
    ]
    return parts.joined(separator: "  ")
  }

  /// Everything, the value last.
  var lines: [String] {
    var lines = [Terminal.bold("\(record.topic)[\(record.partition)]@\(record.offset)")]
    func add(_ label: String, _ value: String?) {
      guard let value else { return }
      lines.append("  \(label.padding(toLength: 10, withPad: " ", startingAt: 0))\(value)")
    }
    add("reason", account.reason?.shown)
    add("error", account.errorType?.shown)
    add("stage", account.stage?.shown)
    add("group", account.group?.shown)
    add("from", source.shown)
    add("attempt", "\(account.attempt)")
    add("time", time)
    add("key", record.keyText?.shown ?? "none")
    for header in headers where !header.name.hasPrefix(DeadLetter.prefix) {
      add("header", "\(header.name.shown): \(header.text?.shown ?? "none")")
    }
    if let bytes = account.omittedBytes, lacksValue {
      add("value", "\(bytes) bytes, too large for a dead letter; it stands at \(source.shown)")
    } else if let size {
      add("value", "\(size) bytes:")
      lines += valueLines
    } else {
      add("value", "none: the record withdraws what its key names")
    }
    return lines
  }

  private var valueLines: [String] {
    (record.valueText ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).shown }
  }
}

extension String {
  /// The text with nothing that could drive the terminal, and set off from the line around it where
  /// it may run from right to left.
  fileprivate var shown: String {
    let visible = Escaping.visible(self)
    return visible.utf8.allSatisfy { $0 < 0x80 } ? visible : "\u{2068}\(visible)\u{2069}"
  }

  fileprivate func shownShort(_ limit: Int) -> String { shortened(to: limit).shown }
}
