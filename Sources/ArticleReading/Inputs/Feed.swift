internal import Contracts

/// The articles of an RSS or Atom feed.
enum Feed {
  static func articles(
    _ bytes: [UInt8], reader: ArticleReader, origin: String
  ) throws(ArticleReadingError) -> [ArticleItem] {
    var text = try bytes.withUnsafeBufferPointer { (bytes) throws(ArticleReadingError) in
      try TextDecoding.decode(bytes, declared: declaredEncoding(bytes))
    }
    let feed = text.withUTF8 { FeedEntries($0) }
    guard feed.isFeed else {
      throw ArticleReadingError(.unsupportedType, "XML, but neither RSS nor Atom")
    }
    return feed.entries.enumerated().map { number, entry in
      ArticleItem(
        origin: "\(origin):\(number + 1)",
        outcome: Result { () throws(ArticleReadingError) in
          var article = entry.article(source: feed.title)
          guard article.body.utf8.count <= reader.limit else {
            throw ArticleReadingError(
              .tooLarge, "more than the \(reader.limit) bytes that an article may have")
          }
          try reader.finish(&article, key: nil)
          return article
        })
    }
  }

  /// Of `<?xml version="1.0" encoding="windows-1256"?>`.
  private static func declaredEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let head = String(decoding: bytes.prefix(200), as: UTF8.self)
    let words = head.prefix { $0 != ">" }.split { " =\"'?".contains($0) }
    guard head.hasPrefix("<?xml"), let name = words.firstIndex(of: "encoding") else { return nil }
    return words.dropFirst(name + 1).first?.lowercased()
  }
}
