/// A stretch of `ParsedArticle.text`, counted in Unicode scalars, end exclusive.
public struct TextSpan: Decodable, Sendable, Hashable {
  public var start: Int
  public var end: Int

  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}
