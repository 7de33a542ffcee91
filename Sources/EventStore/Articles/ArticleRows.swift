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

  func load(id: String) throws -> ArticleState? {
    try fetch("\(Self.selection) WHERE id = ?", .text(id))
  }

  func load(row: Int64) throws -> ArticleState? {
    try fetch("\(Self.selection) WHERE rowid = ?", .integer(row))
  }

  private static let selection = """
    SELECT rowid, id, source, url, title, published_at, reference_date, sha256, simhash,
      published, sketch, cluster, story, parsed, owner
    FROM article
    """

  private func fetch(_ sql: String, _ argument: SQLValue) throws -> ArticleState? {
    try db.first(sql, [argument]) { row in
      ArticleState(
        row: row[0], id: row[1], owner: row[14], isStored: true,
        about: .init(
          source: row[2], url: row[3], title: row[4], publishedAt: row[5], referenceDate: row[6],
          sha256: row[7], simhash: row[8]),
        published: row[9], sketch: Sketch(row[10] as [UInt8]), cluster: row[11], story: row[12],
        parsed: row[13])
    }
  }

  func sketch(_ row: Int64) throws -> Sketch {
    try db.first("SELECT sketch FROM article WHERE rowid = ?", [.integer(row)]) {
      Sketch($0[0] as [UInt8])
    } ?? Sketch()
  }

  func cluster(_ row: Int64) throws -> Int64? {
    try db.first("SELECT cluster FROM article WHERE rowid = ?", [.integer(row)]) { $0[0] } ?? nil
  }

  func members(of cluster: Int64) throws -> [Member] {
    try db.all(
      "SELECT rowid, id, published, story FROM article WHERE cluster = ?", [.integer(cluster)]
    ) { Member(row: $0[0], id: $0[1], published: $0[2], story: $0[3]) }
  }

  /// Makes the articles of one cluster part of another.
  func move(cluster: Int64, to other: Int64) throws {
    try db.execute(
      "UPDATE article SET cluster = ? WHERE cluster = ?", [.integer(other), .integer(cluster)])
  }

  func save(_ article: ArticleState) throws {
    let about = article.about
    let values: [SQLValue] = [
      .init(about.source), .init(about.url), .init(about.title), .init(about.publishedAt),
      .init(about.referenceDate), .text(about.sha256), .text(about.simhash),
      .integer(article.published), .bytes(article.sketch.bytes), .init(article.cluster),
      .init(article.story), .init(article.parsed), .init(article.owner),
    ]
    if article.isStored {
      try db.execute(Self.update, values + [.integer(article.row)])
    } else {
      try db.insert(
        into: "article", ["rowid", "id"] + Self.columns,
        [[.integer(article.row), .text(article.id)] + values])
    }
  }

  private static let columns = [
    "source", "url", "title", "published_at", "reference_date", "sha256", "simhash", "published",
    "sketch", "cluster", "story", "parsed", "owner",
  ]

  private static let update =
    "UPDATE article SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE rowid = ?"
}
