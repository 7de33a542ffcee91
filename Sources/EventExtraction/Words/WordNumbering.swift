/// Numbers the words of a table in the order in which they are met, each once.
struct WordNumbering {
  /// The words by their number.
  private(set) var words: [[UInt8]] = []
  private var numbers: [[UInt8]: UInt16] = [:]

  /// The number of a word that was met.
  func known(_ word: [UInt8]) -> UInt16? { numbers[word] }

  mutating func number(_ word: [UInt8]) -> UInt16 {
    if let number = numbers[word] { return number }
    let number = UInt16(words.count)
    numbers[word] = number
    words.append(word)
    return number
  }
}
