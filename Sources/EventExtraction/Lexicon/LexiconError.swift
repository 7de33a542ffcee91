/// A line of a lexicon that cannot be read, or a lexicon that is not there.
public struct LexiconError: Error, CustomStringConvertible, Sendable, Hashable {
  /// The file's or folder's path.
  public var file: String
  /// From 1; nil where the whole file is meant.
  public var line: Int?
  public var reason: String

  public var description: String {
    line.map { "\(file):\($0): \(reason)" } ?? "\(file): \(reason)"
  }
}
