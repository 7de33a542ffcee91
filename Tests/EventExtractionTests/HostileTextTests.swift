import Contracts
import Evaluation
import EventExtraction
import Testing

/// Texts that nobody writes: whatever comes, extraction returns, and what it gives keeps the
/// contract.
@Suite struct HostileTextTests {
  struct Text: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String

    init(_ name: String, _ text: String) {
      testDescription = name
      self.text = text
    }

    init(_ name: String, _ repeated: String, times: Int) {
      self.init(name, String(repeating: repeated, count: times))
    }
  }

  static let texts = [
    Text("empty", ""),
    Text("white space", " \n\t \u{A0}\n\n "),
    Text("one endless word", "ك", times: 500_000),
    Text("quotation marks", "«", times: 100_000),
    Text("straight quotation marks", "\"", times: 100_000),
    Text("control characters", scalars(Array(0..<32))),
    Text("the same verb", "قال ", times: 10_000),
    Text("nested clauses", "قال إن ", times: 200),
    Text("brackets", String(repeating: "(قال ", count: 200) + String(repeating: ")", count: 200)),
    Text("marks of direction", "\u{202E}قال\u{202C}\u{200F} ", times: 1_000),
    Text("one list of names", "محمد علي وأحمد حسن و", times: 5_700),
    Text("conjunctions", "و", times: 20_000),
    Text("marks without letters", "\u{64B}", times: 20_000),
    Text("sentences of one letter", "ب. ", times: 500),
    Text("line ends", "\n", times: 100_000),
    Text("digits", "9", times: 10_000),
    Text("dates", "30/3/", times: 500),
    Text("items", "أولا، ", times: 500),
    Text("outside the basic plane", "𞸀😀", times: 500),
    Text("noncharacters", scalars([0xFFFD, 0xFDD0, 0xFFFE, 0x10FFFF])),
  ]

  private static func scalars(_ values: [UInt32]) -> String {
    String(String.UnicodeScalarView(values.compactMap(Unicode.Scalar.init)))
  }

  @Test(arguments: texts)
  func extractionReturns(text: Text) throws {
    let extractor = try Shared.extractor()
    let body = extractor.extract(RawArticle(body: text.text), id: "hostile")
    #expect(ContractBreach.all(in: body) == [])
    let title = String(text.text.prefix(300))
    let titled = extractor.extract(RawArticle(title: title, body: "قال الوزير."), id: "hostile")
    #expect(ContractBreach.all(in: titled) == [])
  }

  @Test func nothingIsReadIntoNothing() throws {
    let parsed = try Shared.extractor().extract(RawArticle(body: ""), id: "empty")
    #expect(parsed.text.isEmpty)
    #expect(parsed.events.isEmpty && parsed.entities.isEmpty && parsed.sentences.isEmpty)
  }
}
