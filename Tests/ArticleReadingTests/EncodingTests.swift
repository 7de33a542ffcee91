import ArticleReading
import Contracts
import Foundation
import Testing

@Suite struct EncodingTests {
  static let arabic = "وزير الخارجية الصيني: «أهلا»\nقال الوزير إن الصين ترحب، ؛ ؟ ءآأؤإئ"
  /// Windows-1256 has the four letters that Persian adds.
  static let persian = "گفتگو با چند پژوهشگر"

  private func expectArabic(_ article: RawArticle) {
    let lines = Self.arabic.split(separator: "\n").map(String.init)
    #expect(article.title == lines[0])
    #expect(article.body == lines[1])
  }

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap {
      bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
  }

  @Test func utf8WithAndWithoutMark() throws {
    expectArabic(try plain(Array(Self.arabic.utf8)))
    expectArabic(try plain([0xEF, 0xBB, 0xBF] + Array(Self.arabic.utf8)))
    expectArabic(try plain(Array(Self.arabic.utf8), charset: "windows-1256"))
    expectArabic(try plain([0xEF, 0xBB, 0xBF] + Array(Self.arabic.utf8), charset: "windows-1256"))
  }

  @Test(arguments: [true, false])
  func utf16WithAndWithoutMark(bigEndian: Bool) throws {
    let bytes = utf16(Self.arabic, bigEndian: bigEndian)
    expectArabic(try plain(bytes))
    expectArabic(try plain((bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) + bytes))
    expectArabic(try plain(bytes, charset: bigEndian ? "utf-16be" : "UTF-16LE"))
  }

  @Test(arguments: ["windows-1256", "CP1256", nil, "utf-8", "iso-8859-1", "no-such-charset"])
  func windows1256(charset: String?) throws {
    expectArabic(try plain(Fixtures.arabicWindows1256, charset: charset))
  }

  @Test(arguments: ["iso-8859-6", nil, "utf-8"])
  func iso8859(charset: String?) throws {
    let article = try plain(Fixtures.arabicISO, charset: charset)
    #expect(article.title == "وزير الخارجية الصيني")
    #expect(article.body == "قال الوزير إن الصين ترحب، ؛ ؟ ءآأؤإئ")
  }

  @Test func persianLettersOfWindows1256() throws {
    #expect(try plain(Fixtures.persianWindows1256, charset: "windows-1256").title == Self.persian)
  }

  @Test func aFewLostBytesAreMarked() throws {
    var bytes = Array(String(repeating: "قال الوزير إن الصين ترحب. ", count: 20).utf8)
    bytes.removeLast(3)
    bytes[101] = 0x20
    let title = try #require(try plain(bytes).title)
    #expect(title.hasPrefix("قال الوزير إن الصين ترحب."))
    #expect(title.contains("\u{FFFD}"))
  }

  @Test func noBytesCrashIt() {
    var state: UInt64 = 7
    for length in 0..<600 {
      let bytes = (0..<length).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(state >> 56)
      }
      for type in ["text/plain", "text/html", "application/json", "text/plain; charset=utf-7"] {
        _ = try? reader.read(bytes, contentType: type)
      }
    }
  }
}
