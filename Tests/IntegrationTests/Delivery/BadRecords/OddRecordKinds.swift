import Kafka

/// A kind of record that is odd but can be read.
struct OddRecordKind: Sendable {
  var name: String
  var value: [UInt8]
  var headers: Headers
  /// What its text must hold.
  var text: String

  init(_ name: String, _ value: [UInt8], type: String = "application/json", text: String) {
    self.name = name
    self.value = value
    self.text = text
    headers = ["content-type": type, "kind": name]
  }

  init(_ name: String, _ value: String, type: String = "application/json", text: String) {
    self.init(name, Array(value.utf8), type: type, text: text)
  }
}

extension OddRecordKind {
  static let all: [OddRecordKind] = encodings + characters + pages

  private static let sentence = "قال الوزير إن الاجتماع انتهى"
  private static let utf16 = sentence.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }

  private static let encodings = [
    OddRecordKind(
      "byte order mark", [0xEF, 0xBB, 0xBF] + Array("{\"body\":\"\(sentence)\"}".utf8),
      text: sentence),
    OddRecordKind("UTF-16", [0xFF, 0xFE] + utf16, type: "text/plain", text: sentence),
    OddRecordKind("UTF-16 without a mark", utf16, type: "text/plain", text: sentence),
    OddRecordKind(
      "Windows-1256", windows1256, type: "text/plain; charset=windows-1256", text: sentence),
    OddRecordKind("Windows-1256 undeclared", windows1256, type: "text/plain", text: sentence),
    OddRecordKind(
      "UTF-8 declared as Latin", sentence, type: "text/plain; charset=iso-8859-1", text: sentence),
    OddRecordKind(
      "UTF-8 declared as Windows-1256", sentence, type: "text/plain; charset=windows-1256",
      text: sentence),
    OddRecordKind(
      "unknown encoding", sentence, type: "text/plain; charset=klingon//IGNORE", text: sentence),
    OddRecordKind(
      "damaged UTF-8", Array(sentence.utf8) + [0xD9], type: "text/plain", text: sentence),
  ]

  /// The sentence in Windows-1256.
  private static let windows1256: [UInt8] = [
    0xDE, 0xC7, 0xE1, 0x20, 0xC7, 0xE1, 0xE6, 0xD2, 0xED, 0xD1, 0x20, 0xC5, 0xE4, 0x20, 0xC7, 0xE1,
    0xC7, 0xCC, 0xCA, 0xE3, 0xC7, 0xDA, 0x20, 0xC7, 0xE4, 0xCA, 0xE5, 0xEC,
  ]

  private static let characters = [
    OddRecordKind(
      "bidi overrides", "{\"body\":\"قال \u{202E}الوزير\u{202C} \u{2066}نعم\u{2069}\"}",
      text: "قال الوزير نعم"),
    OddRecordKind("zero width", "{\"body\":\"الو\u{200B}ز\u{200D}ير\u{FEFF}\"}", text: "الوزير"),
    OddRecordKind(
      "combining flood", "{\"body\":\"قال\(String(repeating: "\u{064B}", count: 5000)) نعم\"}",
      text: "نعم"),
    OddRecordKind(
      "presentation forms", "{\"body\":\"\u{FEE3}\u{FEB3}\u{FEC6}\"}", text: "\u{FEB3}"),
    OddRecordKind("private use", "{\"body\":\"نص \u{E000}\u{F8FF}\"}", text: "نص \u{E000}"),
    OddRecordKind("escaped controls", "{\"body\":\"نص\\u001b[2J\\u0085آخر\"}", text: "نص[2J"),
    OddRecordKind("surrogate pair", "{\"body\":\"نص \\ud83d\\ude00\"}", text: "نص 😀"),
    OddRecordKind(
      "one endless word", "{\"body\":\"\(String(repeating: "لا", count: 4000))\"}", text: "لا"),
    OddRecordKind(
      "unknown fields", "{\"body\":\"نص\",\"x\":[{\"body\":1}],\"body \":2}", text: "نص"),
  ]

  private static let pages = [
    OddRecordKind(
      "page without structure", "قال<b>الوزير<td>نعم</p>", type: "text/html", text: "نعم"),
    OddRecordKind(
      "nested page", String(repeating: "<div>", count: 3000) + "نص", type: "text/html", text: "نص"),
    OddRecordKind(
      "script in the text", "<p>نص &lt;script&gt; &#1601;&#x202E;</p><script>var x='سر'</script>",
      type: "text/html", text: "نص <script> ف"),
    OddRecordKind("tag without end", "<p>نص</p><a href=\"", type: "text/html", text: "نص"),
  ]
}
