import Contracts
import Foundation
import Kafka
import Testing

/// Bad records between good ones, through a worker of its own.
@Suite(.timeLimit(.minutes(5))) struct BadRecordFloodTests {
  private static let count = 2000

  @Test func eachBadRecordIsADeadLetterWithItsReasonAndEachGoodOneGoesOn() async throws {
    let kinds = BadRecordKind.all
    let odd = OddRecordKind.all
    try #require(kinds.count >= 30)
    let pipeline = try await Pipeline.make("flood")
    try await pipeline.produce(
      (0..<Self.count).flatMap { number in
        [
          bad(kinds[number % kinds.count], number, pipeline.topics.articlesRaw),
          good(odd[number % odd.count], number, pipeline.topics.articlesRaw),
        ]
      })
    let worker = try pipeline.start(
      "parser-worker", ["--max-article-bytes", "\(BadRecordKind.mostBytes)"])
    let watch = Watch(pipeline.topics.articlesParsed, partitions: pipeline.partitions)
    let parsed = try await watch.read(until: { $0.count >= Self.count }, orEndOf: worker)
    let deaths = Watch(pipeline.topics.articlesDead, partitions: pipeline.partitions)
    let letters = try await deaths.read(until: { $0.count >= Self.count }, orEndOf: worker)
    // It is the process that was started, and it ends in order.
    await worker.stop()

    #expect(parsed.count == Self.count)
    #expect(letters.count == Self.count)
    try expect(letters, kinds)
    try expect(parsed, odd)
    expectOneLineEach(worker.log, letters.count)
  }

  private func bad(_ kind: BadRecordKind, _ number: Int, _ topic: String) -> ProducerRecord {
    var headers = kind.headers
    headers.append("number", "\(number)")
    return ProducerRecord(
      topic: topic, key: kind.hasKey ? kind.key ?? Array("bad-\(number)".utf8) : nil,
      value: kind.value, headers: headers)
  }

  private func good(_ kind: OddRecordKind, _ number: Int, _ topic: String) -> ProducerRecord {
    ProducerRecord(
      topic: topic, key: Array("good-\(number)".utf8), value: kind.value, headers: kind.headers)
  }

  private func expect(_ letters: [ConsumerRecord], _ kinds: [BadRecordKind]) throws {
    var numbers: Set<Int> = []
    for letter in letters {
      let number = try #require(letter.headerText("number").flatMap { Int($0) })
      let kind = kinds[number % kinds.count]
      numbers.insert(number)
      #expect(letter.valueBytes == kind.value, "\(kind.name)")
      #expect(
        letter.keyBytes == (kind.hasKey ? kind.key ?? Array("bad-\(number)".utf8) : nil),
        "\(kind.name)")
      #expect(Array(letter.headers.prefix(kind.headers.count)) == Array(kind.headers))
      let reason = letter.headerText("__connect.errors.exception.message") ?? ""
      #expect(reason.contains(kind.reason), "\(kind.name): \(reason)")
    }
    #expect(numbers.count == Self.count)
  }

  private func expect(_ parsed: [ConsumerRecord], _ kinds: [OddRecordKind]) throws {
    var keys: Set<String> = []
    for record in parsed {
      let key = try #require(record.keyText)
      let number = try #require(Int(key.dropFirst("good-".count)))
      let kind = kinds[number % kinds.count]
      keys.insert(key)
      let article = try JSONDecoder().decode(
        ParsedArticle.self, from: Data(record.valueBytes ?? []))
      #expect(article.article.id == key)
      #expect(article.text.contains(kind.text), "\(kind.name): \(article.text.prefix(100))")
      let hidden = article.text.unicodeScalars.first {
        ($0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t")
          || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
      }
      #expect(hidden == nil, "\(kind.name)")
    }
    #expect(keys.count == Self.count)
  }

  /// Keys and reasons cannot forge lines of the log.
  private func expectOneLineEach(_ log: String, _ letters: Int) {
    let lines = log.split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix("{\"time\":") && $0.hasSuffix("}") })
    #expect(lines.count { $0.contains("record refused") } == letters)
    let hidden = log.unicodeScalars.first {
      ($0.properties.generalCategory == .control && $0 != "\n") || $0 == "\u{202E}"
    }
    #expect(hidden == nil)
  }
}
