/// An article as it stands in `articles.raw`, before anything is read into it.
public struct RawArticle: Decodable, Sendable, Hashable {
  public enum BodyType: String, Decodable, Sendable {
    case plain = "text/plain"
    case html = "text/html"
  }

  public var id: String?
  public var source: String?
  public var url: String?
  public var title: String?
  public var body: String
  /// RFC 3339 time, or a date alone.
  public var publishedAt: String?
  /// BCP 47 tag.
  public var language: String?
  /// `text/plain` where absent.
  public var bodyType: BodyType?

  public init(
    id: String? = nil, source: String? = nil, url: String? = nil, title: String? = nil,
    body: String, publishedAt: String? = nil, language: String? = nil, bodyType: BodyType? = nil
  ) {
    self.id = id
    self.source = source
    self.url = url
    self.title = title
    self.body = body
    self.publishedAt = publishedAt
    self.language = language
    self.bodyType = bodyType
  }

  enum CodingKeys: String, CodingKey {
    case id, source, url, title, body, language
    case publishedAt = "published_at"
    case bodyType = "body_type"
  }
}
