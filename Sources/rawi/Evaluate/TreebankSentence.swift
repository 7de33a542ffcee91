/// A sentence of a treebank in the CoNLL-U format, its words found in its text.
struct TreebankSentence {
  struct Word {
    var id: String
    var lemma: String
    var tag: String
    var head: String
    var relation: String
    /// Unicode scalars of the text; nil where the form is not written as it stands.
    var range: Range<Int>?
  }

  private(set) var text = ""
  private(set) var words: [Word] = []

  static func all(_ file: String) -> [TreebankSentence] {
    file.split(separator: "\n", omittingEmptySubsequences: false)
      .split(whereSeparator: \.isEmpty).map(TreebankSentence.init)
  }

  private init(_ lines: ArraySlice<Substring>) {
    let mark = "# text = "
    if let line = lines.first(where: { $0.hasPrefix(mark) }) {
      text = String(line.dropFirst(mark.count))
    }
    let scalars = Array(text.unicodeScalars)
    var at = 0
    for line in lines where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      // Ranges (1-2) and empty words (1.1) repeat or add to the words themselves.
      guard fields.count == 10, fields[0].allSatisfy(\.isNumber) else { continue }
      let form = Array(fields[1].unicodeScalars)
      var range: Range<Int>?
      for start in at..<min(at + 4, scalars.count)
      where scalars[start...].starts(with: form) {
        range = start..<start + form.count
        at = start + form.count
        break
      }
      words.append(
        Word(
          id: fields[0], lemma: fields[2], tag: fields[3], head: fields[6], relation: fields[7],
          range: range))
    }
  }

  func dependents(of word: Word) -> [Word] { words.filter { $0.head == word.id } }
}
