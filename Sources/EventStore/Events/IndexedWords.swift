/// The words by which an event is found.
struct IndexedWords {
  /// The event's row.
  var row: Int64
  /// Folded words in the order of the texts, a space behind each.
  var words: String
  /// What those words may be without the particles written onto them.
  var stems: String
  /// Type and countries.
  var codes: String
}
