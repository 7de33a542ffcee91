/// An article as the batch under way leaves it; there is one of each, which everybody changes.
final class ArticleState {
  /// What an article is told by and shown with.
  struct About: Hashable {
    var source: String?
    var url: String?
    var title: String?
    var publishedAt: String?
    var referenceDate: String?
    var sha256 = ""
    var simhash = ""
  }

  let row: Int64
  let id: String
  /// The row of the partition that it came from first, which publishes its events from then on;
  /// nil where that is not known.
  var owner: Int64?
  var isStored = false
  var about = About()
  /// See ``Instant``.
  var published = Instant.unknown
  var sketch = Sketch()
  /// The row of one of the articles that are linked with this one, the same for all of them; nil
  /// for a withdrawn article.
  var cluster: Int64?
  /// Id of the story's first article.
  var story: String?
  /// SHA-256 of the record last applied; nil for a withdrawn article.
  var parsed: [UInt8]?
  var events: [EventState] = []
  /// Whether its row is to be written.
  var isChanged = false
  /// The place in the batch of the input that brought it last; nil for one that is only looked at.
  var input: Int?

  init(row: Int64, id: String) {
    self.row = row
    self.id = id
  }
}
