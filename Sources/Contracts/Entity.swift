/// Somebody or something that the article names, with every place where it does.
public struct Entity: Decodable, Sendable, Hashable {
  public enum Kind: String, Decodable, Sendable, CaseIterable {
    case person, organization, country, place, group, document, other
  }

  /// Unique within the article: `e1`, `e2`, …
  public var id: String
  public var kind: Kind
  /// The fullest name in the article.
  public var name: String
  /// Office or role of a person, as written.
  public var title: String?
  /// ISO 3166-1 alpha-3.
  public var country: String?
  /// PLOVER sector (`GOV`, `MIL`, …).
  public var sector: String?
  /// GeoNames id of a country or place.
  public var geonames: Int?
  /// Degrees, WGS 84.
  public var latitude: Double?
  public var longitude: Double?
  /// Ids of the entities that make up a group.
  public var members: [String]
  public var mentions: [TextSpan]

  @inlinable
  public init(
    id: String, kind: Kind, name: String, title: String? = nil, country: String? = nil,
    sector: String? = nil, geonames: Int? = nil, latitude: Double? = nil,
    longitude: Double? = nil, members: [String] = [], mentions: [TextSpan] = []
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.title = title
    self.country = country
    self.sector = sector
    self.geonames = geonames
    self.latitude = latitude
    self.longitude = longitude
    self.members = members
    self.mentions = mentions
  }

  enum CodingKeys: String, CodingKey {
    case id, name, title, country, sector, geonames, latitude, longitude, members, mentions
    case kind = "type"
  }
}
