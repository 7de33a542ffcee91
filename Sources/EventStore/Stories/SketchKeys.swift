/// The index by which texts that are alike find each other: a row for each key of each article.
///
/// A look-up reads only rows of the same key within the window, so it costs what there is to be
/// found, however many articles the store has.
struct SketchKeys {
  let db: any SQLConnection
  /// How far apart articles may be published, in seconds.
  let window: Int64

  func add(_ article: ArticleState) throws {
    try db.insert(
      into: "article_key", ["key", "published", "article"],
      article.sketch.keys.map {
        [.integer($0), .integer(article.published), .integer(article.row)]
      })
  }

  func remove(_ article: ArticleState) throws {
    try db.execute(
      "DELETE FROM article_key WHERE key = ? AND published = ? AND article = ?",
      each: article.sketch.keys.map {
        [.integer($0), .integer(article.published), .integer(article.row)]
      })
  }

  /// Articles in the window with as many keys in common as texts have that are alike.
  func candidates(_ article: ArticleState) throws -> [Int64] {
    let (first, last) = reach(article.published)
    var common: [Int64: Int] = [:]
    try db.query(
      "SELECT article FROM article_key WHERE key = ? AND published BETWEEN ? AND ?",
      each: article.sketch.keys.map { [.integer($0), .integer(first), .integer(last)] }
    ) { _, row in common[row[0], default: 0] += 1 }
    common[article.row] = nil
    return common.filter { $0.value >= article.sketch.keysInCommon }.keys.sorted()
  }

  private func reach(_ published: Int64) -> (Int64, Int64) {
    if published == Instant.unknown { return (published, published) }
    return (published - window, published + window)
  }
}
