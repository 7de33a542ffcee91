import Foundation
import Testing

@testable import EventExtraction

/// All that is wrong with a folder of tables, not only what comes first.
@Suite struct LexiconProblemTests {
  let base: LexiconFolder

  init() throws {
    base = try LexiconFolder([
      "countries.tsv": ["SYR|سوريا|name|163843|33.5|36.3"],
      "verbs.tsv": [
        "أعلن|يعلن|إعلان|معلن|معلن|STATE|-|-|said|-", "قال|يقول|قول|قائل|مقول|STATE|-|-|said|-",
      ],
    ])
  }

  func problems(_ files: [String: [String]]) throws -> [String] {
    let own = try LexiconFolder(files)
    let source = LexiconSource(bundled: [base.url]).adding([own.url])
    return LexiconCheck(source).problems.map {
      $0.description.replacing(own.url.path + "/", with: "")
    }
  }

  @Test func everyBadLineIsNamedInOrder() throws {
    let problems = try problems([
      "given-names.tsv": ["سعاد|w", "هند|f", "ريم"],
      "titles.tsv": ["عميد|-|-|mil|rank", "ملازم|-|-|MIL|rank"],
      "verb.tsv": ["كلمة"],
    ])
    #expect(
      problems.map { $0.prefix { $0 != " " } } == [
        "given-names.tsv:1:", "given-names.tsv:3:", "titles.tsv:1:", "verb.tsv:",
      ])
  }

  @Test func noProblemsInGoodTables() throws {
    #expect(try problems(["given-names.tsv": ["سعاد|f", "هند|f"]]) == [])
  }

  @Test func sameKeyTwiceInOneFolderIsNamed() throws {
    let problems = try problems([
      "organizations-a.tsv": ["نادي الأسير|-|body|-|-"],
      "organizations-b.tsv": ["نادي الأسير|-|body|SYR|-"],
    ])
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("organizations-b.tsv:1: has the same name as ") == true)
    #expect(problems.first?.hasSuffix("organizations-a.tsv:1; keep one of them") == true)
  }

  @Test func homographsAndNamesakesMayStandSideBySide() throws {
    let own = [
      "verbs.tsv": ["قدم|يقدم|قدوم|قادم|-|-|-|-|-|-", "قدم|يقدم|تقديم|مقدم|مقدم|-|-|-|-|-"],
      "places.tsv": ["حلب|1|SYR|36|37|10|city", "حلب|2|SYR|30|50|100|city"],
    ]
    #expect(try problems(own) == [])
  }

  @Test func spellingsThatAreReadAsOneAreNamed() throws {
    let problems = try problems(["given-names.tsv": ["أحمد|m", "احمد|m"]])
    #expect(problems.count == 1)
    #expect(
      problems.first?.hasPrefix("given-names.tsv:2: «احمد» is another spelling of «أحمد» in ")
        == true)
  }

  @Test func otherSpellingOfAnOverriddenLineIsNamed() throws {
    let own = ["verbs.tsv": ["اعلن|يعلن|إعلان|معلن|معلن|-|-|-|-|-"]]
    #expect(
      try problems(own) == [
        "verbs.tsv:1: «اعلن» is another spelling of «أعلن» in verbs.tsv:1, and both are read as one "
          + "word; write it as there to override that line"
      ])
  }

  @Test func folderThatIsNotThereDoesNotHideOthers() throws {
    let own = try LexiconFolder(["given-names.tsv": ["سعاد|w"]])
    let gone = FileManager.default.temporaryDirectory.appending(path: "no-\(UUID().uuidString)")
    let problems = LexiconCheck(
      LexiconSource(bundled: [base.url]).adding([gone, own.url])
    ).problems
    #expect(problems.map(\.reason.first) == ["i", "`"])
  }

  @Test func rawisOwnTablesHaveNoProblems() {
    #expect(LexiconCheck(.bundled).problems == [])
  }
}
