import ArabicText
import Testing

@Suite struct NumbersVocabularyTests {
  func match(_ word: String, in words: [String]) -> (String, Vocabulary.Clitics)? {
    let vocabulary = Vocabulary(words.map { Letter.fold($0) })
    var matches: [Vocabulary.Match] = []
    vocabulary.read(TokenizedText(word), into: &matches)
    guard let match = matches.first, match.word != Vocabulary.unknown else { return nil }
    return (words[Int(match.word)], match.clitics)
  }

  @Test(
    arguments: [
      ("عشرون", []), ("وعشرون", [.conjunction]), ("العشرون", [.article]),
      ("وبالعشرون", [.conjunction, .ba, .article]), ("للعشرون", [.lam, .article]),
      ("كعشرون", [.kaf]), ("فعشرون", [.conjunction]),
    ] as [(String, Vocabulary.Clitics)])
  func wordsAreFoundUnderTheirClitics(form: String, clitics: Vocabulary.Clitics) throws {
    let found = try #require(match(form, in: ["عشرون"]))
    #expect(found.0 == "عشرون")
    #expect(found.1 == clitics)
  }

  @Test func theLongerWordWins() throws {
    let found = try #require(match("واحد", in: ["أحد", "واحد"]))
    #expect(found.0 == "واحد")
    #expect(found.1 == [])
  }

  @Test func aWordSpeltWithItsArticleNeedsIt() throws {
    #expect(match("يوم", in: ["اليوم"]) == nil)
    #expect(try #require(match("لليوم", in: ["اليوم"])).1 == [.lam])
  }

  @Test(arguments: ["", "عشر", "عشرونا", "123", "x"])
  func otherWordsAreNot(word: String) {
    #expect(match(word, in: ["عشرون"]) == nil)
  }
}

@Suite struct NumbersWordListTests {
  @Test(arguments: [
    (
      "ثلاثة\tunit\t3\nخمسة\tunit",
      "number-words.tsv, line 2: has 2 fields; write 3, parted by single tabs"
    ),
    ("# words\nثلاثة\tbird\t3", "number-words.tsv, line 2: «bird» is no kind of number word"),
    ("ثلاثة\tunit\tx", "number-words.tsv, line 1: «x» is no number"),
    ("ثلاثة\tunit\t3\nثلاثه\tunit\t3", "number-words.tsv, line 2: «ثلاثه» is listed already"),
  ])
  func aBadLineIsNamed(tsv: String, words: String) {
    let error = #expect(throws: WordList.Malformed.self) { try NumberWords(tsv: tsv) }
    #expect(error?.description == words)
  }
}
