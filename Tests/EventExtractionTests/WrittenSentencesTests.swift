import Contracts
import EventExtraction
import Testing

/// Sentences written for the purpose. One that is read rightly stays so; one that is not yet is
/// told among the known issues, and loses its mark when it is.
@Suite struct WrittenSentencesTests {
  private static func faults(in sentence: WrittenSentence) throws -> [String] {
    let article =
      sentence.isHeadline
      ? RawArticle(title: sentence.text, body: "", publishedAt: "2024-05-15")
      : RawArticle(body: sentence.text, publishedAt: "2024-05-15")
    let parsed = try Shared.extractor().extract(article, id: "sentence")
    return sentence.faults(in: ReadArticle(parsed))
  }

  @Test(arguments: try WrittenSentence.all())
  func theEventsAreRead(sentence: WrittenSentence) throws {
    let faults = try Self.faults(in: sentence)
    if sentence.isOpen {
      withKnownIssue(isIntermittent: true) { #expect(faults == [], "\(sentence.text)") }
    } else {
      #expect(faults == [], "\(sentence.text)")
    }
  }

  @Test func theShareReadRightlyDoesNotFall() throws {
    let sentences = try WrittenSentence.all()
    let right = try sentences.filter { try Self.faults(in: $0).isEmpty }.count
    print("\(right) of \(sentences.count) written sentences are read rightly")
    #expect(sentences.count >= 60)
    #expect(right >= sentences.filter { !$0.isOpen }.count)
  }
}
