/// One self-contained event, the value of `events`: nothing in it refers to another record.
///
/// Offsets count Unicode scalars of the parsed article's text, end exclusive.
public struct Event: Decodable, Sendable, Hashable {
  public static let schema = "rawi.event/1"

  public struct Article: Decodable, Sendable, Hashable {
    public var id: String
    public var source: String?
    public var url: String?
    public var title: String?
    public var publishedAt: String?

    public init(
      id: String, source: String? = nil, url: String? = nil, title: String? = nil,
      publishedAt: String? = nil
    ) {
      self.id = id
      self.source = source
      self.url = url
      self.title = title
      self.publishedAt = publishedAt
    }

    enum CodingKeys: String, CodingKey {
      case id, source, url, title
      case publishedAt = "published_at"
    }
  }

  /// A stretch of the text together with its words.
  public struct Quote: Decodable, Sendable, Hashable {
    public var start: Int
    public var end: Int
    public var text: String

    public init(start: Int, end: Int, text: String) {
      self.start = start
      self.end = end
      self.text = text
    }
  }

  public struct Sentence: Decodable, Sendable, Hashable {
    public var index: Int
    public var start: Int
    public var end: Int
    public var kind: ParsedArticle.Sentence.Kind
    public var text: String

    public init(
      index: Int, start: Int, end: Int, kind: ParsedArticle.Sentence.Kind, text: String
    ) {
      self.index = index
      self.start = start
      self.end = end
      self.kind = kind
      self.text = text
    }
  }

  /// An ``Contracts/Entity`` embedded; its members are embedded too, one level deep.
  public struct Entity: Decodable, Sendable, Hashable {
    public var id: String
    public var kind: Contracts.Entity.Kind
    public var name: String
    public var title: String?
    public var country: String?
    public var sector: String?
    public var geonames: Int?
    public var latitude: Double?
    public var longitude: Double?
    public var members: [Entity]

    public init(_ entity: Contracts.Entity, members: [Entity] = []) {
      id = entity.id
      kind = entity.kind
      name = entity.name
      title = entity.title
      country = entity.country
      sector = entity.sector
      geonames = entity.geonames
      latitude = entity.latitude
      longitude = entity.longitude
      self.members = members
    }

    enum CodingKeys: String, CodingKey {
      case id, name, title, country, sector, geonames, latitude, longitude, members
      case kind = "type"
    }
  }

  public struct Participant: Decodable, Sendable, Hashable {
    public var role: ParsedEvent.Role
    public var start: Int
    public var end: Int
    public var text: String
    public var entity: Entity

    public init(role: ParsedEvent.Role, start: Int, end: Int, text: String, entity: Entity) {
      self.role = role
      self.start = start
      self.end = end
      self.text = text
      self.entity = entity
    }
  }

  public struct Object: Decodable, Sendable, Hashable {
    public var start: Int
    public var end: Int
    public var text: String
    public var entities: [Entity]

    public init(start: Int, end: Int, text: String, entities: [Entity]) {
      self.start = start
      self.end = end
      self.text = text
      self.entities = entities
    }
  }

  public struct Time: Decodable, Sendable, Hashable {
    public var start: Int
    public var end: Int
    public var text: String
    public var value: String?
    public var granularity: TimeExpression.Granularity
    public var basis: TimeExpression.Basis

    public init(_ time: TimeExpression, text: String) {
      start = time.start
      end = time.end
      self.text = text
      value = time.value
      granularity = time.granularity
      basis = time.basis
    }
  }

  public struct Place: Decodable, Sendable, Hashable {
    public var name: String
    public var country: String?
    public var entity: Entity?

    public init(name: String, country: String?, entity: Entity?) {
      self.name = name
      self.country = country
      self.entity = entity
    }
  }

  public struct Statement: Decodable, Sendable, Hashable {
    public var start: Int
    public var end: Int
    public var form: ParsedEvent.Statement.Form
    public var text: String

    public init(start: Int, end: Int, form: ParsedEvent.Statement.Form, text: String) {
      self.start = start
      self.end = end
      self.form = form
      self.text = text
    }
  }

  public var schema: String
  public var id: String
  /// Grows with each change of the event, from 1.
  public var version: Int
  public var type: EventType
  public var mode: String?
  public var status: EventStatus
  public var plover: String?
  public var cameo: String?
  public var contexts: [String]
  public var trigger: Quote
  public var sentence: Sentence
  public var participants: [Participant]
  public var object: Object?
  public var time: Time?
  public var place: Place?
  public var quantities: [Quantity]
  public var speaker: Entity?
  public var statement: Statement?
  public var item: Int?
  public var confidence: Double
  public var article: Article
  /// Id shared by the articles that report the same thing.
  public var story: String
  /// Id of the first event of the same occurrence in the story, or the event's own.
  public var sameAs: String
  /// How many articles report the occurrence so far.
  public var reports: Int
  /// Version of the extractor and of its lexicon.
  public var extractor: String

  enum CodingKeys: String, CodingKey {
    case schema, id, version, type, mode, status, plover, cameo, contexts, trigger, sentence
    case participants, object, time, place, quantities, speaker, statement, item, confidence,
      article, story
    case sameAs = "same_as"
    case reports, extractor
  }
}
