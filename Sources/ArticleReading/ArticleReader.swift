public import Contracts
internal import Glibc

/// Turns the bytes of one record of `articles.raw`, or of one file, into an article whose body is
/// clean plain text.
///
/// Time and memory grow linearly with the bytes, whatever they hold.
public struct ArticleReader: Sendable {
  /// 2 MiB.
  public static let defaultLimit = 2 << 20

  /// The most bytes that an article may have.
  public var limit: Int
  /// Names the source of articles that do not name their own.
  public var source: String?

  public init(limit: Int = Self.defaultLimit, source: String? = nil) {
    self.limit = limit
    self.source = source
  }

  /// Reads one article.
  ///
  /// - Parameters:
  ///   - contentType: the record's `content-type` header: `application/json` (taken where there
  ///     is none), `text/plain` or `text/html`, with or without a `charset`.
  ///   - key: the record's key, which is the id of an article that has none of its own.
  /// - Returns: an article with an id, plain text in `title` and `body`, and no `bodyType`.
  public func read(
    _ bytes: UnsafeRawBufferPointer, contentType: String? = nil, key: String? = nil
  ) throws(ArticleReadingError) -> RawArticle {
    guard bytes.count <= limit else {
      throw ArticleReadingError(
        .tooLarge,
        "\(bytes.count) bytes, but an article may have \(limit): raise the limit or split it")
    }
    let type = ContentType(contentType ?? ContentType.json)
    let bytes = bytes.bindMemory(to: UInt8.self)
    var article =
      switch type.media {
      case let media where isJSON(media): try readJSON(bytes, charset: type.charset)
      case ContentType.plain: readPlain(try decode(bytes, charset: type.charset))
      case ContentType.html, ContentType.xhtml:
        HTMLArticle(
          try decode(bytes, charset: type.charset ?? HTMLCharset.declared(in: bytes))
        ).article
      default:
        throw ArticleReadingError(
          .unsupportedType,
          "content type \(type.media.prefix(100)) is none of application/json, text/plain, text/html"
        )
      }
    // A page or a text has no fields: its title is what stands in that place.
    if !isJSON(type.media) { FieldLimits.moveLongTitle(in: &article) }
    try finish(&article, key: key)
    return article
  }

  public func read(
    _ bytes: [UInt8], contentType: String? = nil, key: String? = nil
  ) throws(ArticleReadingError) -> RawArticle {
    try bytes.span.bytes.withUnsafeBytes { (raw) throws(ArticleReadingError) in
      try read(raw, contentType: contentType, key: key)
    }
  }

  private func isJSON(_ media: String) -> Bool {
    media == ContentType.json || media.hasSuffix("+json")
  }

  private func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, charset: String?
  ) throws(ArticleReadingError) -> String {
    try TextDecoding.decode(bytes, declared: charset)
  }

  private func readJSON(
    _ bytes: UnsafeBufferPointer<UInt8>, charset: String?
  ) throws(ArticleReadingError) -> RawArticle {
    let mark = TextDecoding.byteOrderMark(bytes)
    // UTF-16 of ASCII is valid UTF-8 too, full of NULs.
    if UTF8Bytes.isValid(bytes), !holdsNUL(bytes) {
      return try JSONArticle.read(UnsafeBufferPointer(rebasing: bytes[(mark?.length ?? 0)...]))
    }
    guard charset != nil || mark != nil else {
      throw ArticleReadingError(
        .malformedJSON, "JSON has to be UTF-8; send the article's own bytes as text/plain instead")
    }
    let utf8 = Array(try decode(bytes, charset: charset).utf8)
    return try utf8.withUnsafeBufferPointer { (utf8) throws(ArticleReadingError) in
      try JSONArticle.read(utf8)
    }
  }

  private func holdsNUL(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
  }

  /// The first line is the title, the rest the body.
  private func readPlain(_ text: String) -> RawArticle {
    let text = TextCleaning.clean(text)
    guard let end = text.utf8.firstIndex(of: UInt8(ascii: "\n")) else {
      return RawArticle(title: text, body: "")
    }
    return RawArticle(title: String(text[..<end]), body: String(text[end...]))
  }

  /// What holds for articles of every form: clean text, some text at all, short fields, and an id.
  func finish(_ article: inout RawArticle, key: String?) throws(ArticleReadingError) {
    if article.bodyType == .html { article.body = HTMLArticle.text(of: article.body) }
    article.bodyType = nil
    article.body = TextCleaning.clean(article.body)
    article.title = TextCleaning.line(article.title)
    article.source = TextCleaning.line(article.source) ?? source
    article.url = TextCleaning.line(article.url)
    article.language = TextCleaning.line(article.language)
    article.id = TextCleaning.line(article.id)
    guard !article.body.isEmpty || article.title != nil else {
      throw ArticleReadingError(.empty, "neither title nor body has any text")
    }
    try FieldLimits.check(article, key: key)
    article.id = article.identifier(recordKey: key)
  }
}
