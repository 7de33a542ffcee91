internal import Contracts

/// A sentence of the article and its place in the article's build.
struct Sentence: Sendable {
  var tokens: Range<Int>
  var kind: ParsedArticle.Sentence.Kind
  /// Number of the list item that it belongs to, from 1.
  var item: Int?
  /// Number of its paragraph; the title is 0.
  var paragraph: Int
}

/// Where and when an agency says that it wrote.
struct Dateline: Sendable {
  var tokens: Range<Int>
  var place: Range<Int>?
  var date: Day?
  var agency: Range<Int>
}
