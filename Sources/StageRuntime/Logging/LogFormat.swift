public import ArgumentParser
internal import Contracts
internal import Foundation
internal import Logging

/// How a log line is written.
public enum LogFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// For people: time, level, message, then `key=value`.
  case text
  /// One JSON object a line: `time`, `level`, `logger`, `message` and the metadata's keys.
  case json

  /// One event as one line, without the line's end.
  func line(
    _ event: LogEvent, logger: String, metadata: Logger.Metadata, time: Date
  ) -> String {
    var fields = metadata.map { key, value in
      (Escaping.visible(key), Secrets.isSecret(key) ? Secrets.redacted : Self.shown(value))
    }
    if let error = event.error { fields.append(("error", Escaping.visible("\(error)"))) }
    fields.sort { $0.0 < $1.0 }
    let message = Escaping.visible(event.message.description)
    let stamp = time.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    switch self {
    case .text:
      let level = event.level.rawValue.uppercased()
      let tail = fields.map { " \($0)=\(Self.quotedIfNeeded($1))" }.joined()
      return "\(stamp) \(level) \(logger): \(message)\(tail)"
    case .json:
      let fixed = [
        ("time", stamp), ("level", event.level.rawValue), ("logger", logger),
        ("message", message),
      ]
      let taken = Set(fixed.map(\.0))
      // A metadata key that has a fixed field's name steps aside.
      let own = fields.map { (taken.contains($0) ? "\($0)_" : $0, $1) }
      let pairs = (fixed + own).map { "\(Self.quoted($0)):\(Self.quoted($1))" }
      return "{\(pairs.joined(separator: ","))}"
    }
  }

  private static func shown(_ value: Logger.MetadataValue) -> String {
    switch value {
    case .string(let text): Escaping.visible(text)
    case .stringConvertible(let value): Escaping.visible("\(value)")
    case .array(let values): values.map(shown).joined(separator: ",")
    case .dictionary(let values):
      values.sorted { $0.key < $1.key }.map { key, value in
        "\(Escaping.visible(key))=\(Secrets.isSecret(key) ? Secrets.redacted : shown(value))"
      }.joined(separator: ",")
    }
  }

  private static func quotedIfNeeded(_ text: String) -> String {
    text.isEmpty || text.contains(where: { $0 == " " || $0 == "\"" }) ? quoted(text) : text
  }

  private static func quoted(_ text: String) -> String {
    var json = JSONWriter()
    json.value(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
