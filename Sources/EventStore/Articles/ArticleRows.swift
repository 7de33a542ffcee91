internal import Foundation
internal import GRDB

/// The articles' rows.
struct ArticleRows {
  /// An article of a cluster, as it is stored.
  struct Member {
    var row: Int64
    var id: String
    var published: Int64
    var story: String?
  }

  let db: Database
  private var nextRow: Int64

  init(db: Database) throws {
    self.db = db
    nextRow = try (Int64.fetchOne(db, sql: "SELECT max(rowid) FROM article") ?? 0) + 1
  }

  mutating func newRow() -> Int64 {
    defer { nextRow += 1 }
    return nextRow
  }

  func load(id: String) throws -> ArticleState? {
    try fetch(
      db.cachedStatement(sql: "\(Self.selection) WHERE id = ?"), [id])
  }

  func load(row: Int64) throws -> ArticleState? {
    try fetch(db.cachedStatement(sql: "\(Self.selection) WHERE rowid = ?"), [row])
  }

  private static let selection = """
    SELECT rowid, id, source, url, title, published_at, reference_date, sha256, simhash,
      published, sketch, cluster, story, parsed
    FROM article
    """

  private func fetch(
    _ statement: Statement, _ arguments: StatementArguments
  ) throws -> ArticleState? {
    try Row.fetchOne(statement, arguments: arguments).map { row in
      ArticleState(
        row: row[0], id: row[1], isStored: true,
        about: .init(
          source: row[2], url: row[3], title: row[4], publishedAt: row[5], referenceDate: row[6],
          sha256: row[7], simhash: row[8]),
        published: row[9], sketch: Sketch(row[10] as Data), cluster: row[11], story: row[12],
        parsed: row[13])
    }
  }

  func sketch(_ row: Int64) throws -> Sketch {
    let statement = try db.cachedStatement(sql: "SELECT sketch FROM article WHERE rowid = ?")
    return Sketch(try Data.fetchOne(statement, arguments: [row]) ?? Data())
  }

  func cluster(_ row: Int64) throws -> Int64? {
    let statement = try db.cachedStatement(sql: "SELECT cluster FROM article WHERE rowid = ?")
    return try Int64.fetchOne(statement, arguments: [row])
  }

  func members(of cluster: Int64) throws -> [Member] {
    let statement = try db.cachedStatement(
      sql: "SELECT rowid, id, published, story FROM article WHERE cluster = ?")
    let rows = try Row.fetchCursor(statement, arguments: [cluster])
    var members: [Member] = []
    while let row = try rows.next() {
      members.append(Member(row: row[0], id: row[1], published: row[2], story: row[3]))
    }
    return members
  }

  /// Makes the articles of one cluster part of another.
  func move(cluster: Int64, to other: Int64) throws {
    let statement = try db.cachedStatement(
      sql: "UPDATE article SET cluster = ? WHERE cluster = ?")
    try statement.execute(arguments: [other, cluster])
  }

  func save(_ article: ArticleState) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO article (
          rowid, id, source, url, title, published_at, reference_date, sha256, simhash,
          published, sketch, cluster, story, parsed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let about = article.about
    try statement.execute(arguments: [
      article.row, article.id, about.source, about.url, about.title, about.publishedAt,
      about.referenceDate, about.sha256, about.simhash, article.published, article.sketch.data,
      article.cluster, article.story, article.parsed,
    ])
  }
}
