import Kafka

/// A kind of record that is no article.
struct BadRecordKind: Sendable {
  var name: String
  var value: [UInt8]?
  /// Nil for the article's own key, which is different for each.
  var key: [UInt8]?
  var hasKey = true
  var headers: Headers
  /// What the dead letter gives as its reason.
  var reason: String

  /// A value as it stands, JSON unless the content type says otherwise.
  init(
    _ name: String, _ value: [UInt8]?, type: String? = nil, key: [UInt8]? = nil,
    hasKey: Bool = true, reason: String
  ) {
    self.name = name
    self.value = value
    self.key = key
    self.hasKey = hasKey
    self.reason = reason
    headers = ["kind": name]
    if let type { headers.append("content-type", type) }
  }

  init(_ name: String, _ value: String, type: String? = nil, reason: String) {
    self.init(name, Array(value.utf8), type: type, reason: reason)
  }
}

extension BadRecordKind {
  /// What the worker of the test takes: less than the limit by default, so that the test is quick.
  static let mostBytes = 30_000

  static let all: [BadRecordKind] = frames + json + fields + strings + texts

  /// Wrong before anything is read.
  private static let frames = [
    BadRecordKind(
      "nothing to withdraw", nil, hasKey: false, reason: "the record has neither key nor value"),
    BadRecordKind(
      "withdrawal with an empty key", nil, key: [],
      reason: "the record has neither key nor value"),
    BadRecordKind(
      "too large", "{\"body\":\"\(String(repeating: "ن", count: 20_000))\"}",
      reason: "40011 bytes, but an article may have 30000"),
    BadRecordKind(
      "picture", "\u{89}PNG\r\n", type: "image/png", reason: "content type image/png is none of"),
    BadRecordKind(
      "key without end", Array("{\"body\":\"نص\"}".utf8), key: Array(repeating: 0x6B, count: 5000),
      reason: "the record's key has 5000 bytes"),
    BadRecordKind(
      "key that drives the terminal", Array("{".utf8),
      key: Array("\n{\"time\":\"\u{1B}[2J\u{202E}\u{9B}1m".utf8) + [0xFF, 0x00],
      reason: "malformed JSON"),
  ]

  /// Wrong as JSON.
  private static let json = [
    BadRecordKind("empty", "", reason: "it ends where a value should be (byte 0)"),
    BadRecordKind("text sent as JSON", "قال الوزير", reason: "this is no JSON value (byte 0)"),
    BadRecordKind("array", "[{\"body\":\"نص\"}]", reason: "but this is an array"),
    BadRecordKind("string", "\"نص\"", reason: "but this is a string"),
    BadRecordKind("null", "null", reason: "but this is null"),
    BadRecordKind("cut short", "{\"body\": ", reason: "it ends where a value should be (byte 9)"),
    BadRecordKind(
      "two articles", "{\"body\":\"أ\"}{\"body\":\"ب\"}", reason: "something follows the value"),
    BadRecordKind("comma too many", "{\"body\":\"نص\",}", reason: "\"\"\" is missing (byte 15)"),
    BadRecordKind(
      "nested deeply",
      "{\"body\":\"نص\",\"x\":\(String(repeating: "[", count: 5000))",
      reason: "values are nested deeper than 256"),
    BadRecordKind(
      "no number", "{\"body\":\"نص\",\"x\":1e}", reason: "this is no number"),
  ]

  /// Wrong in a field.
  private static let fields = [
    BadRecordKind("no body", "{\"title\":\"عنوان\"}", reason: "field \"body\": is missing"),
    BadRecordKind(
      "body is a number", "{\"body\":5}",
      reason: "field \"body\": must be a string, but is a number"),
    BadRecordKind(
      "body is an object", "{\"body\":{\"text\":\"نص\"}}",
      reason: "field \"body\": must be a string, but is an object"),
    BadRecordKind(
      "body twice", "{\"body\":\"أ\",\"body\":\"ب\"}", reason: "field \"body\": stands twice"),
    BadRecordKind(
      "id is a number", "{\"id\":7,\"body\":\"نص\"}",
      reason: "field \"id\": must be a string, but is a number"),
    BadRecordKind(
      "title without end",
      "{\"body\":\"نص\",\"title\":\"\(String(repeating: "عنوان ", count: 1500))\"}",
      reason: "field \"title\": has 16499 bytes"),
    BadRecordKind(
      "day that is none", "{\"body\":\"نص\",\"published_at\":\"2024-02-30\"}",
      reason: "field \"published_at\": \"2024-02-30\" is no time"),
    BadRecordKind(
      "body type that is none", "{\"body\":\"نص\",\"body_type\":\"application/pdf\"}",
      reason: "field \"body_type\": \"application/pdf\" is neither"),
  ]

  /// Wrong in a string's characters.
  private static let strings = [
    BadRecordKind(
      "first half of a pair", "{\"body\":\"a\\ud83d\"}", reason: "half a surrogate pair (byte 10)"),
    BadRecordKind(
      "second half of a pair", "{\"body\":\"\\ude00\"}", reason: "half a surrogate pair (byte 9)"),
    BadRecordKind("NUL", "{\"body\":\"a\\u0000b\"}", reason: "a string holds NUL"),
    BadRecordKind(
      "control character", "{\"body\":\"a\u{1B}[2J\"}",
      reason: "a control character stands in a string unescaped"),
    BadRecordKind("escape", "{\"body\":\"\\q\"}", reason: "an escape that JSON does not know"),
    BadRecordKind("short escape", "{\"body\":\"\\u12\"}", reason: "four hexadecimal digits"),
    BadRecordKind("string without end", "{\"body\":\"نص", reason: "a string does not end"),
    BadRecordKind(
      "no UTF-8", Array("{\"body\":\"".utf8) + [0xFF, 0xFE, 0x22, 0x7D],
      reason: "JSON has to be UTF-8"),
    BadRecordKind(
      "UTF-16 without a mark", "{\"body\":\"a\"}".utf16.flatMap { [UInt8($0 & 0xFF), 0] },
      reason: "JSON has to be UTF-8"),
  ]

  /// Nothing to read in them.
  private static let texts = [
    BadRecordKind("blank", "{\"body\":\" \\n\\t\"}", reason: "neither title nor body has any text"),
    BadRecordKind(
      "invisible", "{\"body\":\"\u{200B}\u{202E}\u{FEFF}\u{2066}\"}",
      reason: "neither title nor body has any text"),
    BadRecordKind(
      "blank text", "\r\n \u{7F}", type: "text/plain",
      reason: "neither title nor body has any text"),
    BadRecordKind(
      "page of scripts", "<html><script>alert('نص')</script><style>b{}</style></html>",
      type: "text/html", reason: "neither title nor body has any text"),
    BadRecordKind(
      "text in no encoding", (0..<200).map { UInt8(truncatingIfNeeded: 128 &+ $0 &* 37 | 0x80) },
      type: "text/plain", reason: "the text's encoding cannot be told"),
  ]
}
