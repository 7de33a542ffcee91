/// What a lexicon's file lists, told by its name: `verbs.tsv` and `verbs-conflict.tsv` list verbs.
enum TableKind: String, CaseIterable {
  case verbs, frames, classes, countries, nationalities, places, groups, organizations, titles
  case lightVerbs = "light-verbs"
  case eventNouns = "event-nouns"
  case personNouns = "person-nouns"
  case organizationNouns = "organization-nouns"
  case placeNouns = "place-nouns"
  case documentNouns = "document-nouns"
  case commonNouns = "common-nouns"
  case givenNames = "given-names"
  case functionWords = "function-words"
  case contextWords = "context-words"
  case modeWords = "mode-words"

  /// - Parameter file: a file's name, without folders.
  init?(file: String) {
    guard file.hasSuffix(".tsv") else { return nil }
    let name = file.dropLast(4)
    let kind = Self.allCases.first {
      name == $0.rawValue || name.hasPrefix($0.rawValue + "-")
    }
    guard let kind else { return nil }
    self = kind
  }

  /// The fields of a line, by their names.
  var columns: [String] {
    switch self {
    case .verbs:
      [
        "past", "imperfect", "verbal nouns", "active participle", "passive participle", "type",
        "mode", "recipient", "content", "contexts",
      ]
    case .frames:
      ["lemma", "conditions", "type", "mode", "recipient", "content", "status"]
    case .lightVerbs: ["lemma", "preposition", "noun's place", "actor's place", "status"]
    case .eventNouns: ["singular", "plurals", "type", "mode", "recipient", "contexts"]
    case .classes: ["class", "member"]
    case .countries: ["code", "name", "kind", "GeoNames id", "latitude", "longitude"]
    case .nationalities: ["adjective", "code", "plurals"]
    case .places:
      ["name", "GeoNames id", "country", "latitude", "longitude", "population", "kind"]
    case .groups: ["name", "members", "kind"]
    case .organizations: ["name", "short names", "kind", "country", "sector"]
    case .titles: ["masculine", "feminine", "plurals", "sector", "kind"]
    case .personNouns: ["masculine", "feminine", "plurals", "sector"]
    case .organizationNouns: ["singular", "plurals", "kind", "sector"]
    case .placeNouns, .documentNouns: ["singular", "plurals", "kind"]
    case .givenNames: ["name", "gender"]
    case .functionWords: ["word", "class", "note"]
    case .contextWords: ["word", "plurals", "contexts"]
    case .modeWords: ["type", "mode", "word", "plurals"]
    case .commonNouns: ["word"]
    }
  }

  /// How many fields from the first make a line's key. One, but where the first only says to which
  /// entry or class a line adds something.
  var keyColumns: Int {
    switch self {
    case .classes, .countries, .frames: 2
    case .lightVerbs, .modeWords: 3
    default: 1
    }
  }
}
