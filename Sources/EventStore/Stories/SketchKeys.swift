internal import GRDB

/// The index by which texts that are alike find each other: a row for each key of each article.
///
/// A look-up reads only rows of the same key within the window, so it costs what there is to be
/// found, however many articles the store has.
struct SketchKeys {
  let db: Database
  /// How far apart articles may be published, in seconds.
  let window: Int64

  func add(_ article: ArticleState) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO article_key (key, published, article) VALUES (?, ?, ?)")
    for key in article.sketch.keys {
      try statement.execute(arguments: [key, article.published, article.row])
    }
  }

  func remove(_ article: ArticleState) throws {
    let statement = try db.cachedStatement(
      sql: "DELETE FROM article_key WHERE key = ? AND published = ? AND article = ?")
    for key in article.sketch.keys {
      try statement.execute(arguments: [key, article.published, article.row])
    }
  }

  /// Articles in the window with as many keys in common as texts have that are alike.
  func candidates(_ article: ArticleState) throws -> [Int64] {
    let statement = try db.cachedStatement(
      sql: "SELECT article FROM article_key WHERE key = ? AND published BETWEEN ? AND ?")
    let (first, last) = reach(article.published)
    var common: [Int64: Int] = [:]
    for key in article.sketch.keys {
      let rows = try Int64.fetchCursor(statement, arguments: [key, first, last])
      while let other = try rows.next() { common[other, default: 0] += 1 }
    }
    common[article.row] = nil
    return common.filter { $0.value >= article.sketch.keysInCommon }.keys.sorted()
  }

  private func reach(_ published: Int64) -> (Int64, Int64) {
    if published == Instant.unknown { return (published, published) }
    return (published - window, published + window)
  }
}
