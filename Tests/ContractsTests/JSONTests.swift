import Contracts
import Foundation
import Testing

@Suite struct JSONTests {
  static let parsed = ParsedArticle(
    extractor: "1.0.0+lexicon-0000",
    article: .init(
      id: "a1", source: "شينخوا", title: "عنوان \"مقتبس\"", referenceDate: "2024-03-30",
      dateline: .init(place: "e1", date: "2024-03-30", agency: "شينخوا"), sha256: "00",
      simhash: "ff", scalars: 25),
    text: "قال الوزير\tإن الصين\n\u{7F}ترحب",
    sentences: [.init(start: 0, end: 25, kind: .item, item: 3)],
    entities: [
      .init(
        id: "e1", kind: .country, name: "الصين", country: "CHN", geonames: 1_814_991,
        latitude: 35, longitude: -105.5, mentions: [.init(start: 14, end: 19)]),
      .init(id: "e2", kind: .group, name: "الدول", members: ["e1", "e9"]),
    ],
    times: [
      .init(
        id: "t1", start: 0, end: 3, value: nil, granularity: .day, basis: .weekday)
    ],
    events: [
      .init(
        id: "x1", type: .state, status: .actual, cameo: "01", trigger: .init(start: 0, end: 3),
        sentence: 0,
        participants: [.init(role: .actor, entity: "e2", start: 4, end: 10)],
        object: .init(start: 11, end: 19, entities: ["e1"]), time: .init(ref: "t1", value: nil),
        place: .init(entity: "e1", name: "الصين", country: "CHN"),
        quantities: [
          .init(
            kind: .count, value: 10, upper: 99, unit: "person", bound: .about, effect: .killed,
            start: 4, end: 10),
          .init(kind: .percentage, value: 7.5, unit: "%", start: 11, end: 19),
        ], speaker: "e2",
        statement: .init(start: 11, end: 25, form: .indirect), item: 3, confidence: 0.9)
    ])

  @Test func parsedArticleReadsBackAsWritten() throws {
    let data = Data(Self.parsed.json())
    #expect(try JSONDecoder().decode(ParsedArticle.self, from: data) == Self.parsed)
  }

  @Test func recordsOlderThanQuantitiesAreRead() throws {
    var object = try #require(
      try JSONSerialization.jsonObject(with: Data(Self.parsed.json())) as? [String: Any])
    var events = try #require(object["events"] as? [[String: Any]])
    events[0]["quantities"] = nil
    object["events"] = events
    let data = try JSONSerialization.data(withJSONObject: object)
    let read = try JSONDecoder().decode(ParsedArticle.self, from: data)
    #expect(read.events[0].quantities == [])
  }

  @Test func absentValuesAreWrittenAsNull() throws {
    let data = Data(Self.parsed.json())
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let article = try #require(object["article"] as? [String: Any])
    #expect(article["url"] is NSNull)
    #expect(article["published_at"] is NSNull)
  }

  @Test func eventsAreSelfContained() throws {
    let embedding = EventEmbedding(Self.parsed)
    let event = embedding.event(
      Self.parsed.events[0], version: 2, story: "s", sameAs: "x1", reports: 1)
    #expect(event.trigger.text == "قال")
    #expect(event.participants.map(\.text) == ["الوزير"])
    #expect(event.participants[0].entity.members.map(\.name) == ["الصين"])
    #expect(event.object?.entities.map(\.name) == ["الصين"])
    #expect(event.sentence.text == Self.parsed.text)
    let read = try JSONDecoder().decode(Event.self, from: Data(event.json()))
    #expect(read == event)
  }

  @Test func offsetsOutsideTheTextAreCutToIt() {
    var event = Self.parsed.events[0]
    event.trigger = .init(start: 20, end: 4000)
    event.sentence = 7
    let record = EventEmbedding(Self.parsed).event(
      event, version: 1, story: "s", sameAs: "x1", reports: 1)
    #expect(record.trigger.text == "\u{7F}ترحب")
    #expect(record.sentence.text == record.trigger.text)
  }

  @Test func everyByteIsToldAsItIs() throws {
    // At every place within and behind eight bytes.
    for byte in UInt8(0)..<128 {
      let text = String(Unicode.Scalar(byte))
      let texts = (0..<20).map { String(repeating: "ب", count: $0 / 2) + text + "خبر \(text)" }
      var writer = JSONWriter()
      writer.array(texts) { $0.value($1) }
      #expect(writer.bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
      #expect(try JSONDecoder().decode([String].self, from: Data(writer.bytes)) == texts)
    }
  }

  @Test func fractionsAreWrittenInTheirShortestForm() {
    var numbers = [
      0.84, 35.69439, -105.5, 0.1, 1e-5, 0.001, 0.000_99, 123_456_789.123_45, 1e9,
      Double.leastNonzeroMagnitude, .pi, 1.0 / 3, 0, -0.0, 999_999_999.999_99, 0.1 + 0.2, 1e300,
    ]
    for step in 0..<2000 { numbers.append(Double(step * 7919 - 8_000_000) / 100_000) }
    for number in numbers {
      var writer = JSONWriter()
      writer.value(number)
      #expect(String(decoding: writer.bytes, as: UTF8.self) == number.description)
    }
  }

  @Test func emptyAndNestedValuesStandApart() {
    var writer = JSONWriter(capacity: 0)
    for _ in 0..<2 {
      writer.reset()
      writer.object {
        $0.field("a", [String]())
        $0.key("b")
        $0.array([1, 2]) { json, number in json.object { $0.field("c", number) } }
        $0.key("d")
        $0.object { _ in }
        $0.field("e", Double?.none)
      }
      #expect(
        String(decoding: writer.bytes, as: UTF8.self)
          == #"{"a":[],"b":[{"c":1},{"c":2}],"d":{},"e":null}"#)
    }
  }

  @Test func numbersKeepTheirValue() throws {
    var writer = JSONWriter()
    writer.array([Int.min, -1, 0, 7, Int.max]) { $0.value($1) }
    let read = try JSONDecoder().decode([Int].self, from: Data(writer.bytes))
    #expect(read == [Int.min, -1, 0, 7, Int.max])
  }
}

@Suite struct IdentifierTests {
  @Test func sha256IsTheStandardOne() {
    #expect(
      Digest(of: "abc".utf8).hex()
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func ownIdThenKeyThenHash() {
    var article = RawArticle(id: "own", url: "http://a", body: "نص")
    #expect(article.identifier(recordKey: "key") == "own")
    article.id = nil
    #expect(article.identifier(recordKey: "key") == "key")
    let byURL = article.identifier()
    article.body = "نص آخر"
    #expect(article.identifier() == byURL)
    article.url = nil
    #expect(article.identifier() != byURL)
  }

  @Test func eventIdsTellPartsApart() {
    func id(_ sentence: String, _ trigger: String) -> String {
      let sum = DigestSum()
      return Array(sentence.utf8).withUnsafeBufferPointer { sentence in
        Array(trigger.utf8).withUnsafeBufferPointer { trigger in
          ParsedEvent.identifier(
            sum, article: "a", sentence: sentence, trigger: trigger, type: .state, occurrence: 0)
        }
      }
    }
    #expect(id("ab", "c") != id("a", "bc"))
    #expect(id("ab", "c") == id("ab", "c"))
  }
}
