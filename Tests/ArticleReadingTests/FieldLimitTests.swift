import ArticleReading
import Contracts
import Testing

@Suite struct FieldLimitTests {
  @Test(arguments: [
    ("id", 1024), ("source", 1024), ("url", 8192), ("title", 8192), ("language", 64),
  ])
  func fieldThatIsTooLongIsNamed(_ field: String, _ limit: Int) throws {
    func text(_ bytes: Int) -> String {
      "{\"body\":\"نص\",\"\(field)\":\"\(String(repeating: "x", count: bytes))\"}"
    }
    _ = try json(text(limit))
    let error = try jsonError(text(limit + 1))
    #expect(error.field == field)
    #expect(error.reason == "has \(limit + 1) bytes, but may have \(limit)")
  }

  @Test func keyThatWouldBeTheIdMayNotBeLonger() throws {
    let key = String(repeating: "k", count: 1025)
    #expect(throws: ArticleReadingError.self) {
      try reader.read(Array("{\"body\":\"نص\"}".utf8), key: key)
    }
    let named = Array("{\"body\":\"نص\",\"id\":\"a\"}".utf8)
    #expect(try reader.read(named, key: key).id == "a")
  }

  @Test func firstLineTooLongForATitleIsText() throws {
    let line = String(repeating: "نص ", count: 3000) + "آخر"
    for article in [
      try plain(Array("\(line)\nثان".utf8)),
      try html("<title>\(line)</title><p>ثان</p>"),
    ] {
      #expect(article.title == nil)
      #expect(article.body == "\(line)\nثان")
    }
    #expect(try plain(Array(line.utf8)).body == line)
  }
}
