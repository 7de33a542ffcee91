internal import Contracts
internal import GRDB

/// Which articles tell the same thing.
struct Story {
  let db: Database

  /// The story of an article that comes for the first time: that of the first article of the very
  /// same text, else its own. An article keeps its story when its text changes.
  func of(_ article: ParsedArticle.Article) throws -> String {
    let statement = try db.cachedStatement(
      sql: "SELECT story FROM article WHERE sha256 = ? ORDER BY rowid LIMIT 1")
    return try String.fetchOne(statement, arguments: [article.sha256]) ?? article.id
  }
}
