/// The words by which an event is found.
struct IndexedWords {
  /// See ``ListingKey``.
  var key: Int64
  /// The words of all columns behind one another, in UTF-8 with a space behind each.
  private let text: [UInt8]
  /// Where each column ends.
  private let ends: [Int32]

  /// - Parameter columns: one for each ``SearchColumn``, in their order.
  init(key: Int64, _ columns: [[UInt8]]) {
    self.key = key
    var text: [UInt8] = []
    text.reserveCapacity(columns.reduce(0) { $0 + $1.count })
    ends = columns.map { column in
      text += column
      return Int32(text.count)
    }
    self.text = text
  }

  /// Gives the words of each column, in order. All are valid as long as `body` runs.
  func withColumns(_ body: ([UnsafeBufferPointer<UInt8>]) throws -> Void) rethrows {
    try text.withUnsafeBufferPointer { text in
      var start = 0
      try body(
        ends.map { end in
          defer { start = Int(end) }
          return UnsafeBufferPointer(rebasing: text[start..<Int(end)])
        })
    }
  }
}
