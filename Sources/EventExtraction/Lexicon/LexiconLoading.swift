public import Foundation

/// Where a lexicon's tables come from.
public struct LexiconSource: Sendable {
  /// Directories whose other files are passed over.
  let bundled: [URL]
  /// Directories where only lexicon tables may stand.
  private(set) var added: [URL] = []

  /// The lexicon that comes with the library.
  public static var bundled: LexiconSource {
    LexiconSource(
      bundled: [Bundle.module.resourceURL?.appending(path: "Lexicons")].compactMap { $0 })
  }

  /// The same with more directories of tables of the same form behind it.
  ///
  /// Each `.tsv` file of a directory adds its lines to those of its kind, which its name tells:
  /// `verbs.tsv` and `verbs-sports.tsv` hold verbs. The words of times and numbers come from Rawi
  /// alone.
  ///
  /// A line overrides every line of the same kind and the same key that stands in an earlier
  /// directory; lines of one directory never override each other, so that homographs can stand side
  /// by side. To keep one of several homographs, repeat it. The key is the first field as it is
  /// written, letter for letter, but for tables whose first field only says to what a line adds
  /// something:
  /// - `classes`: class and member, so that a line adds its member to the class;
  /// - `frames`: lemma and conditions, so that the lemma keeps its other frames;
  /// - `light-verbs`: lemma, preposition and where the noun stands;
  /// - `countries`: code and name, so that a line adds a name to the country.
  public func adding(_ directories: [URL]) -> LexiconSource {
    var source = self
    source.added += directories
    return source
  }
}
