import ArgumentParser
import Foundation
import Logging
import Testing

@testable import StageRuntime

@Suite struct LoggingTests {
  private func line(
    _ format: LogFormat, _ message: Logger.Message, _ metadata: Logger.Metadata
  ) -> String {
    format.line(
      LogEvent(
        level: .warning, message: message, metadata: metadata, source: "", file: "", function: "",
        line: 0),
      logger: "indexer", metadata: metadata, time: Date(timeIntervalSince1970: 0.25))
  }

  @Test func textIsForPeople() {
    #expect(
      line(.text, "record refused", ["topic": "articles.raw", "reason": "not JSON"])
        == "1970-01-01T00:00:00.250Z WARNING indexer: record refused reason=\"not JSON\" topic=articles.raw"
    )
  }

  @Test func jsonIsOneObjectWithTheMetadataBeside() throws {
    let line = line(.json, "قال \"نعم\"", ["offset": "7", "message": "other"])
    let object = try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
    #expect(
      object == [
        "time": "1970-01-01T00:00:00.250Z", "level": "warning", "logger": "indexer",
        "message": "قال \"نعم\"", "offset": "7", "message_": "other",
      ])
  }

  @Test(arguments: [
    "\n", "\r", "\0", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{9B}31m", "\u{AD}", "\u{61C}",
    "\u{200B}", "\u{200E}", "\u{2028}", "\u{2029}", "\u{202E}", "\u{2060}", "\u{2066}",
    "\u{2069}", "\u{FEFF}", "\u{FFF9}", "\u{E0041}",
  ])
  func whatCouldForgeALineIsEscaped(_ hidden: String) throws {
    for format in LogFormat.allCases {
      let line = line(format, "a\(hidden)b", ["key\(hidden)": "c\(hidden)d"])
      let scalar = try #require(hidden.unicodeScalars.first)
      #expect(!line.unicodeScalars.contains(scalar))
    }
    #expect(Escaping.visible("a\u{202E}b") == "a\\u{202E}b")
  }

  @Test func secretsAreNotShown() {
    let metadata: Logger.Metadata = [
      "sasl.password": "hush", "properties": ["ssl.key.password": "hush", "acks": "1"],
    ]
    for format in LogFormat.allCases {
      #expect(!line(format, "settings", metadata).contains("hush"))
    }
  }

  @Test func levelBelongsToTheLogger() {
    let options = LogOptions.parseOrExit(["--log-level", "error", "--log-format", "json"])
    #expect(options.logger("x").logLevel == .error)
  }
}
