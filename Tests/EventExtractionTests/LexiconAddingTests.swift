import ArabicText
import Contracts
import Foundation
import Testing

@testable import EventExtraction

@Suite struct LexiconAddingTests {
  let base: LexiconFolder

  init() throws {
    base = try LexiconFolder([
      "classes.tsv": ["forces|جيش", "forces|شرطة"],
      "countries.tsv": [
        "SYR|سوريا|name|163843|33.5|36.3",
        "SYR|سورية|variant|163843|33.5|36.3",
        "IRN|إيران|name|130758|32|53",
      ],
      "frames.tsv": ["دعا|+إلى|REQUEST|-|-|-|-", "دعا|o:جيش|CONSULT|-|-|-|-"],
      "light-verbs.tsv": ["أجرى|-|object|subject|-"],
      "places.tsv": [
        "حلب|170063|SYR|36.2|37.1|1602264|city", "حلب|1|IRN|30|50|100|city",
        "حمص|169577|SYR|34.7|36.7|775404|city",
      ],
      "verbs.tsv": [
        "دعا|يدعو|دعوة|داعي|مدعو|REQUEST|-|obj|hypothetical|-",
        "وقع|يقع|وقوع|واقع|-|INCIDENT|-|-|-|-", "وقع|يوقع|توقيع|موقع|موقع|AGREE|-|-|-|-",
        "أجرى|يجري|إجراء|مجري|مجرى|-|-|-|-|-",
      ],
      "time-words.tsv": ["read by another reader"],
    ])
  }

  func places(_ lexicon: Lexicon, _ text: String) -> [Int?] {
    lexicon.names.filter { $0.text == text }.map(\.geonames)
  }

  @Test func linesOfOneDirectoryStandSideBySide() throws {
    let lexicon = try base.lexicon()
    #expect(places(lexicon, "حلب") == [170063, 1])
    #expect(lexicon.predicates.filter { $0.lemma == "وقع" }.map(\.type) == [.incident, .agree])
  }

  @Test func laterLineOverridesEveryEarlierOneOfItsKey() throws {
    let own = try LexiconFolder([
      "places-mine.tsv": ["حلب|5|SYR|36|37|10|city", "دوما|6|SYR|33|36|10|city"],
      "verbs.tsv": ["وقع|يقع|وقوع|واقع|-|-|-|-|-|-"],
    ])
    let lexicon = try base.lexicon(adding: own)
    #expect(places(lexicon, "حلب") == [5])
    #expect(places(lexicon, "حمص") == [169577])
    #expect(places(lexicon, "دوما") == [6])
    #expect(lexicon.predicates.filter { $0.lemma == "وقع" }.map(\.type) == [nil])
  }

  @Test func lastOfSeveralDirectoriesWins() throws {
    let first = try LexiconFolder(["places.tsv": ["حلب|5|SYR|36|37|10|city"]])
    let second = try LexiconFolder(["places.tsv": ["حلب|7|SYR|36|37|10|city"]])
    let third = try LexiconFolder(["places.tsv": ["حمص|8|SYR|36|37|10|city"]])
    let lexicon = try base.lexicon(adding: first, second, third)
    #expect(places(lexicon, "حلب") == [7])
    #expect(places(lexicon, "حمص") == [8])
  }

  @Test func sameWordInAnotherKindOverridesNothing() throws {
    let own = try LexiconFolder(["common-nouns.tsv": ["حلب"]])
    #expect(places(try base.lexicon(adding: own), "حلب") == [170063, 1])
  }

  @Test func membersFramesAndNamesAreAdded() throws {
    let own = try LexiconFolder([
      "classes.tsv": ["forces|كتيبة"],
      "countries.tsv": ["SYR|الجمهورية السورية|official|163843|33.5|36.3"],
      "frames.tsv": ["دعا|+إلى|PROTEST|-|-|-|-", "دعا|o:@forces|MOBILIZE|-|-|-|-"],
      "light-verbs.tsv": ["أجرى|-|object|none|-"],
    ])
    let lexicon = try base.lexicon(adding: own)
    let called = try #require(lexicon.predicates.first { $0.lemma == "دعا" })
    #expect(Set(called.frames.map { lexicon.frames[$0].type }) == [.protest, .consult, .mobilize])
    let mobilizing = try #require(called.frames.first { lexicon.frames[$0].type == .mobilize })
    let objects = try #require(lexicon.frames[mobilizing].objects)
    #expect((0..<1_000).count { lexicon.nounSets.contains($0, in: objects) } == 3)
    let light = try #require(lexicon.predicates.first { $0.lemma == "أجرى" })
    #expect(light.lights.map(\.actorIsSubject) == [false])
    let syria = try #require(Code("SYR"))
    #expect(lexicon.names.filter { $0.country == syria && $0.kind == .country }.count == 3)
    #expect(lexicon.countries[syria].map { lexicon.names[Int($0)].text } == "سوريا")
  }

  @Test func versionTellsWhetherTablesWereAdded() throws {
    let own = try LexiconFolder(["common-nouns.tsv": ["كتاب"]])
    let same = try LexiconFolder(["common-nouns.tsv": ["كتاب"]])
    let version = try base.lexicon().version
    #expect(try base.lexicon(adding: own).version != version)
    #expect(try base.lexicon(adding: own).version == base.lexicon(adding: same).version)
  }

  @Test func windowsLineEndsByteOrderMarkAndBlanksAreNoPartOfWords() throws {
    let own = try LexiconFolder([
      "places.tsv": ["\u{FEFF}# name\r", " دوما |6|SYR|33|36|10| city \r", "\r"]
    ])
    #expect(places(try base.lexicon(adding: own), "دوما") == [6])
  }

  @Test func bundledLexiconTakesTheUsersWords() throws {
    let own = try LexiconFolder(["places.tsv": ["حلب|5|SYR|36|37|10|city"]])
    let lexicon = try Lexicon(LexiconSource.bundled.adding([own.url]))
    #expect(places(lexicon, "حلب") == [5])
    #expect(lexicon.names.count > 10_000)
  }
}
