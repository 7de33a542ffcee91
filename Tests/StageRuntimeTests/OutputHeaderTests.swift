import Foundation
import Kafka
import Testing

@testable import StageRuntime

@Suite struct OutputHeaderTests {
  static let source = SourceRecord(
    topic: "articles.raw", partition: 3, offset: 41, timestamp: 1_700_000_000_250,
    key: Array("a1".utf8), value: [0xFF, 0x00],
    headers: [
      "content-type": "text/plain",
      "traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
      "tracestate": "x=1",
    ])

  private struct Unreadable: Error, CustomStringConvertible {
    let description = "no JSON:\nline 2"
  }

  private let origin = DeadLetter.Origin(group: "g", instance: "i", worker: "parser-worker")

  @Test func deadLetterKeepsTheRecordAndSaysWhy() {
    let letter = DeadLetter.record(
      of: Self.source, in: "articles.dead", because: Unreadable(), by: origin)
    #expect(letter.topic == "articles.dead")
    #expect(letter.key == Self.source.key)
    #expect(letter.value == Self.source.value)
    #expect(letter.timestamp == Self.source.timestamp)
    #expect(Array(letter.headers.prefix(3)) == Array(Self.source.headers))
    let errors = letter.headers.dropFirst(3).map { ($0.name, $0.text ?? "") }
    #expect(
      Dictionary(uniqueKeysWithValues: errors) == [
        "__connect.errors.topic": "articles.raw", "__connect.errors.partition": "3",
        "__connect.errors.offset": "41", "__connect.errors.connector.name": "g",
        "__connect.errors.task.id": "i", "__connect.errors.stage": "parser-worker",
        "__connect.errors.class.name": "rawi.parser-worker",
        "__connect.errors.exception.class.name": String(reflecting: Unreadable.self),
        "__connect.errors.exception.message": "no JSON:\\u{A}line 2",
        "rawi.attempt": "1",
      ])
  }

  @Test func recordThatFailsAgainKeepsItsFirstHeaders() {
    var again = Self.source
    again.headers.append("__connect.errors.topic", "elsewhere")
    let letter = DeadLetter.record(
      of: again, in: "articles.dead", because: Unreadable(), by: origin)
    #expect(
      letter.headers.filter { $0.name == "__connect.errors.topic" }.map(\.text)
        == ["elsewhere", "articles.raw"])
  }

  @Test func tombstoneStaysOneInTheDeadLetters() {
    var tombstone = Self.source
    tombstone.value = nil
    let letter = DeadLetter.record(
      of: tombstone, in: "articles.dead", because: Unreadable(), by: origin)
    #expect(letter.value == nil)
  }

  @Test func outputIsACloudEventInTheInputsTrace() throws {
    let event = CloudEvent(type: "rawi.event", source: "/rawi/indexer")
    let headers = event.headers(for: Self.source, index: 2, subject: "e9")
    #expect(headers.text("ce_specversion") == "1.0")
    #expect(headers.text("ce_id") == "articles.raw-3-41-2")
    #expect(headers.text("ce_source") == "/rawi/indexer")
    #expect(headers.text("ce_type") == "rawi.event")
    #expect(headers.text("ce_time") == "2023-11-14T22:13:20.250Z")
    #expect(headers.text("ce_subject") == "e9")
    #expect(headers.text("content-type") == "application/json")
    #expect(headers.text("tracestate") == "x=1")
    let trace = try #require(headers.text("traceparent").flatMap(TraceContext.init))
    #expect(trace.trace == "0af7651916cd43dd8448eb211c80319c")
    #expect(trace.span != "b7ad6b7169203331")
    #expect(trace.flags == "01")
  }

  @Test func timesAreThoseOfTheCalendar() {
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    for milliseconds: Int64 in [
      0, 250, 951_782_399_999, 951_782_400_000, 1_709_164_800_000, 1_735_689_599_000,
      4_107_542_400_000, 253_402_300_799_000,
    ] {
      let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
      let text = String(decoding: UTCTime.text(milliseconds), as: UTF8.self)
      // The formatter cuts what a double cannot hold off.
      #expect(text.prefix(19) == date.formatted(style).prefix(19), "\(milliseconds)")
      #expect(text.hasSuffix(String(format: ".%03dZ", milliseconds % 1000)))
    }
  }

  @Test func withdrawalHasNoContentType() {
    let event = CloudEvent(type: "rawi.event", source: "/rawi/indexer")
    let headers = event.headers(for: Self.source, index: 0, subject: "e9", isTombstone: true)
    #expect(!headers.contains("content-type"))
  }

  @Test(arguments: [
    "", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
    "00-00000000000000000000000000000000-b7ad6b7169203331-01",
    "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
    "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
    "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
  ])
  func traceThatTheStandardForbidsIsBegunAnew(_ header: String) throws {
    #expect(TraceContext(header) == nil)
    var source = Self.source
    source.headers = ["traceparent": header, "tracestate": "x=1"]
    let headers = CloudEvent(type: "t", source: "s").headers(for: source, index: 0, subject: nil)
    #expect(headers.text("traceparent").flatMap(TraceContext.init) != nil)
    #expect(!headers.contains("tracestate"))
  }
}
