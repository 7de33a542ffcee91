/// The known name that was probably meant by an unknown one.
enum Suggestion {
  /// The nearest of `names`, if it is near enough to be a slip.
  static func nearest(to unknown: String, in names: some Sequence<String>) -> String? {
    names
      .map { (name: $0, distance: distance(unknown, $0)) }
      .filter { $0.distance <= max(2, unknown.count / 4) }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?
      .name
  }

  /// ` Did you mean "x"?`, or nothing.
  static func clause(for unknown: String, in names: some Sequence<String>) -> String {
    nearest(to: unknown, in: names).map { "; did you mean \"\($0)\"?" } ?? ""
  }

  /// Levenshtein's distance in characters.
  static func distance(_ a: String, _ b: String) -> Int {
    let b = Array(b)
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let substituted = diagonal + (x == y ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
