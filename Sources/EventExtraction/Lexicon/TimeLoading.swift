internal import ArabicText
internal import Foundation

extension TimeReader {
  /// The reader of the tables `months.tsv`, `time-words.tsv` and `number-words.tsv`.
  init(bundled source: LexiconSource) throws {
    func text(_ name: String) throws -> String {
      for directory in source.directories.reversed() {
        if let data = try? Data(contentsOf: directory.appending(path: name)) {
          return String(decoding: data, as: UTF8.self)
        }
      }
      throw LexiconError(file: name, line: nil, reason: "is missing")
    }
    self.init(
      lexicon: try TimeLexicon(months: try text("months.tsv"), words: try text("time-words.tsv")),
      numbers: NumberReader(words: try NumberWords(tsv: try text("number-words.tsv"))))
  }
}
