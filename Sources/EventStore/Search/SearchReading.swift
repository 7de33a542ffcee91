/// What a search reads of the tables.
struct SearchReading {
  let db: any SQLConnection

  /// The first events of a segment that are found.
  func events(
    in segment: SearchPlan.Segment, of plan: SearchPlan, limit: Int
  ) throws -> [ListedEvent] {
    var conditions: [String] = []
    var arguments: [SQLValue] = []
    let source = db.listing(segment.expression, &conditions, &arguments)
    conditions.append("\(source.key) BETWEEN ? AND ?")
    arguments += [.integer(segment.keys.lowerBound), .integer(segment.keys.upperBound)]
    if let day = segment.lastDay {
      conditions.append("last_day >= ?")
      arguments.append(.text(day))
    }
    if let area = plan.area {
      conditions.append(Self.distance)
      arguments += [area.latitude, area.latitude, area.longitude, area.chord].map { .real($0) }
    }
    arguments.append(.init(limit))
    return try db.all(
      """
      SELECT \(ListedEvent.columns) FROM \(source.tables) WHERE \(conditions.joined(separator: " AND "))
      ORDER BY \(source.key) \(plan.isAscending ? "ASC" : "DESC") LIMIT ?
      """, arguments, ListedEvent.init)
  }

  /// As ``SearchArea/contains(_:)``.
  private static let distance = """
    power(sin(radians(latitude - ?) / 2), 2)
    + cos(radians(?)) * cos(radians(latitude)) * power(sin(radians(longitude - ?) / 2), 2) <= ?
    """

  func events(ofStory story: String) throws -> [ListedEvent] {
    try db.all(
      """
      SELECT \(ListedEvent.columns) FROM article JOIN event ON event.article = article.rowid
      WHERE article.story = ? AND event.story = ? AND event.listed IS NOT NULL
      """, [.text(story), .text(story)], ListedEvent.init)
  }

  /// Places of events between two latitudes.
  func points(_ latitudes: ClosedRange<Double>) throws -> [SearchPoint] {
    try db.all(
      "SELECT latitude, longitude FROM point WHERE latitude BETWEEN ? AND ?",
      [.real(latitudes.lowerBound), .real(latitudes.upperBound)]
    ) { SearchPoint(latitude: $0[0], longitude: $0[1]) }
  }
}

extension SQLConnection {
  /// Where events are read from in the order of the list, and by which number.
  fileprivate func listing(
    _ expression: SearchExpression?, _ conditions: inout [String], _ arguments: inout [SQLValue]
  ) -> (tables: String, key: String) {
    guard let expression else { return ("event", "event.listed") }
    switch dialect {
    case .sqlite:
      conditions.append("event_words MATCH ?")
      arguments.append(.text(expression.fullText))
      // Crossed, so that the index is read in its order and no further than needed.
      return (
        "event_words CROSS JOIN event ON event.listed = event_words.rowid", "event_words.rowid"
      )
    case .postgresql:
      conditions.append("event_words.words @@ CAST(? AS tsquery)")
      arguments.append(.text(expression.textSearch))
      return ("event_words JOIN event ON event.listed = event_words.rowid", "event_words.rowid")
    }
  }
}
