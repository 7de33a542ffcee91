import Contracts
import Foundation
import Testing

@Suite(.timeLimit(.minutes(5)))
struct ExtractCommandTests {
  private func decoded(_ line: Substring) throws -> ParsedArticle {
    try JSONDecoder().decode(ParsedArticle.self, from: Data(line.utf8))
  }

  @Test func seedsBecomeParsedArticles() async throws {
    let output = try await Tool.run(["extract", "seeds", "--format", "json"])
    #expect(output.status == 0)
    #expect(output.err.isEmpty)
    let articles = try output.lines.map(decoded)
    #expect(articles.count == 2)
    for article in articles {
      #expect(article.schema == ParsedArticle.schema)
      #expect(article.article.scalars == article.text.unicodeScalars.count)
      #expect(!article.events.isEmpty)
    }
  }

  @Test func textSetsArabicOff() async throws {
    let output = try await Tool.run(["extract", "seeds", "--format", "text"])
    #expect(output.status == 0)
    #expect(output.lines.filter { $0.hasPrefix("article \u{2068}") }.count == 2)
    for line in output.lines {
      var depth = 0
      for scalar in line.unicodeScalars {
        if scalar == "\u{2068}" { depth += 1 }
        if scalar == "\u{2069}" { depth -= 1 }
        let isArabic = (0x0600...0x06FF).contains(scalar.value)
        #expect(!isArabic || depth > 0, "\(line)")
      }
      #expect(depth == 0)
    }
  }

  @Test func articlesComeInTheOrderOfTheInput() async throws {
    let lines = (0..<200).map { #"{"id":"\#($0)","title":"عنوان","body":"قال الوزير إنه وصل."}"# }
    let output = try await Tool.run(
      ["extract", "-", "--format", "json"], input: lines.joined(separator: "\n"))
    #expect(try output.lines.map { try decoded($0).article.id } == (0..<200).map(String.init))
  }

  @Test func publicationIsReadUnderBothNames() async throws {
    let output = try await Tool.run(
      ["extract", "-", "--format", "json"],
      input: """
        {"id":"a","body":"نص","published":"2024-03-30"}
        {"id":"b","body":"نص","published_at":"2024-03-31T10:00:00Z"}
        """)
    let days = try output.lines.map { try decoded($0).article.publishedAt?.prefix(10) }
    #expect(days == ["2024-03-30", "2024-03-31"])
  }

  @Test func whatCannotBeReadIsNamedAndTheRestGoesOn() async throws {
    let scratch = try Scratch()
    try scratch.file("bad.json", containing: "{\"title\": ")
    let output = try await Tool.run([
      "extract", scratch.path("bad.json"), scratch.path("missing.txt"), "seeds", "--format", "json",
    ])
    #expect(output.status == 1)
    #expect(output.lines.count == 2)
    #expect(output.errorLines.count == 2)
    #expect(output.errorLines.first?.hasPrefix("rawi: \(scratch.path("bad.json"))") == true)
    #expect(output.errorLines.last?.hasPrefix("rawi: \(scratch.path("missing.txt"))") == true)
  }
}
