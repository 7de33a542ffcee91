internal import Contracts

/// The most bytes that an article's short fields may have. Every event of an article carries them,
/// so that one long field would make many long records.
enum FieldLimits {
  private static let title = 8192

  static func check(_ article: RawArticle, key: String?) throws(ArticleReadingError) {
    try check("id", article.id, 1024)
    try check("source", article.source, 1024)
    try check("url", article.url, 8192)
    try check("title", article.title, title)
    try check("language", article.language, 64)
    // The id of an article that has none.
    if article.id == nil, let bytes = key?.utf8.count, bytes > 1024 {
      throw ArticleReadingError(
        .invalidField,
        "the record's key has \(bytes) bytes, but an article's id may have 1024: give the article "
          + "an \"id\", or the record a shorter key")
    }
  }

  private static func check(
    _ name: String, _ text: String?, _ limit: Int
  ) throws(ArticleReadingError) {
    guard let bytes = text?.utf8.count, bytes > limit else { return }
    throw ArticleReadingError(
      .invalidField, field: name, "has \(bytes) bytes, but may have \(limit)")
  }

  /// What stands where a text's title should and is too long for one is a part of the body.
  static func moveLongTitle(in article: inout RawArticle) {
    guard let text = article.title, text.utf8.count > title else { return }
    article.title = nil
    article.body = text + (article.body.hasPrefix("\n") ? "" : "\n") + article.body
  }
}
