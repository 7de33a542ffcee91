import ArabicText
import Testing

@Suite struct FormTableTests {
  @Test func numbersCountFromZeroInOrderOfAdding() {
    var table = FormTable()
    #expect(table.insert("وزير") == 0)
    #expect(table.insert("رئيس") == 1)
    #expect(table.insert("وزير") == 0)
    #expect(table.count == 2)
    #expect(table["رئيس"] == 1)
    #expect(table["ملك"] == nil)
  }

  @Test func wordsThatShareLettersStayApart() {
    var table = FormTable()
    let words = [
      "", "ا", "اا", "ااا", "اااا", "ااااا", "اااااا", "ااااااا", "اااااااا", "ااااااااا",
      "اااااااااب", "بااااااااا", "اااااااااااااااااا", "اااااااااابااااااااا",
    ]
    for (number, word) in words.enumerated() { #expect(table.insert(word) == number) }
    for (number, word) in words.enumerated() { #expect(table[word] == number) }
    #expect(table["ابا"] == nil)
  }

  @Test func nothingIsLostWhenTheTableGrows() {
    var table = FormTable()
    let words = (0..<20_000).map { "كلمة\($0)" }
    for word in words { _ = table.insert(word) }
    #expect(table.count == words.count)
    #expect(words.enumerated().allSatisfy { table[$1] == $0 })
    #expect(table["كلمة20000"] == nil)
  }
}

extension FormTable {
  mutating func insert(_ word: String) -> Int {
    Letter.fold(word).withUnsafeBufferPointer { insert($0) }
  }

  subscript(word: String) -> Int? {
    Letter.fold(word).withUnsafeBufferPointer { self[$0] }
  }
}
