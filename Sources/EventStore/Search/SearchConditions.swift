internal import ArabicText
internal import Contracts

extension SearchQuery {
  /// What the index tells of all that must hold, but for words, days and area.
  var conditions: [SearchExpression] {
    get throws(StoreError) {
      var conditions: [SearchExpression] = []
      for codes in [
        types.map { SearchCode.type($0) }, statuses.map { SearchCode.status($0) },
        countries.compactMap { SearchCode.country($0) },
      ] where !codes.isEmpty {
        let words = codes.sorted().map { SearchExpression.word(.codes, $0) }
        conditions.append(words.count > 1 ? .any(words) : words[0])
      }
      for participant in participants {
        let columns: Set<SearchColumn> =
          switch participant.role {
          case nil: SearchColumn.participants
          case .actor: [.actors]
          case .recipient: [.recipients]
          case .other: [.others]
          }
        conditions.append(try .phrase(columns, Self.name(participant.name, "a participant")))
      }
      if let speaker {
        conditions.append(try .phrase([.speakers], Self.name(speaker, "the speaker")))
      }
      return conditions
    }
  }

  private static func name(_ name: String, _ whose: String) throws(StoreError) -> [String] {
    let text = TokenizedText(name)
    let words = text.tokens.indices.flatMap { text.names($0) }
    guard !words.isEmpty else {
      throw .query("The name of \(whose) holds no word to search for.")
    }
    return words
  }
}
