internal import Contracts
internal import Glibc

/// The JSON form of a raw article.
enum JSONArticle {
  private enum Field: Int, CaseIterable {
    case id, source, url, title, body, language, publishedAt, published, bodyType

    var name: StaticString {
      switch self {
      case .id: "id"
      case .source: "source"
      case .url: "url"
      case .title: "title"
      case .body: "body"
      case .language: "language"
      case .publishedAt: "published_at"
      // What many exports call it.
      case .published: "published"
      case .bodyType: "body_type"
      }
    }

    init?(_ name: UnsafeBufferPointer<UInt8>) {
      guard let bytes = name.baseAddress else { return nil }
      let field = Self.allCases.first { field in
        field.name.utf8CodeUnitCount == name.count
          && memcmp(field.name.utf8Start, bytes, name.count) == 0
      }
      guard let field else { return nil }
      self = field
    }
  }

  /// The values of the fields that are there.
  private struct Values {
    private var texts = [String?](repeating: nil, count: Field.allCases.count)

    subscript(field: Field) -> String? {
      get { texts[field.rawValue] }
      set { texts[field.rawValue] = newValue }
    }
  }

  /// Fields that the contract does not know are passed over, whatever they hold.
  static func read(_ utf8: UnsafeBufferPointer<UInt8>) throws(ArticleReadingError) -> RawArticle {
    var scanner = JSONScanner(utf8)
    var values = Values()
    var current: Field?
    do throws(JSONScanner.Failure) {
      try readFields(&scanner, &values, &current)
    } catch {
      throw ArticleReadingError(
        current == nil ? .malformedJSON : .invalidField,
        field: current.map { "\($0.name)" },
        (current == nil ? "malformed JSON: " : "") + "\(error.reason) (byte \(error.offset))")
    }
    return try article(values)
  }

  /// - Parameter current: the field that is being read, if the contract knows it.
  private static func readFields(
    _ scanner: inout JSONScanner, _ values: inout Values, _ current: inout Field?
  ) throws(JSONScanner.Failure) {
    let kind = try scanner.peek()
    guard kind == .object else {
      throw JSONScanner.Failure(
        reason: "an article is a JSON object, but this is \(kind.rawValue)", offset: 0)
    }
    try scanner.expect("{")
    if !scanner.accept("}") {
      var seen: UInt16 = 0
      repeat {
        current = nil
        current = try scanner.withString { Field($0) }
        try scanner.expect(":")
        guard let field = current else {
          try scanner.skip()
          continue
        }
        let kind = try scanner.peek()
        guard seen & 1 << field.rawValue == 0 else {
          throw JSONScanner.Failure(reason: "stands twice", offset: scanner.position)
        }
        seen |= 1 << field.rawValue
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
  }

  private static func article(_ values: Values) throws(ArticleReadingError) -> RawArticle {
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

  private static func published(_ values: Values) throws(ArticleReadingError) -> String? {
    for field in [Field.publishedAt, .published] {
      guard let text = TextCleaning.line(values[field]) else { continue }
      guard let time = PublicationTime.normalized(text) else {
        throw ArticleReadingError(
          .invalidField, field: "\(field.name)",
          "\"\(text.prefix(60))\" is no time: give RFC 3339 (2024-03-30T09:15:00+08:00) or a date "
            + "(2024-03-30), or leave it out")
      }
      return time
    }
    return nil
  }
}
