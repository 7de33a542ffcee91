/// What one group of cases gave.
struct RecognizersTally: Sendable {
  struct Miss: Sendable {
    var input: String
    var text: String
    var wanted: [String]
    var got: String
    /// «missed», «value», «span».
    var kind: String
  }

  var wanted = 0
  /// Found with the right value.
  var right = 0
  /// … and with exactly the span of the specification, leading function words aside.
  var exact = 0
  /// Found where nothing is to be found.
  var extra = 0
  var misses: [Miss] = []

  var share: Double { wanted == 0 ? 1 : Double(right) / Double(wanted) }

  static func += (sum: inout RecognizersTally, other: RecognizersTally) {
    sum.wanted += other.wanted
    sum.right += other.right
    sum.exact += other.exact
    sum.extra += other.extra
    sum.misses += other.misses
  }
}
