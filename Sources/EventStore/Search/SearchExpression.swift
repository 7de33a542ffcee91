/// What an event's words must be, in no database's language.
indirect enum SearchExpression: Hashable, Sendable {
  /// Words next to each other in one of these columns.
  case phrase(Set<SearchColumn>, [String])
  case all([SearchExpression])
  case any([SearchExpression])
  case but(SearchExpression, not: SearchExpression)

  static func word(_ column: SearchColumn, _ word: String) -> SearchExpression {
    .phrase([column], [word])
  }

  /// All of them; itself where there is one, nil where there is none.
  static func joined(_ parts: [SearchExpression]) -> SearchExpression? {
    parts.count > 1 ? .all(parts) : parts.first
  }

  func matches(_ document: SearchDocument) -> Bool {
    switch self {
    case .phrase(let columns, let words):
      columns.contains { column in
        column.kept.contains { document.contains(words, in: $0) }
      }
    case .all(let parts): parts.allSatisfy { $0.matches(document) }
    case .any(let parts): parts.contains { $0.matches(document) }
    case .but(let wanted, let unwanted): wanted.matches(document) && !unwanted.matches(document)
    }
  }
}

/// Where an event's words stand in the index; in the order of its columns.
enum SearchColumn: Int, CaseIterable, Hashable, Sendable {
  /// Folded words of the sentence and of all names.
  case words
  /// What those may be without the particles written onto them. A word is among its own stems, but
  /// is not kept twice.
  case stems
  /// Type, status, countries and place, see ``SearchCode``.
  case codes
  /// Names, without articles.
  case actors, recipients, others, speakers

  static let participants: Set<SearchColumn> = [.actors, .recipients, .others]

  /// The columns in which its words stand.
  var kept: [SearchColumn] { self == .stems ? [.words, .stems] : [self] }
}
