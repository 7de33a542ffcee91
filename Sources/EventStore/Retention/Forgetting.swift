/// Takes articles from before the horizon out of the store, with all that belongs to them.
///
/// A story goes as a whole, when its last article is old enough: what stays is then in the same
/// stories as before, and nobody has to be told anything.
struct Forgetting {
  let db: any SQLConnection
  private(set) var forgotten = Forgotten()

  init(db: any SQLConnection) { self.db = db }

  /// - Parameter count: how many stories, and how many withdrawn articles, go at most.
  mutating func forget(before horizon: Int64, atMost count: Int) throws {
    // Rows are numbered on from the highest one, which therefore stays.
    let last: Int64 = try db.first("SELECT max(rowid) FROM article") { $0[0] } ?? 0
    let stories: [String] = try db.all(
      """
      SELECT DISTINCT article.story FROM article
      WHERE article.published < ? AND article.story IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM article AS other
        WHERE other.story = article.story AND (other.published >= ? OR other.rowid = ?))
      LIMIT ?
      """, [.integer(horizon), .integer(horizon), .integer(last), .init(count)]
    ) { $0[0] }
    var rows: [Row] = []
    for story in stories {
      rows += try db.all(
        "SELECT rowid, published, sketch FROM article WHERE story = ?", [.text(story)], Row.init)
    }
    let withdrawn = try db.all(
      """
      SELECT rowid, published, sketch FROM article
      WHERE published < ? AND story IS NULL AND rowid < ? LIMIT ?
      """, [.integer(horizon), .integer(last), .init(count)], Row.init)
    try remove(rows + withdrawn)
    forgotten.isPartial = stories.count == count || withdrawn.count == count
  }

  /// Forgets all that is from before the horizon.
  mutating func forgetAll(before horizon: Int64) throws {
    repeat { try forget(before: horizon, atMost: 1000) } while forgotten.isPartial
  }

  private struct Row {
    var article: Int64
    var published: Int64
    var sketch: Sketch

    init(_ row: any SQLRow) {
      article = row[0]
      published = row[1]
      sketch = Sketch(row[2])
    }
  }

  private mutating func remove(_ rows: [Row]) throws {
    let articles = rows.map { [SQLValue.integer($0.article)] }
    var listed: [Int64] = []
    for article in articles {
      listed += try db.all("SELECT listed FROM event WHERE article = ?", article) {
        $0.integer(0)
      }.compactMap(\.self)
    }
    try db.removeFromIndex(listed.sorted())
    try db.execute("DELETE FROM event WHERE article = ?", each: articles)
    try db.execute(
      "DELETE FROM article_key WHERE key = ? AND published = ? AND article = ?",
      each: rows.flatMap { row in
        row.sketch.keys.map { [.integer($0), .integer(row.published), .integer(row.article)] }
      })
    try db.execute("DELETE FROM article WHERE rowid = ?", each: articles)
    forgotten.articles += rows.count
    forgotten.events += listed.count
  }
}
