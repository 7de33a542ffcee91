internal import Contracts
internal import Foundation
internal import GRDB

/// What the store keeps of an article.
struct ArticleRow {
  var story: String
  /// SHA-256 of the record last applied; nil for a withdrawn article.
  var parsed: Data?

  static func load(_ db: Database, _ id: String) throws -> ArticleRow? {
    let statement = try db.cachedStatement(
      sql: "SELECT story, parsed FROM article WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id]).map {
      ArticleRow(story: $0[0], parsed: $0[1])
    }
  }

  static func save(
    _ db: Database, _ article: ParsedArticle.Article, story: String, parsed: Data
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO article (
          id, source, url, title, published_at, reference_date, sha256, simhash, story, parsed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
          source = excluded.source, url = excluded.url, title = excluded.title,
          published_at = excluded.published_at, reference_date = excluded.reference_date,
          sha256 = excluded.sha256, simhash = excluded.simhash, parsed = excluded.parsed
        """)
    try statement.execute(arguments: [
      article.id, article.source, article.url, article.title, article.publishedAt,
      article.referenceDate, article.sha256, article.simhash, story, parsed,
    ])
  }

  /// The row stays, with its story, in case the article comes back.
  static func withdraw(_ db: Database, _ id: String) throws {
    let statement = try db.cachedStatement(
      sql: "UPDATE article SET title = NULL, parsed = NULL WHERE id = ?")
    try statement.execute(arguments: [id])
  }
}
