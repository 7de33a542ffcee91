internal import Contracts

/// The JSON form of a raw article.
enum JSONArticle {
  private enum Field: String, CaseIterable {
    case id, source, url, title, body, language
    case publishedAt = "published_at"
    /// What many exports call it.
    case published
    case bodyType = "body_type"
  }

  /// Fields that the contract does not know are passed over, whatever they hold.
  static func read(_ utf8: UnsafeBufferPointer<UInt8>) throws(ArticleReadingError) -> RawArticle {
    var scanner = JSONScanner(utf8)
    var values: [Field: String] = [:]
    var seen: Set<Field> = []
    var current: String?
    do throws(JSONScanner.Failure) {
      let kind = try scanner.peek()
      guard kind == .object else {
        throw JSONScanner.Failure(
          reason: "an article is a JSON object, but this is \(kind.rawValue)", offset: 0)
      }
      try scanner.expect("{")
      if !scanner.accept("}") {
        repeat {
          current = nil
          let name = try scanner.string()
          current = name
          try scanner.expect(":")
          guard let field = Field(rawValue: name) else {
            try scanner.skip()
            continue
          }
          let kind = try scanner.peek()
          guard seen.insert(field).inserted else {
            throw JSONScanner.Failure(reason: "stands twice", offset: scanner.position)
          }
          switch kind {
          case .string: values[field] = try scanner.string()
          case .null: try scanner.skip()
          default:
            throw JSONScanner.Failure(
              reason: "must be a string, but is \(kind.rawValue)", offset: scanner.position)
          }
        } while scanner.accept(",")
        current = nil
        try scanner.expect("}")
      }
      try scanner.expectEnd()
    } catch {
      let known = current.flatMap(Field.init(rawValue:))
      throw ArticleReadingError(
        known == nil ? .malformedJSON : .invalidField, field: known?.rawValue,
        (known == nil ? "malformed JSON: " : "") + "\(error.reason) (byte \(error.offset))")
    }
    return try article(values)
  }

  private static func article(_ values: [Field: String]) throws(ArticleReadingError) -> RawArticle {
    guard let body = values[.body] else {
      throw ArticleReadingError(
        .invalidField, field: "body", "is missing; an article needs it, if only as \"\"")
    }
    var type: RawArticle.BodyType?
    if let name = values[.bodyType] {
      type = RawArticle.BodyType(rawValue: ContentType(name).media)
      guard type != nil else {
        throw ArticleReadingError(
          .invalidField, field: "body_type",
          "\"\(name.prefix(60))\" is neither text/plain nor text/html")
      }
    }
    return RawArticle(
      id: values[.id], source: values[.source], url: values[.url], title: values[.title],
      body: body, publishedAt: try published(values), language: values[.language], bodyType: type)
  }

  private static func published(_ values: [Field: String]) throws(ArticleReadingError) -> String? {
    for field in [Field.publishedAt, .published] {
      guard let text = TextCleaning.line(values[field]) else { continue }
      guard let time = PublicationTime.normalized(text) else {
        throw ArticleReadingError(
          .invalidField, field: field.rawValue,
          "\"\(text.prefix(60))\" is no time: give RFC 3339 (2024-03-30T09:15:00+08:00) or a date "
            + "(2024-03-30), or leave it out")
      }
      return time
    }
    return nil
  }
}
