import Foundation
import Testing

@Suite struct ExplainCommandTests {
  @Test func textNamesLinesAndRules() async throws {
    let output = try await Tool.run(
      ["explain", "-", "--format", "text"], input: #"{"body": "التقى الوزير السفير."}"#)
    #expect(output.status == 0)
    #expect(output.lines.contains("CONSULT · actual"))
    #expect(output.lines.contains("  sentence    \u{2068}[التقى] الوزير السفير.\u{2069}"))
    let type = try #require(output.lines.first { $0.hasPrefix("  type") })
    #expect(type.contains("verbs.tsv:"))
    #expect(output.lines.contains { $0.hasPrefix("  actor") && $0.contains("behind the verb") })
    #expect(output.lines.contains { $0.hasPrefix("  confidence") && $0.contains("+62 a verb") })
  }

  @Test func usersLineIsNamedWithItsFolder() async throws {
    let folder = try Scratch()
    try folder.file("verbs.tsv", containing: LexiconCommandTests.verbs)
    let output = try await Tool.run(
      ["explain", "-", "--format", "json", "--lexicon", folder.folder.path],
      input: #"{"body": "دحرش الوزير السفير."}"#)
    let article = try #require(try output.objects.first)
    #expect(article["schema"] as? String == "rawi.explanation/1")
    let event = try #require((article["events"] as? [[String: Any]])?.first)
    let reasons = try #require(event["reasons"] as? [[String: Any]])
    let type = try #require(reasons.first { $0["part"] as? String == "type" })
    #expect(type["value"] as? String == "ACCUSE")
    #expect(type["entries"] as? [String] == ["\(folder.path("verbs.tsv")):2 «دحرش»"])
  }

  @Test func articleThatCannotBeReadIsNamed() async throws {
    let output = try await Tool.run(["explain", "missing.txt"])
    #expect(output.status == 1)
    #expect(output.err.hasPrefix("rawi: missing.txt"))
  }
}
