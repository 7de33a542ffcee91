import ArabicText
import Testing

@Suite struct TokenizerTests {
  func words(_ text: String) -> [String] {
    let read = TokenizedText(text)
    return read.tokens.indices.map { read.text($0..<$0 + 1) }
  }

  @Test func wordsNumbersMarksAndForeignWordsPart() {
    #expect(
      words("قال: إن كوفيد-19 (CNN)") == ["قال", ":", "إن", "كوفيد", "-", "19", "(", "CNN", ")"])
  }

  @Test(arguments: ["71،8", "1,250.5", "٣٫٥", "۱۲"])
  func separatorsInsideNumbersStay(number: String) {
    #expect(words("بلغ \(number)، ثم") == ["بلغ", number, "،", "ثم"])
  }

  @Test func tatweelNumberParts() {
    #expect(words("الـ30") == ["الـ", "30"])
  }

  @Test func offsetsCountScalarsAndBytes() {
    let read = TokenizedText("أَكَّدَ é\n😀 نص")
    let last = read.tokens[read.tokens.count - 1]
    #expect(last.scalarStart == 12)
    #expect(last.scalarEnd == 14)
    #expect(read.text(read.tokens.count - 1..<read.tokens.count) == "نص")
    #expect(read.scalars == 14)
  }

  @Test(arguments: [
    ("الإِجْتِماعُ", "الاجتماع"), ("مـــدرسة", "مدرسه"), ("ﺍﻟﺴﻼﻡ", "السلام"), ("علی", "علي"),
    ("١٢", "12"), ("ﻻ", "لا"), ("ﷲ", "?"), ("NATO", "nato"),
  ])
  func spellingsFoldTogether(word: String, folded: String) {
    #expect(Letter.text(Letter.fold(word)) == folded)
  }

  @Test func spellingKeepsWhatFoldingLoses() {
    #expect(Spelling(of: "زيارة") == .taMarbuta)
    #expect(!Spelling(of: "زيارة").allows(Spelling(of: "زياره")))
    #expect(Spelling(of: "زياره").allows(Spelling(of: "زيارة")))
    #expect(!Spelling(of: "أن").allows(Spelling(of: "إن")))
    #expect(Spelling(of: "ان").allows(Spelling(of: "إن")))
  }

  @Test(arguments: ["", "\u{064B}", "\u{0}", "\u{200D}\u{0301}", "\r\n\r\n", "\u{E000}\u{10FFFF}"])
  func anyTextIsRead(text: String) {
    let read = TokenizedText(text)
    #expect(read.scalars == text.unicodeScalars.count)
    #expect(read.sentences().allSatisfy { !$0.isEmpty })
  }
}

@Suite struct SentenceTests {
  func sentences(_ text: String) -> [String] {
    let read = TokenizedText(text)
    return read.sentences().map(read.text)
  }

  @Test func stopsAndBreaksEndSentences() {
    #expect(
      sentences("عنوان\n\nقال. وأضاف؟ نعم!\nآخر") == ["عنوان", "قال.", "وأضاف؟", "نعم!", "آخر"])
  }

  @Test func closingMarksStayWithTheirSentence() {
    #expect(sentences("قال: \"نعم.\" ثم ذهب (هنا).") == ["قال: \"نعم.\"", "ثم ذهب (هنا)."])
  }

  @Test func initialsAddressesAndDecimalsDoNot() {
    #expect(sentences("زار د. محمد موقع bbc.com وبلغ 2.5 فقط.").count == 1)
  }

  @Test func missingSpaceStillEnds() {
    #expect(sentences("أمام القضاء.وبحسب الأرقام").count == 2)
  }
}
