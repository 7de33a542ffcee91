import Kafka
import Testing

@testable import StageRuntime

@Suite struct DeadLetterAccountTests {
  private struct Unreadable: Error, CustomStringConvertible {
    let description = "no article"
  }

  private static func letter(_ source: SourceRecord) -> ProducerRecord {
    DeadLetter.record(
      of: source, in: "articles.dead", because: Unreadable(),
      by: DeadLetter.Origin(group: "g", instance: "i", worker: "indexer"))
  }

  @Test func accountSaysWhatTheWorkerWrote() {
    let account = DeadLetter.Account(Self.letter(OutputHeaderTests.source).headers)
    #expect(account.topic == "articles.raw")
    #expect(account.partition == 3)
    #expect(account.offset == 41)
    #expect(account.group == "g")
    #expect(account.stage == "indexer")
    #expect(account.errorType == String(reflecting: Unreadable.self))
    #expect(account.reason == "no article")
    #expect(account.attempt == 1)
    #expect(account.omittedBytes == nil)
  }

  @Test func recordGoesBackAsItCameAndCountsItsAttempts() {
    var source = OutputHeaderTests.source
    for attempt in 1...4 {
      let letter = Self.letter(source)
      #expect(DeadLetter.Account(letter.headers).attempt == attempt)
      let headers = DeadLetter.headersForReplay(letter.headers)
      #expect(
        Array(headers) == Array(OutputHeaderTests.source.headers)
          + [.init(DeadLetter.attempt, Array("\(attempt + 1)".utf8))])
      source.headers = headers
    }
  }

  @Test func errorHeadersThatCameWithTheRecordStay() {
    var source = OutputHeaderTests.source
    source.headers.append("__connect.errors.topic", "elsewhere")
    let headers = DeadLetter.headersForReplay(Self.letter(source).headers)
    #expect(headers.filter { $0.name.hasPrefix(DeadLetter.prefix) }.map(\.text) == ["elsewhere"])
    // What the worker wrote is what counts, not what a producer sent along.
    #expect(DeadLetter.Account(Self.letter(source).headers).topic == "articles.raw")
  }

  @Test(arguments: ["", "-1", "0", "x", "9223372036854775807", "99999999999999999999"])
  func attemptThatIsNoneBeginsAnew(_ text: String) {
    var source = OutputHeaderTests.source
    source.headers.append(DeadLetter.attempt, text)
    let letter = Self.letter(source)
    #expect(DeadLetter.Account(letter.headers).attempt == 1)
    #expect(DeadLetter.headersForReplay(letter.headers).text(DeadLetter.attempt) == "2")
  }

  @Test func letterWithoutItsValueIsNoWithdrawal() {
    let bare = DeadLetter.withoutValue(Self.letter(OutputHeaderTests.source))
    #expect(bare.value == nil)
    #expect(DeadLetter.Account(bare.headers).omittedBytes == 2)
    #expect(!DeadLetter.headersForReplay(bare.headers).contains(DeadLetter.omittedValue))
    var tombstone = OutputHeaderTests.source
    tombstone.value = nil
    let withdrawal = DeadLetter.withoutValue(Self.letter(tombstone))
    #expect(DeadLetter.Account(withdrawal.headers).omittedBytes == nil)
  }

  @Test func letterWithoutContentStillSaysWhereAndWhyAndHowOften() {
    var source = OutputHeaderTests.source
    source.headers.append(DeadLetter.attempt, "3")
    source.headers.append("__connect.errors.topic", "elsewhere")
    let letter = DeadLetter.withoutContent(
      of: source, in: "articles.dead", because: Unreadable(),
      by: DeadLetter.Origin(group: "g", instance: "i", worker: "indexer"))
    #expect(letter.key == nil && letter.value == nil && letter.timestamp == nil)
    let account = DeadLetter.Account(letter.headers)
    #expect(account.topic == "articles.raw")
    #expect(account.offset == 41)
    #expect(account.reason == "no article")
    #expect(account.attempt == 3)
    #expect(account.omittedBytes == 2)
    #expect(letter.headers.text("rawi.omitted-headers") == "\(source.headers.count)")
    #expect(!letter.headers.contains { $0.text == "elsewhere" })
  }

  @Test func endlessReasonsAreCut() {
    struct Quoting: Error, CustomStringConvertible {
      let description = String(repeating: "ن", count: 1_000_000)
    }
    let letter = DeadLetter.record(
      of: OutputHeaderTests.source, in: "articles.dead", because: Quoting(),
      by: DeadLetter.Origin(group: "g", instance: "i", worker: "indexer"))
    #expect(DeadLetter.Account(letter.headers).reason?.count == 4001)
  }
}
