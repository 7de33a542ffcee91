internal import Contracts

/// A proper name that the lexicon knows.
struct Name: Sendable {
  enum Class: UInt8, Sendable {
    case country, city, capital, region, water, group, organization, armed, media, party, team
  }

  var text: String
  var origin: RowOrigin
  var kind: Entity.Kind
  var nameClass: Class
  /// ISO 3166-1 alpha-3.
  var country: Code?
  var sector: Code?
  var geonames: Int?
  var latitude: Double?
  var longitude: Double?
  var population = 0
  /// The countries that make up a group.
  var members: [Code] = []
}

/// A common noun with what it tells of whom or what it names.
struct Noun: Sendable {
  var lemma: String
  var origin: RowOrigin
  /// PLOVER sector.
  var sector: Code?
  /// The `kind` column of its file.
  var kind: String?
}
