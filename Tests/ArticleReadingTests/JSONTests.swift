import ArticleReading
import Contracts
import Foundation
import Testing

@Suite struct RawArticleJSONTests {
  @Test func everyFieldIsRead() throws {
    let article = try json(
      """
      {"id": "a-1", "source": "شينخوا", "url": "http://a/1", "title": "عنوان", "body": "نص\\nثان",
       "published_at": "2024-03-30T09:15:00+08:00", "language": "ar", "body_type": "text/plain"}
      """)
    #expect(
      article
        == RawArticle(
          id: "a-1", source: "شينخوا", url: "http://a/1", title: "عنوان", body: "نص\nثان",
          publishedAt: "2024-03-30T09:15:00+08:00", language: "ar"))
  }

  @Test func whatIsWrittenReadsBack() throws {
    let article = RawArticle(
      id: "x", title: "قال \"نعم\"\\", body: "سطر\nسطر", publishedAt: "2024-03-30")
    #expect(try reader.read(article.json()) == article)
  }

  @Test func idIsTheKeyWhereThereIsNone() throws {
    let bytes = Array(#"{"body": "نص"}"#.utf8)
    #expect(try reader.read(bytes, key: "k").id == "k")
    #expect(try reader.read(bytes).id == RawArticle(body: "نص").identifier())
    #expect(try json(#"{"id": "", "body": "نص"}"#).id == RawArticle(body: "نص").identifier())
  }

  @Test func publishedIsReadToo() throws {
    #expect(try json(#"{"body":"ن","published":"2017-01-20"}"#).publishedAt == "2017-01-20")
    let both = try json(#"{"published":"2017-01-20","body":"ن","published_at":"2018-01-20"}"#)
    #expect(both.publishedAt == "2018-01-20")
  }

  @Test func unknownFieldsAndNullsArePassedOver() throws {
    let article = try json(
      #"{"x": [1, {"y": [true, null, -2.5e3, "}"]}], "title": null, "body": "نص", "x": 2}"#)
    #expect(article.title == nil)
    #expect(article.body == "نص")
  }

  @Test func escapesAreDecoded() throws {
    #expect(try json(#"{"body": "\u0627\u0644 \/ \"\ud83d\ude00\" \t."}"#).body == "ال / \"😀\" \t.")
  }

  @Test(arguments: [
    (#"{"title": "ن"}"#, "body", "is missing"),
    (#"{"body": null}"#, "body", "is missing"),
    (#"{"body": 7}"#, "body", "must be a string, but is a number"),
    (#"{"body": "ن", "title": ["ن"]}"#, "title", "must be a string, but is an array"),
    (#"{"body": "ن", "id": {"a": 1}}"#, "id", "must be a string, but is an object"),
    (#"{"body": "ن", "body": "ن"}"#, "body", "stands twice"),
    (#"{"body": "a\u0000b"}"#, "body", "NUL"),
    (#"{"body": "a\ud800b"}"#, "body", "half a surrogate pair"),
    (#"{"body": "a\udc00"}"#, "body", "half a surrogate pair"),
    (#"{"body": "a\ud800\u0041"}"#, "body", "half a surrogate pair"),
    (#"{"body": "a\q"}"#, "body", "escape"),
    ("{\"body\": \"a\nb\"}", "body", "control character"),
    (#"{"body": "ن", "body_type": "text/rtf"}"#, "body_type", "text/rtf"),
    (#"{"body": "ن", "published_at": "أمس"}"#, "published_at", "no time"),
    (#"{"body": "ن", "published": "2024-02-30"}"#, "published", "no time"),
  ])
  func aBadFieldIsNamed(text: String, field: String, reason: String) throws {
    let error = try jsonError(text)
    #expect(error.code == .invalidField)
    #expect(error.field == field)
    #expect(error.description.contains(reason), "\(error)")
  }

  @Test(arguments: [
    "", "  ", "{", "[]", "\"نص\"", "12", #"{"body": "ن"} x"#, #"{"body" "ن"}"#, #"{"body": "ن",}"#,
    "نص بلا أقواس", "{\"x\": tru, \"body\": \"\"}", #"{"x": 1-1, "body": "ن"}"#, "{\"bo",
    "<p>نص</p>",
  ])
  func whatIsNoArticleObjectIsRefused(text: String) throws {
    let error = try jsonError(text)
    #expect(error.code == .malformedJSON || error.field == "body", "\(error)")
  }

  @Test func deepNestingIsRefusedRatherThanFollowed() throws {
    let deep = String(repeating: "[", count: 500_000)
    #expect(try jsonError("{\"x\": \(deep)").description.contains("nested"))
  }

  @Test func nothingToReadIsAnError() throws {
    #expect(try jsonError(#"{"title": " ", "body": "\u200f\n"}"#).code == .empty)
    #expect(try json(#"{"title": "عنوان", "body": ""}"#).title == "عنوان")
  }

  @Test func bytesThatAreNotUTF8NeedACharset() throws {
    let utf16 = Array(#"{"body": "نص"}"#.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let error = try #require(throws: ArticleReadingError.self) { try reader.read(utf16) }
    #expect(error.code == .malformedJSON)
    #expect(try reader.read(utf16, contentType: "application/json; charset=UTF-16LE").body == "نص")
    #expect(try reader.read([0xFF, 0xFE] + utf16).body == "نص")
    #expect(try reader.read([0xEF, 0xBB, 0xBF] + Array(#"{"body": "نص"}"#.utf8)).body == "نص")
  }

  @Test func theLimitIsHeld() throws {
    let small = ArticleReader(limit: 20)
    let fits = Array(#"{"body": "0123456"}"#.utf8)
    #expect(try small.read(fits).body == "0123456")
    let error = try #require(throws: ArticleReadingError.self) {
      try small.read(fits + [0x20, 0x20])
    }
    #expect(error.code == .tooLarge)
    #expect(error.description.contains("21 bytes"))
  }

  @Test func onlyTheBodyIsHTML() throws {
    let article = try json(
      #"{"title": "5 < 6 &amp; 7", "body": "<p>5 &lt; 6</p><p>ثان</p>", "body_type": "text/html"}"#)
    #expect(article.title == "5 < 6 &amp; 7")
    #expect(article.body == "5 < 6\nثان")
    #expect(article.bodyType == nil)
  }

  @Test func unknownContentTypesAreNamed() throws {
    let error = try #require(throws: ArticleReadingError.self) {
      try reader.read([1], contentType: "application/pdf")
    }
    #expect(error.code == .unsupportedType)
    #expect(error.description.contains("application/pdf"))
  }
}
