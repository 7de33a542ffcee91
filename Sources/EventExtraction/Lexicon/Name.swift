internal import Contracts

/// A proper name that the lexicon knows.
struct Name: Sendable {
  enum Class: UInt8, Sendable {
    case country, city, capital, region, water, group, organization, armed, media, party, team
  }

  // What rules ask for lies together, before what only entities tell.
  var kind: Entity.Kind
  var nameClass: Class
  /// ISO 3166-1 alpha-3.
  var country: Code?
  var sector: Code?
  var population = 0
  var geonames: Int?
  /// The countries that make up a group.
  var members: [Code] = []
  var text: String
  var latitude: Double?
  var longitude: Double?
  var origin: RowOrigin
}

/// A common noun with what it tells of whom or what it names.
struct Noun: Sendable {
  /// What the `kind` column of a table of nouns may say.
  enum Kind: String, Sendable {
    case body, office, company, party, armed, media, agency, team, court
    case honorific, profession, rank
    case country, capital, city, admin, region, water, district, landmark, facility
    case document, mechanism
  }

  var lemma: String
  var origin: RowOrigin
  /// PLOVER sector.
  var sector: Code?
  var kind: Kind?
  /// «البرلمان», «القوات المسلحة»: there is but one in each country.
  let namesItself: Bool
  /// «اتحاد صناعة السيارات»: a body more often than an act.
  let isChieflyBody: Bool

  init(lemma: String, origin: RowOrigin, sector: Code?, kind: Kind?) {
    self.lemma = lemma
    self.origin = origin
    self.sector = sector
    self.kind = kind
    namesItself = Self.lists(Self.unique, lemma)
    isChieflyBody = Self.lists(Self.chieflyBodies, lemma)
  }

  /// Whether a few words have this one; their lengths tell most apart.
  private static func lists(_ words: [String], _ lemma: String) -> Bool {
    words.contains { $0.utf8.count == lemma.utf8.count && $0 == lemma }
  }

  private static let unique = [
    "برلمان", "كونغرس", "كونجرس", "كنيست", "دوما", "قوات مسلحة", "محكمة عليا", "محكمة دستورية",
    "محكمة جنائية", "محكمة اتحادية عليا",
  ]

  private static let chieflyBodies = [
    "اتحاد", "تحالف", "تجمع", "ائتلاف", "منتدى", "تنظيم", "رابطة", "جمعية", "نقابة",
  ]
}
