import Contracts
import Foundation
import Testing

@testable import ArticleReading

@Suite struct CleaningTests {
  @Test func whatNoReaderSeesIsTakenOut() throws {
    let hidden: [Unicode.Scalar] = [
      "\u{1}", "\u{7F}", "\u{9F}", "\u{AD}", "\u{61C}", "\u{200B}", "\u{200C}", "\u{200D}",
      "\u{200E}", "\u{200F}", "\u{202A}", "\u{202E}", "\u{2060}", "\u{2066}", "\u{2069}",
      "\u{FEFF}",
    ]
    let word = hidden.map { "ب\(Character($0))ت" }.joined()
    let article = try plain(Array("عنوان\n\(word)".utf8))
    #expect(article.body == String(repeating: "بت", count: hidden.count))
    #expect(try plain(Array("عنوان\nب\u{0}ت".utf8)).body == "بت")
  }

  @Test func everyLetterStaysAsItIs() throws {
    // Decomposed and composed hamza, presentation forms, marks, tatweel, digits: no normal form.
    let kept = "أ أ ﻻ ﷲ مُحَمَّدٌ مـــد ٣٠ ۳۰ گچپژ é é ½ \u{A0}x"
    let article = try plain(Array("عنوان\n\(kept)".utf8))
    #expect(Array(article.body.unicodeScalars) == Array(kept.unicodeScalars))
  }

  @Test func lineEndsBecomeOneKind() throws {
    let article = try plain(Array("عنوان\r\nأ\rب\u{2028}ج\u{2029}د\u{85}ه\r\n\r\nو\u{C}ز\n".utf8))
    #expect(article.title == "عنوان")
    #expect(article.body == "أ\nب\nج\nد\nه\n\nو\nز")
  }

  @Test func bothWaysThroughCleaningAgreeOnEveryCharacter() {
    // A text without anything to drop takes a quick way; a leading U+200B makes it take the other.
    var different: [UInt32] = []
    for value in UInt32(0)...0x1_0000 {
      guard let scalar = Unicode.Scalar(value).map(String.init) else { continue }
      for text in ["ب" + scalar + "ت", "ب" + scalar, scalar + "ب"] {
        let quick = TextCleaning.clean(text).unicodeScalars
        if !quick.elementsEqual(TextCleaning.clean("\u{200B}" + text).unicodeScalars) {
          different.append(value)
        }
      }
    }
    #expect(different == [])
  }

  @Test func onlyUTF8IsTakenForUTF8() {
    // Sound text with one byte changed, lost or added, against what the standard library says.
    var random = SplitMix64(state: 7)
    let parts: [[UInt8]] = [
      [0x20], [0x41], [0xD8, 0xA7], [0xD9, 0x84], [0xD9, 0x84], [0xE2, 0x80, 0x9C], [0xC2, 0x80],
      [0xF0, 0x9F, 0x98, 0x80], [0xED, 0x9F, 0xBF], [0xEE, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF],
    ]
    let others: [UInt8] = [0xC0, 0xC1, 0xED, 0xF5, 0xFF, 0x80, 0xBF, 0xD8, 0xE0, 0xF0, 0xF4, 0x20]
    var different: [[UInt8]] = []
    for round in 0..<20_000 {
      var bytes = (0..<Int.random(in: 1..<14, using: &random)).flatMap { _ in
        parts[Int.random(in: 0..<parts.count, using: &random)]
      }
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let other = others[Int.random(in: 0..<others.count, using: &random)]
      switch round % 4 {
      case 0: bytes[place] = other
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(other, at: place)
      default: break
      }
      let isValid = bytes.withUnsafeBufferPointer(UTF8Bytes.isValid)
      if isValid != (String(validating: bytes, as: UTF8.self) != nil) { different.append(bytes) }
    }
    #expect(different == [])
  }

  @Test func titlesAreOneLine() throws {
    let article = try json(#"{"title": " أ\r\nب\u200f ", "body": "ن"}"#)
    #expect(article.title == "أ ب")
  }
}

@Suite struct PlainTextTests {
  @Test func firstLineIsTheTitle() throws {
    let article = try plain(Array("\n\nعنوان\n\nفقرة\nفقرة ثانية\n".utf8))
    #expect(article.title == "عنوان")
    #expect(article.body == "فقرة\nفقرة ثانية")
    #expect(try plain(Array("سطر وحيد".utf8)).body == "")
  }

  @Test(arguments: [
    ("000_89ea4074fcf5fa85.txt", "وزير الخارجية الصيني يعلن النتائج", 15),
    ("004_49bc83c5705ebfa9.txt", "الصين ودول آسيا الوسطى تطلق أمانة آلية التعاون", 10),
  ])
  func seeds(name: String, title: String, paragraphs: Int) throws {
    let bytes = [UInt8](try Data(contentsOf: root.appending(path: "seeds/\(name)")))
    let article = try plain(bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(article.title?.hasPrefix(title) == true)
    // Both are clean: nothing but the white space at the ends may change.
    let whole = try #require(article.title) + "\n" + article.body
    #expect(whole == text.trimmingCharacters(in: .whitespacesAndNewlines))
    #expect(article.body.split(separator: "\n").count == paragraphs)
    #expect(article.id?.count == 32)
  }
}

/// A sequence that is the same in every run.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
