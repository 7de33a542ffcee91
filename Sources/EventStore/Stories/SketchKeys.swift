/// The index by which texts that are alike find each other: a row for each key of each article.
///
/// A look-up reads only rows of the same key within the window, so it costs what there is to be
/// found, however many articles the store has.
struct SketchKeys {
  let db: any SQLConnection
  /// How far apart articles may be published, in seconds.
  let window: Int64

  func add(_ articles: [ArticleState]) throws {
    try db.insert(
      into: "article_key", ["key", "published", "article"],
      articles.flatMap { article in
        article.sketch.keys.map {
          [.integer($0), .integer(article.published), .integer(article.row)]
        }
      })
  }

  func remove(_ article: ArticleState) throws {
    try db.execute(
      "DELETE FROM article_key WHERE key = ? AND published = ? AND article = ?",
      each: article.sketch.keys.map {
        [.integer($0), .integer(article.published), .integer(article.row)]
      })
  }

  /// For each article, those in the window with as many keys in common as texts have that are alike.
  func candidates(_ articles: [ArticleState]) throws -> [[Int64]] {
    var tuples: [[SQLValue]] = []
    var owners: [Int] = []
    for (number, article) in articles.enumerated() {
      let (first, last) = reach(article.published)
      for key in article.sketch.keys {
        tuples.append([.integer(key), .integer(first), .integer(last)])
        owners.append(number)
      }
    }
    var common = articles.map { _ in [Int64: Int]() }
    try db.query(
      "SELECT article FROM article_key WHERE key = ? AND published BETWEEN ? AND ?", each: tuples
    ) { common[owners[$0]][$1[0], default: 0] += 1 }
    return zip(articles, common).map { article, common in
      common.filter { $0.key != article.row && $0.value >= article.sketch.keysInCommon }
        .keys.sorted()
    }
  }

  private func reach(_ published: Int64) -> (Int64, Int64) {
    if published == Instant.unknown { return (published, published) }
    return (published - window, published + window)
  }
}
