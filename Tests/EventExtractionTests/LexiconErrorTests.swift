import Foundation
import Testing

@testable import EventExtraction

@Suite struct LexiconErrorTests {
  /// The error of a folder that adds one file to a small lexicon.
  func error(_ file: String, _ lines: [String]) throws -> LexiconError? {
    let base = try LexiconFolder([
      "countries.tsv": ["SYR|سوريا|name|163843|33.5|36.3"],
      "verbs.tsv": ["قال|يقول|قول|قائل|مقول|STATE|-|-|said|-"],
    ])
    let own = try LexiconFolder([file: lines])
    let error = #expect(throws: LexiconError.self) { try base.lexicon(adding: own) }
    if let error { #expect(error.file == own.url.appending(path: file).path) }
    return error
  }

  @Test(arguments: [
    ("verbs.tsv", "قام|يقوم|قيام|قائم", "has 4 fields; a line of verbs has 10"),
    ("places.tsv", "حلب|1", "has 2 fields; a line of places has 7, parted by tabs"),
    ("common-nouns.tsv", "كتاب|كتب", "has 2 fields; a line of common-nouns has 1"),
    ("verbs.tsv", "قام|يقوم|-|-|-|WALK|-|-|-|-", "`WALK` is no event type"),
    ("verbs.tsv", "قام|يقوم|-|-|-|CONSULT|demo|-|-|-", "`demo` is no mode of CONSULT; it is one"),
    ("verbs.tsv", "قام|يقوم|-|-|-|STATE|demo|-|-|-", "`demo` is no mode: STATE has none"),
    ("verbs.tsv", "قام|يقوم|-|-|-|-|-|-|-|war", "`war` is no context; it is one of military"),
    ("frames.tsv", "قال|-|-|visit|-|-|-", "`visit` is no mode: - has none"),
    ("verbs.tsv", "قام|قوم|-|-|-|-|-|-|-|-", "«قوم» is not the imperfect of «قام»"),
    ("verbs.tsv", "قام|-|-|-|-|-|-|-|-|-", "a verb needs its past and its imperfect"),
    ("verbs.tsv", "قام|يقوم|-|-|-|-|-|هنا|-|-", "`هنا` is neither `obj` nor a preposition"),
    ("verbs.tsv", "قام|يقوم|-|-|-|-|-|-|told|-", "`told` is no kind of content"),
    ("event-nouns.tsv", "قمة|قمم|SUMMIT|-|-|-", "`SUMMIT` is no event type"),
    ("frames.tsv", "قال|x:بيت|-|-|-|-|-", "`x:بيت` is no condition"),
    ("frames.tsv", "قال|+هنا|-|-|-|-|-", "«هنا» is no preposition that frames know"),
    ("frames.tsv", "قال|o:@none|-|-|-|-|-", "there is no class `none`"),
    ("frames.tsv", "قال|o:|-|-|-|-|-", "a condition names no noun"),
    ("frames.tsv", "قال|p:بيت|-|-|-|-|-", "`p:بيت` should read p:preposition:noun"),
    ("frames.tsv", "قال|-|-|-|-|-|perhaps", "`perhaps` is no status"),
    ("frames.tsv", "زقزق|-|-|-|-|-|-", "no table of verbs or event nouns has «زقزق»"),
    ("light-verbs.tsv", "قال|-|middle|subject|-", "`middle` is no place of the noun"),
    ("light-verbs.tsv", "قال|-|object|both|-", "`both` is none of subject, none"),
    ("classes.tsv", "forces|-", "a class and its member are needed"),
    ("places.tsv", "دوما|x|SYR|33|36|10|city", "`x` is no whole number"),
    ("places.tsv", "دوما|6|Syria|33|36|10|city", "`Syria` is no country code"),
    ("places.tsv", "دوما|6|SYR|north|36|10|city", "`north` is no number"),
    ("places.tsv", "دوما|6|SYR|33|36|10|town", "`town` is none of admin, capital, city"),
    ("places.tsv", "-|6|SYR|33|36|10|city", "begins with no word"),
    ("places.tsv", "ًـ|6|SYR|33|36|10|city", "begins with no word"),
    ("groups.tsv", "الدولتان|SYR,XXX|pair", "`XXX` is no country's code"),
    ("places.tsv", "دوما|6|SYX|33|36|10|city", "`SYX` is no country's code"),
    ("organizations.tsv", "نادي|-|club|-|-", "`club` is none of body, office, company"),
    ("titles.tsv", "عميد|-|-|mil|rank", "`mil` is no sector; it is one of AGR, BUS"),
    ("given-names.tsv", "سعاد|w", "`w` is none of m, f, u"),
    ("function-words.tsv", "هنا|place", "has 2 fields; a line of function-words has 3"),
    ("function-words.tsv", "هنا|place|-", "`place` is no class of function words"),
  ])
  func badLineIsNamed(file: String, line: String, reason: String) throws {
    let error = try error(file, ["# comment", "", line])
    #expect(error?.line == 3)
    #expect(error?.reason.hasPrefix(reason) == true, "\(error?.reason ?? "")")
  }

  @Test func messageNamesFileLineAndReason() throws {
    let error = try #require(try error("verbs.tsv", ["قام|يقوم|-|-|-|WALK|-|-|-|-"]))
    #expect(error.description.contains("/verbs.tsv:1: `WALK` is no event type; it is one of AGREE"))
  }

  @Test(arguments: ["months.tsv", "verb.tsv", "mine.tsv"])
  func fileOfNoKindIsNamed(file: String) throws {
    let error = try error(file, ["كلمة"])
    #expect(error?.line == nil)
    #expect(
      error?.reason.hasPrefix("is no kind of table; begin its name with one of verbs") == true)
  }

  @Test func lineThatIsNotUTF8IsNamed() throws {
    let own = try LexiconFolder(["common-nouns.tsv": ["كتاب"]])
    let file = own.url.appending(path: "common-nouns.tsv")
    try (Data(contentsOf: file) + Data([0xCD, 0xD3, 0xC8, 0x0A])).write(to: file)
    let error = #expect(throws: LexiconError.self) { try own.lexicon() }
    #expect(error == LexiconError(file: file.path, line: 2, reason: "is not UTF-8"))
  }

  @Test func folderThatIsNotThereIsNamed() throws {
    let gone = FileManager.default.temporaryDirectory.appending(path: "no-\(UUID().uuidString)")
    let error = #expect(throws: LexiconError.self) {
      try Lexicon(LexiconSource(bundled: [], added: [gone]))
    }
    #expect(
      error == LexiconError(file: gone.path, line: nil, reason: "is no folder that can be read"))
  }
}
