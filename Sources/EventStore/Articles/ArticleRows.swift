/// The articles' rows.
struct ArticleRows {
  /// An article of a cluster, as it is stored.
  struct Member {
    var row: Int64
    var id: String
    var published: Int64
    var story: String?
  }

  let db: any SQLConnection
  private var nextRow: Int64

  init(db: any SQLConnection) throws {
    self.db = db
    nextRow = try (db.first("SELECT max(rowid) FROM article") { $0.integer(0) ?? 0 } ?? 0) + 1
  }

  mutating func newRow() -> Int64 {
    defer { nextRow += 1 }
    return nextRow
  }

  func load(ids: [String]) throws -> [ArticleState] {
    try fetch("\(Self.selection) WHERE id = ?", ids.map { [.text($0)] })
  }

  func load(rows: [Int64]) throws -> [ArticleState] {
    try fetch("\(Self.selection) WHERE rowid = ?", rows.map { [.integer($0)] })
  }

  private static let selection = """
    SELECT rowid, id, source, url, title, published_at, reference_date, sha256, simhash,
      published, sketch, cluster, story, parsed, owner
    FROM article
    """

  private func fetch(_ sql: String, _ tuples: [[SQLValue]]) throws -> [ArticleState] {
    var articles: [ArticleState] = []
    try db.query(sql, each: tuples) { _, row in
      let article = ArticleState(row: row[0], id: row[1])
      article.isStored = true
      article.about = .init(
        source: row[2], url: row[3], title: row[4], publishedAt: row[5], referenceDate: row[6],
        sha256: row[7], simhash: row[8])
      article.published = row[9]
      article.sketch = Sketch(row[10] as [UInt8])
      article.cluster = row[11]
      article.story = row[12]
      article.parsed = row[13]
      article.owner = row[14]
      articles.append(article)
    }
    return articles
  }

  /// What articles are compared by, and which cluster they are in.
  func sketches(_ rows: [Int64]) throws -> [Int64: (sketch: Sketch, cluster: Int64?)] {
    var sketches: [Int64: (sketch: Sketch, cluster: Int64?)] = [:]
    try db.query(
      "SELECT rowid, sketch, cluster FROM article WHERE rowid = ?",
      each: rows.map { [.integer($0)] }
    ) { _, row in sketches[row[0]] = (Sketch(row[1] as [UInt8]), row[2]) }
    return sketches
  }

  func members(of clusters: [Int64]) throws -> [Int64: [Member]] {
    var members: [Int64: [Member]] = [:]
    try db.query(
      "SELECT rowid, id, published, story FROM article WHERE cluster = ?",
      each: clusters.map { [.integer($0)] }
    ) { number, row in
      members[clusters[number], default: []].append(
        Member(row: row[0], id: row[1], published: row[2], story: row[3]))
    }
    return members
  }

  /// Makes the articles of one cluster part of another.
  func move(cluster: Int64, to other: Int64) throws {
    try db.execute(
      "UPDATE article SET cluster = ? WHERE cluster = ?", [.integer(other), .integer(cluster)])
  }

  func save(_ articles: [ArticleState]) throws {
    try db.execute(
      Self.update,
      each: articles.filter(\.isStored).map { Self.values($0) + [.integer($0.row)] })
    try db.insert(
      into: "article", ["rowid", "id"] + Self.columns,
      articles.filter { !$0.isStored }.map {
        [.integer($0.row), .text($0.id)] + Self.values($0)
      })
  }

  private static func values(_ article: ArticleState) -> [SQLValue] {
    let about = article.about
    return [
      .init(about.source), .init(about.url), .init(about.title), .init(about.publishedAt),
      .init(about.referenceDate), .text(about.sha256), .text(about.simhash),
      .integer(article.published), .bytes(article.sketch.bytes), .init(article.cluster),
      .init(article.story), .init(article.parsed), .init(article.owner),
    ]
  }

  private static let columns = [
    "source", "url", "title", "published_at", "reference_date", "sha256", "simhash", "published",
    "sketch", "cluster", "story", "parsed", "owner",
  ]

  private static let update =
    "UPDATE article SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE rowid = ?"
}
