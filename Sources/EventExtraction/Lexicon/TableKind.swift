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

  /// How many fields a line has.
  var columns: Int {
    switch self {
    case .commonNouns: 1
    case .classes, .givenNames: 2
    case .nationalities, .groups, .placeNouns, .documentNouns, .functionWords: 3
    case .organizationNouns, .personNouns: 4
    case .organizations, .titles, .lightVerbs: 5
    case .eventNouns, .countries: 6
    case .frames, .places: 7
    case .verbs: 10
    }
  }

  /// How many fields from the first make a line's key. One, but where the first only says to which
  /// entry or class a line adds something.
  var keyColumns: Int {
    switch self {
    case .classes, .countries, .frames: 2
    case .lightVerbs: 3
    default: 1
    }
  }
}
