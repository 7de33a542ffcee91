import Contracts
import EventStore
import Testing

@Suite(.onBothStores) struct RejectionTests {
  let one = SampleEvent(id: "x1", sentence: "قال الوزير")

  private func code(of input: IndexInput) throws -> RecordError.Code? {
    let temporary = try TemporaryStore()
    _ = try temporary.apply(.sample("other", [SampleEvent(id: "o1", sentence: "قال")]), at: 0)
    let good = SampleEvent(id: "z1", sentence: "وصل")
    let result = try temporary.store.apply(batch: [
      input, .article(.sample("good", [good]), at: 2),
    ])
    #expect(result.outputs.map(\.eventID) == ["z1"], "the rest of the batch goes on")
    #expect(result.rejections.map(\.position) == [.at(1)])
    return result.rejections.first?.error.code
  }

  private func input(_ text: String, key: String? = "a") -> IndexInput {
    IndexInput(position: .at(1), articleID: key, parsed: [UInt8](text.utf8))
  }

  @Test func brokenValues() throws {
    #expect(try code(of: input("{\"schema\":")) == .malformed)
    #expect(try code(of: input("")) == .malformed)
    #expect(try code(of: input("{}")) == .malformed)
    var strange = ParsedArticle.sample("a", [one])
    strange.schema = "rawi.parsed-article/9"
    #expect(try code(of: .article(strange, at: 1)) == .unknownSchema)
  }

  /// Which thread read a record makes no difference.
  @Test(arguments: [2, 9]) func severalThreadsGiveWhatOneGives(threads: Int) throws {
    let batch = (0..<60).map { number in
      let place = SourcePosition.at(Int64(number))
      if number % 7 == 3 { return IndexInput(position: place, articleID: "a", parsed: [0x7B]) }
      let event = SampleEvent(id: "e\(number)", sentence: "قال الوزير \(number)")
      return .article(.sample("a\(number)", [event]), at: Int64(number))
    }
    let usual = try TemporaryStore().store.apply(batch: batch)
    #expect(usual.outputs.count == 51 && usual.rejections.count == 9)
    #expect(try TemporaryStore().store.apply(batch: batch, threads: threads) == usual)
  }

  /// JSON may be written in many ways; what it says is what counts.
  @Test func otherFormsOfTheSameRecordAreReadAlike() throws {
    var article = ParsedArticle.sample(
      "a", [one, SampleEvent(id: "x2", sentence: "وصل", day: "2024")])
    article.article.title = "«عنوان» \"آخر\"\n/ \\ \u{1F600}"
    article.entities[0].latitude = -12.5
    let record = String(decoding: article.json(), as: UTF8.self)
    let usual = try TemporaryStore().apply(article, at: 0)
    #expect(usual.outputs.count == 2)
    for other in [
      record.replacing("{\"", with: "{ \"").replacing(",\"", with: " ,\n\""),
      record.replacing("{\"schema\"", with: "{\"new\":[{\"x\":1e3}],\"schema\""),
      record.replacing("عنوان", with: "\\u0639\\u0646\\u0648\\u0627\\u0646"),
      record.replacing("-12.5", with: "-125e-1"), record.replacing("0.5", with: "0.50"),
    ] {
      #expect(other != record)
      let temporary = try TemporaryStore()
      let result = try temporary.store.apply(batch: [
        IndexInput(position: .at(0), articleID: "a", parsed: [UInt8](other.utf8))
      ])
      #expect(result == usual)
    }
  }

  @Test(arguments: ["\"text\":7", "\"text\":null", "\"texts\":\"\"", "\"text\":\"\u{1}\""])
  func everyFieldMustBeWhatItShould(field: String) throws {
    let record = String(decoding: ParsedArticle.sample("a", [one]).json(), as: UTF8.self)
    let broken = record.replacing(try Regex("\"text\":\"[^\"]*\""), with: field)
    #expect(broken != record)
    #expect(try code(of: input(broken)) == .malformed)
    var bytes = [UInt8](record.utf8)
    let place = try #require(bytes.firstIndex { $0 >= 0xC0 })
    bytes[place] = 0xFF
    let invalid = IndexInput(position: .at(1), articleID: "a", parsed: bytes)
    #expect(try code(of: invalid) == .malformed)
  }

  @Test func keysThatAreNotTheArticles() throws {
    var other = IndexInput.article(.sample("a", [one]), at: 1)
    other.articleID = "b"
    #expect(try code(of: other) == .otherKey)
    #expect(
      try code(of: IndexInput(position: .at(1), articleID: nil, parsed: nil)) == .missingKey)
  }

  @Test func eventIdsThatAreNotUnique() throws {
    #expect(try code(of: .article(.sample("a", [one, one]), at: 1)) == .repeatedEvent)
    let foreign = SampleEvent(id: "o1", sentence: "قال")
    #expect(try code(of: .article(.sample("a", [foreign]), at: 1)) == .repeatedEvent)
  }

  @Test func wordsNameTheRecordAndThePlace() throws {
    let temporary = try TemporaryStore()
    let text = #"{"schema":"rawi.parsed-article/1","extractor":"1","article":{"id":7}}"#
    let result = try temporary.store.apply(batch: [input(text)])
    let words = try #require(result.rejections.first?.error.description)
    #expect(words.contains("Article a:"))
    #expect(words.contains("article.id"))
  }

  @Test func aRejectedChangeLeavesTheArticleAsItWas() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.apply(.sample("a", [one]), at: 0)
    _ = try temporary.store.apply(batch: [input("{")])
    #expect(try temporary.apply(.sample("a", [one]), at: 2).isEmpty)
  }
}
