/// The words by which an event is found.
struct IndexedWords {
  /// See ``ListingKey``.
  var key: Int64
  /// For each ``SearchColumn``, in their order: words in UTF-8 with a space behind each.
  var texts: [[UInt8]]
}
