import Contracts
import Foundation
import Testing

/// Words of the user's own, as their user gives them.
@Suite struct LexiconCommandTests {
  /// A verb that Rawi does not have, and one that it has with another meaning.
  static let verbs = """
    # past	imperfect	verbal nouns	active	passive	type	mode	recipient	content	contexts
    دحرش	يدحرش	دحرشة	مدحرش	مدحرش	ACCUSE	disapprove	obj	-	-
    التقى	يلتقي	التقاء,لقاء	ملتقي	-	SUPPORT	-	obj,ب	-	-

    """

  let folder: Scratch

  init() throws { folder = try Scratch() }

  func types(_ arguments: [String], _ environment: [String: String] = [:]) async throws -> [String]
  {
    let output = try await Tool.run(
      ["extract", "-", "--format", "json"] + arguments,
      input: #"{"id": "a", "body": "دحرش الوزير السفير. التقى الوزير السفير."}"#,
      environment: environment)
    let line = try #require(output.lines.first, "\(output.err)")
    let article = try JSONDecoder().decode(ParsedArticle.self, from: Data(line.utf8))
    return article.events.map(\.type.rawValue) + [article.extractor]
  }

  @Test func rowsAddAVerbAndOverrideOne() async throws {
    try folder.file("verbs.tsv", containing: Self.verbs)
    let without = try await types([])
    let with = try await types(["--lexicon", folder.folder.path])
    #expect(without.dropLast() == ["CONSULT"])
    #expect(with.dropLast() == ["ACCUSE", "SUPPORT"])
    #expect(with.last != without.last, "events must say which lexicon made them")
    #expect(try await types([], ["RAWI_LEXICON": folder.folder.path]) == with)
  }

  @Test func checkTellsWhatIsAddedAndOverridden() async throws {
    try folder.file("verbs.tsv", containing: Self.verbs)
    let output = try await Tool.run(["lexicon", "check", folder.folder.path])
    #expect(output.status == 0)
    #expect(output.lines == ["good: 2 lines (verbs 2 for 1); 1 earlier overridden"])
  }

  @Test func checkNamesEveryBadLine() async throws {
    try folder.file("verbs.tsv", containing: Self.verbs + "دحرج\tيدحرج\n")
    try folder.file("titles.tsv", containing: "عميد\t-\t-\tmil\trank\n")
    try folder.file("verb.tsv", containing: "كلمة\n")
    let output = try await Tool.run(["lexicon", "check", folder.folder.path])
    #expect(output.status == 65)
    let reasons = output.lines.map { $0.dropFirst(folder.folder.path.count + 1) }
    #expect(reasons.count == 3)
    #expect(reasons.first?.hasPrefix("titles.tsv:1: `mil` is no sector; it is one of AGR") == true)
    #expect(reasons.dropFirst().first?.hasPrefix("verb.tsv: is no kind of table") == true)
    #expect(reasons.last?.hasPrefix("verbs.tsv:4: has 2 fields; a line of verbs has 10") == true)
    #expect(output.errorLines == ["rawi: 3 problems"])
  }

  @Test(arguments: [["extract", "seeds"], ["up"], ["explain", "seeds"]])
  func badTableEndsTheProgramAtStart(arguments: [String]) async throws {
    try folder.file("verbs.tsv", containing: "دحرج\tيدحرج\n")
    let output = try await Tool.run(arguments + ["--lexicon", folder.folder.path])
    #expect(output.status == 78)
    #expect(output.out.isEmpty)
    #expect(output.errorLines.count == 1)
    #expect(
      output.err.hasPrefix("rawi: \(folder.path("verbs.tsv")):1: has 2 fields; a line of verbs"))
  }

  @Test func parserWorkerRefusesABadTable() async throws {
    try folder.file("verbs.tsv", containing: "دحرج\tيدحرج\n")
    try folder.file(
      "rawi.yaml", containing: "parser-worker:\n  lexicon: [\(folder.folder.path)]\n")
    let output = try await Tool.run(
      program: "parser-worker", ["--validate", "--config", folder.path("rawi.yaml")])
    #expect(output.status == 78)
    #expect(output.errorLines.count == 1)
    #expect(output.err.hasPrefix("parser-worker: \(folder.path("verbs.tsv")):1: has 2 fields"))
  }
}
