import Kafka
import Testing

struct HeadersTests {
  @Test func theLastOfANameCounts() {
    var headers: Headers = ["a": "1"]
    headers.append("a", "2")
    headers.append("b", nil)
    #expect(headers.text("a") == "2")
    #expect(headers["b"] == nil)
    #expect(headers.contains("b"))
    #expect(headers.count == 3)
    headers.removeAll(named: "a")
    #expect(headers.map(\.name) == ["b"])
  }

  @Test func anErrorSaysWhereItHappened() {
    let error = KafkaError(.messageTimedOut, topic: "events", partition: 3)
    #expect(error.name == "_MSG_TIMED_OUT")
    #expect(error.isRetriable)
    #expect("\(error)" == "Local: Message timed out (_MSG_TIMED_OUT, topic events partition 3)")
  }
}
