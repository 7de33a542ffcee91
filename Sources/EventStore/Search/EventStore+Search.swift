internal import Contracts
internal import Foundation

extension EventStore {
  /// The events that a query finds: the best matches first, or, where it names no words, the
  /// latest first.
  public func search(_ query: SearchQuery) throws(StoreError) -> [SearchHit] {
    let terms = SearchTerms(query.words)
    if terms.isEmpty, query.words.contains(where: { !$0.isWhitespace }) {
      throw StoreError.query("«\(query.words)» holds no word to search for.")
    }
    return try StoreError.naming(path) {
      try database.read { db in
        try Self.records(db, query, terms).map { record in
          let event = try JSONDecoder().decode(Event.self, from: Data(record.json))
          return SearchHit(event: event, snippet: Snippet(event.sentence.text, terms))
        }
      }
    }
  }

  private static func records(
    _ db: any SQLConnection, _ query: SearchQuery, _ terms: SearchTerms
  ) throws -> [EventRecord] {
    var expression = terms.expression
    for codes in [query.types.map(\.rawValue), query.countries.map { $0.uppercased() }]
    where !codes.isEmpty {
      let any = codes.sorted().map(SearchTerms.quoted).joined(separator: " OR ")
      expression.append("codes : (\(any))")
    }
    var conditions: [String] = []
    var arguments: [SQLValue] = []
    if !expression.isEmpty {
      conditions.append("event_words MATCH ?")
      arguments.append(.text(expression.joined(separator: " AND ")))
    }
    if let from = query.from {
      conditions.append("event.last_day >= ?")
      arguments.append(.text(from))
    }
    if let to = query.to {
      conditions.append("event.first_day <= ?")
      arguments.append(.text(to))
    }
    let order =
      terms.isEmpty ? "" : "bm25(event_words, 3, 1, 0), "
    arguments.append(.init(max(0, query.limit)))
    return try db.all(
      """
      SELECT id, version, body, story, same_as, reports, extractor
      FROM event_words JOIN event ON event.rowid = event_words.rowid
      \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
      ORDER BY \(order)event.first_day DESC, event.rowid DESC LIMIT ?
      """, arguments
    ) { row in
      EventRecord(
        id: row[0], version: row[1], body: row[2], story: row[3], sameAs: row[4],
        reports: row[5], extractor: row[6])
    }
  }
}
