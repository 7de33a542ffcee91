public import ArabicText
internal import Foundation

extension TimeReader {
  /// A reader of the lexicons that come with Rawi.
  public static func bundled() throws -> TimeReader {
    TimeReader(
      lexicon: try TimeLexicon(
        months: try bundledLexicon("months"), words: try bundledLexicon("time-words")),
      numbers: try NumberReader.bundled())
  }
}

extension NumberReader {
  /// A reader of the lexicon that comes with Rawi.
  public static func bundled() throws -> NumberReader {
    NumberReader(words: try NumberWords(tsv: try bundledLexicon("number-words")))
  }
}

extension QuantityWords {
  /// The lexicon that comes with Rawi.
  static func bundled() throws -> QuantityWords {
    try QuantityWords(
      units: try bundledLexicon("units"), words: try bundledLexicon("quantity-words"))
  }
}

private func bundledLexicon(_ name: String) throws -> String {
  let folder = Bundle.module.resourceURL ?? Bundle.module.bundleURL
  return try String(
    contentsOf: folder.appending(path: "Lexicons").appending(path: name + ".tsv"), encoding: .utf8)
}
