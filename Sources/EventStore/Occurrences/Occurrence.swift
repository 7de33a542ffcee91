/// What an event says of the occurrence that it tells of.
struct Occurrence: Hashable {
  /// The first event of the occurrence in its story.
  var first: String
  /// How many articles tell of it.
  var reports: Int
}
