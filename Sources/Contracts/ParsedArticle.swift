/// An article with everything the extractor read in it; the value of `articles.parsed`.
///
/// Every offset counts Unicode scalars of ``text``, end exclusive.
public struct ParsedArticle: Decodable, Sendable, Hashable {
  public static let schema = "rawi.parsed-article/1"

  public struct Dateline: Decodable, Sendable, Hashable {
    /// Id of the place's entity.
    public var place: String?
    /// `YYYY-MM-DD`.
    public var date: String?
    public var agency: String?

    public init(place: String? = nil, date: String? = nil, agency: String? = nil) {
      self.place = place
      self.date = date
      self.agency = agency
    }
  }

  public struct Article: Decodable, Sendable, Hashable {
    public var id: String
    public var source: String?
    public var url: String?
    public var title: String?
    /// RFC 3339, as given.
    public var publishedAt: String?
    /// The day that relative times count from, `YYYY-MM-DD`: of the dateline, else of publication.
    public var referenceDate: String?
    public var dateline: Dateline?
    /// SHA-256 of the text's UTF-8 bytes, lowercase hexadecimal.
    public var sha256: String
    /// 64-bit SimHash of the text's folded words, 16 hexadecimal digits.
    public var simhash: String
    /// Length of the text in Unicode scalars.
    public var scalars: Int

    public init(
      id: String, source: String? = nil, url: String? = nil, title: String? = nil,
      publishedAt: String? = nil, referenceDate: String? = nil, dateline: Dateline? = nil,
      sha256: String, simhash: String, scalars: Int
    ) {
      self.id = id
      self.source = source
      self.url = url
      self.title = title
      self.publishedAt = publishedAt
      self.referenceDate = referenceDate
      self.dateline = dateline
      self.sha256 = sha256
      self.simhash = simhash
      self.scalars = scalars
    }

    enum CodingKeys: String, CodingKey {
      case id, source, url, title, dateline, sha256, simhash, scalars
      case publishedAt = "published_at"
      case referenceDate = "reference_date"
    }
  }

  public struct Sentence: Decodable, Sendable, Hashable {
    public enum Kind: String, Decodable, Sendable, CaseIterable {
      case title, dateline, caption, item, body
    }

    public var start: Int
    public var end: Int
    public var kind: Kind
    /// Number of the list item that the sentence is, or belongs to, from 1.
    public var item: Int?

    public init(start: Int, end: Int, kind: Kind, item: Int? = nil) {
      self.start = start
      self.end = end
      self.kind = kind
      self.item = item
    }
  }

  public var schema: String
  /// Version of the extractor and of its lexicon: `1.0.0+lexicon-3f2a`.
  public var extractor: String
  public var article: Article
  /// Title, a blank line, then the body's paragraphs; the source's letters without mark-up,
  /// control and bidi characters.
  public var text: String
  public var sentences: [Sentence]
  public var entities: [Entity]
  public var times: [TimeExpression]
  public var events: [ParsedEvent]

  public init(
    extractor: String, article: Article, text: String, sentences: [Sentence] = [],
    entities: [Entity] = [], times: [TimeExpression] = [], events: [ParsedEvent] = []
  ) {
    self.schema = Self.schema
    self.extractor = extractor
    self.article = article
    self.text = text
    self.sentences = sentences
    self.entities = entities
    self.times = times
    self.events = events
  }
}
